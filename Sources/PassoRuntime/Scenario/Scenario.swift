public import PassoDiagnostics
public import PassoText

/// A story that is played against definitions on a virtual clock, with what must be true on the way.
///
/// It is written in YAML, see ``ScenarioReader``.
public struct Scenario: Sendable {
    /// The text it was read from.
    public let source: SourceText
    /// What it shows.
    public let title: String
    /// The procedure whose records and rules surround it; nil for definitions of one's own.
    public let procedure: ScenarioText?
    /// The files of the definitions it runs, as written.
    public let definitions: [ScenarioText]
    /// Constants that are changed in the YAML of the definitions before they are compiled.
    public let changes: [ConstantChange]
    /// The wall-clock time of its beginning, in seconds since 1970.
    public var beginsAt: Int64
    /// What there is at the beginning.
    public let given: [TextEntry]
    /// What happens, in order.
    public let steps: [ScenarioStep]
}

/// A text of a scenario with its place.
public struct ScenarioText: Hashable, Sendable {
    /// The text.
    public let text: String
    /// Where it stands.
    public let range: SourceRange

    /// Makes a text.
    public init(text: String, range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// One thing that happens, and what must be true after it.
public struct ScenarioStep: Sendable {
    /// Where it stands.
    public let range: SourceRange
    /// When; nil is the instant of the step before.
    public let at: WorldInstant?
    /// Who acts.
    public let actor: ScenarioText?
    /// What is done: an event's name or a word of the stage; nil lets time pass.
    public let event: ScenarioText?
    /// The instance that it is done to.
    public let target: ScenarioText?
    /// The payload.
    public let payload: [TextEntry]
    /// The inputs, when the scenario supplies them.
    public let inputs: [TextEntry]
    /// What must be true.
    public let expectations: [TextEntry]
}

/// A constant of a definition with another value.
public struct ConstantChange: Hashable, Sendable {
    /// The workflow's name.
    public let workflow: ScenarioText
    /// The constant's name.
    public let constant: ScenarioText
    /// The value as it is written in YAML.
    public let value: String

    /// Makes a change.
    public init(workflow: ScenarioText, constant: ScenarioText, value: String) {
        self.workflow = workflow
        self.constant = constant
        self.value = value
    }
}
