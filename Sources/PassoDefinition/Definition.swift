public import PassoCEL
public import PassoCore
public import PassoDiagnostics
public import PassoMessages

/// A checked definition: the chart that runs, and all that people read about it.
public struct Definition: Sendable {
    /// The text it was compiled from.
    public let source: SourceText
    /// The workflow's name.
    public let name: String
    /// The author's version number.
    public let version: Int
    /// The name of the bundle that holds its texts.
    public let bundleName: String?
    /// The bundle it was checked against.
    public let strings: StringBundle?
    /// The chart that runs.
    public let chart: Chart
    /// A hash of what the definition says; comments and layout do not change it.
    public let contentHash: UInt64
    /// The message key of the title.
    public let title: String?
    /// The paragraphs under the title.
    public let summary: [Paragraph]
    /// The ways of working.
    public let modes: [Mode]
    /// The named constants.
    public let constants: [Constant]
    /// The data items that are declared at the top, not in a state: those that an invocation may give
    /// other values (Recommendation, 6.4.3).
    public let rootData: Set<String>
    /// The data items that have rules.
    public let fields: [Field]
    /// The events people and other charts send, in the order of the file.
    public let events: [EventLabel]
    /// The states with a title, in document order.
    public let states: [StateLabel]
    /// The other charts it may send to.
    public let targets: [Target]
    /// The procedure as people read it.
    public let steps: [Step]
    /// The default messages of the file.
    let defaults: DefaultMessages
    /// The messages of automatic sentences in the guide, by rule.
    let guideMessages: [String: String]
    /// What its expressions may name outside transitions.
    let names: CELEnvironment
    /// The ranges that the chart's place numbers stand for; place 0 is the whole file.
    let places: [SourceRange]
    /// What no run ever reaches.
    public let outOfReach: OutOfReach
    /// The conditions of the file by their programs.
    let conditions: [ObjectIdentifier: ExpressionDeclaration]
}

/// A way of working, such as `queue` or `push`.
public struct Mode: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The message key of its label.
    public let label: String?
}

/// A named literal of the definition.
public struct Constant: Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: CELValue
}

/// An event with what people call it.
public struct EventLabel: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The message key of its title.
    public let title: String?
    /// The message key of its own refusal when nothing hears it.
    public let unheard: String?
    /// Whether it is raised inside only.
    public let isInternal: Bool
    /// The names of its payload, in order.
    public let parameters: [String]
}

/// A state with what people call it.
public struct StateLabel: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The message key of its title.
    public let title: String?
}

/// Another chart that this one may send to.
public struct Target: Hashable, Sendable {
    /// The name used in `to:`.
    public let name: String
    /// The workflow it runs.
    public let workflow: String
    /// The events it takes with the names of their payload, when they are declared.
    public let events: [String: [String]]
}

/// The messages that stand in where no clause of the definition speaks.
struct DefaultMessages: Sendable {
    var unheard: String?
    var error: String?
}
