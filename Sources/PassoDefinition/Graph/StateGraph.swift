public import PassoCEL

/// A picture of a definition as data: its states, its transitions, and what is written on them.
///
/// ```swift
/// let graph = definition.graph(locale: "da", snapshot: snapshot)
/// print(graph.mermaid)
/// ```
///
/// A transition that only refuses leads nowhere and is left out.
public struct StateGraph: Hashable, Sendable {
    /// The workflow's name.
    public let name: String
    /// The workflow's title in the reader's language, or its name.
    public let title: String
    /// The reader's language.
    public let locale: String
    /// The states in document order, each after the state it lies in.
    public let nodes: [Node]
    /// The arrows in document order.
    public let edges: [Edge]

    /// One state.
    public struct Node: Hashable, Sendable {
        /// What kind of state it is (Recommendation, 3.3 to 3.10).
        public enum Kind: Hashable, Sendable {
            /// A state without children.
            case atomic
            /// A state of whose children one is active.
            case compound
            /// A state whose children are all active.
            case parallel
            /// A state that ends the one it lies in.
            case final
            /// It stands for the children that were active last.
            case shallowHistory
            /// It stands for all descendants that were active last.
            case deepHistory
        }

        /// The id.
        public let id: String
        /// The title in the reader's language, or the id.
        public let title: String
        /// What kind of state it is.
        public let kind: Kind
        /// The number of the state it lies in; nil at the top.
        public let parent: Int?
        /// Whether it is a child of a parallel state.
        public let isRegion: Bool
        /// Whether it is active in the snapshot.
        public let isActive: Bool
        /// What it hears without leaving any state.
        public internal(set) var reactions: [Label] = []
    }

    /// One arrow.
    public struct Edge: Hashable, Sendable {
        /// Where it begins.
        public enum Source: Hashable, Sendable {
            /// At a state.
            case state(Int)
            /// At the mark where a compound state begins; nil is the whole chart.
            case initial(of: Int?)
        }

        /// Where it begins.
        public let source: Source
        /// The numbers of the states it leads to: one for each region that it enters.
        public let targets: [Int]
        /// What is written on it; nothing where a state begins or a history has no past.
        public let label: Label
    }

    /// What makes a transition happen.
    public struct Label: Hashable, Sendable {
        /// What it waits for.
        public enum Trigger: Hashable, Sendable {
            /// Nothing: it is eventless, or the start of a state.
            case none
            /// One of these events.
            case events([EventName])
            /// The end of the state it leaves.
            case done
            /// A time since the state was entered.
            case timer(Delay)
        }

        /// What it waits for.
        public let trigger: Trigger
        /// The conditions as the definition states them: the guard, then the requirements.
        public let conditions: [String]
    }

    /// An event, or a descriptor of several (Recommendation, 3.12.1).
    public struct EventName: Hashable, Sendable {
        /// The name or the descriptor.
        public let name: String
        /// The title in the reader's language, where the event has one.
        public let title: String?
    }

    /// How long a timer waits.
    public enum Delay: Hashable, Sendable {
        /// A time that is known.
        case fixed(CELDuration)
        /// An expression, as the definition states it.
        case computed(String)
    }
}

/// What goes from one place to the same others, drawn as one arrow.
struct GraphArrow {
    let source: StateGraph.Edge.Source
    let targets: [Int]
    let labels: [StateGraph.Label]
}

extension StateGraph {
    /// The numbers of the states that lie in each state, and under nil of those at the top.
    var children: [Int?: [Int]] { Dictionary(grouping: nodes.indices) { nodes[$0].parent } }

    /// The arrows as they are drawn: those beside each other would hide each other's words.
    var arrows: [GraphArrow] {
        var groups: [GraphArrow.Way: [Label]] = [:]
        var order: [GraphArrow.Way] = []
        for edge in edges {
            let way = GraphArrow.Way(source: edge.source, targets: edge.targets)
            if groups[way] == nil { order.append(way) }
            groups[way, default: []].append(edge.label)
        }
        return order.map { way in
            GraphArrow(source: way.source, targets: way.targets, labels: groups[way] ?? [])
        }
    }
}

extension GraphArrow {
    /// What arrows share that are drawn as one.
    fileprivate struct Way: Hashable {
        let source: StateGraph.Edge.Source
        let targets: [Int]
    }
}

extension StateGraph.Node.Kind {
    /// Whether states can lie in it.
    var isCompound: Bool { self == .compound || self == .parallel }
    /// Whether it stands for what was active last.
    var isHistory: Bool { mark != nil }
    /// The sign of a state that stands for what was active last.
    var mark: String? {
        switch self {
        case .shallowHistory: "H"
        case .deepHistory: "H*"
        default: nil
        }
    }
}
