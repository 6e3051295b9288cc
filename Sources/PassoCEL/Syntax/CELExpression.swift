/// The tree of a parsed expression: nodes in one array, children before their parents.
///
/// Nodes are named by their index. Because the nodes are not linked, a tree of any shape is copied,
/// compared and released without recursion.
public struct CELExpression: Sendable {
    /// The name of a node: its index.
    public typealias NodeID = Int

    /// The nodes, children before their parents.
    public let nodes: [Node]
    /// The node that is the whole expression.
    public let root: NodeID

    /// A node with its place in the text.
    public struct Node: Hashable, Sendable {
        /// What the node is.
        public let kind: Kind
        /// The whole place of the node: UTF-8 offsets.
        public let range: Range<Int>
        /// The place that a problem with the node points to: an operator, a name.
        public let focus: Range<Int>
    }

    /// What a node is.
    public enum Kind: Hashable, Sendable {
        /// A constant.
        case literal(CELLiteral)
        /// A name; with a leading dot it is looked up outside all containers and macros.
        case identifier(String, isRooted: Bool)
        /// The member of a value: `a.b`, or `has(a.b)`.
        case select(NodeID, member: String, isTest: Bool)
        /// A call of an operator, function or member function.
        case call(function: String, target: NodeID?, arguments: [NodeID])
        /// A list; an element may be an ``optionalEntry(_:)``.
        case list([NodeID])
        /// A map: keys and values in turn; a value may be an ``optionalEntry(_:)``.
        case map([NodeID])
        /// An optional that stands in a list or map by its value, or is left out if it has none:
        /// `[?a]`, `{?'k': a}`.
        case optionalEntry(NodeID)
        /// A message: fields and values.
        case message(name: String, fields: [Field])
        /// A macro that gives names to values.
        case comprehension(Comprehension)
        /// `cel.block([a, b], result)`: values that the result and the later ones name by
        /// `cel.index(0)`, each computed at most once. Such a name is an identifier `@index0`.
        case block([NodeID], result: NodeID)
        /// What could not be parsed; a problem says why.
        case invalid
    }

    /// A field of a message.
    public struct Field: Hashable, Sendable {
        /// The name of the field.
        public let name: String
        /// Its value; it may be an ``Kind/optionalEntry(_:)``.
        public let value: NodeID
    }

    /// A macro that gives names to values: to the elements of a list, the keys and values of a map,
    /// the value of an optional, or any one value.
    public struct Comprehension: Hashable, Sendable {
        /// The macros.
        public enum Macro: String, Hashable, Sendable, CaseIterable {
            /// Whether the predicate holds for all.
            case all
            /// Whether the predicate holds for one or more.
            case exists
            /// Whether the predicate holds for exactly one; also written `existsOne`.
            case existsOne = "exists_one"
            /// Those for which the predicate holds.
            case filter
            /// The results of the transformation.
            case map
            /// The results of a transformation of index and element, or of key and value.
            case transformList
            /// The results as a map, under the same indices or keys.
            case transformMap
            /// The entries of the maps that the transformation gives.
            case transformMapEntry
            /// The elements in the order of what the transformation gives for each.
            case sortBy
            /// `cel.bind(x, value, result)`: the result, with a name for one value.
            case bind
            /// An optional with the result for the value of an optional, if it has one.
            case optMap
            /// The optional that is the result for the value of an optional, if it has one.
            case optFlatMap
        }

        /// Which macro it is.
        public let macro: Macro
        /// What it goes through; in `bind` the value.
        public let range: NodeID
        /// The name of the element or key; of the index, where there are two names.
        public let variable: String
        /// The name of the element or of the value of a map, where there are two names.
        public let variable2: String?
        /// The condition, if there is one.
        public let predicate: NodeID?
        /// The result for each element, or of the whole macro, if it is not the condition's answer.
        public let transform: NodeID?
    }

    /// The node with an index.
    public subscript(id: NodeID) -> Node { nodes[id] }
}

/// A constant of an expression's text.
public enum CELLiteral: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// `42`
    case int(Int64)
    /// `42u`
    case uint(UInt64)
    /// `4.2`
    case double(Double)
    /// `'text'`
    case string(CELString)
    /// `b'bytes'`
    case bytes([UInt8])

    /// The value of the constant.
    public var value: CELValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .bytes(let value): .bytes(value)
        }
    }
}
