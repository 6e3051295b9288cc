public import PassoCore
public import PassoDiagnostics

/// What came of playing a scenario: values, to be written in any language.
public struct Transcript: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// What happened and what people read, in order.
    public internal(set) var lines: [TranscriptLine] = []
    /// Mistakes in the scenario and expectations that do not hold, with their places.
    public internal(set) var failures: [Diagnostic] = []
    /// What was reached of the definitions.
    public internal(set) var coverage = Coverage()
    /// The world as the scenario leaves it; nil when it could not be set up.
    public internal(set) var world: World?

    /// Whether everything was as expected.
    public var holds: Bool { failures.isEmpty }

    init(_ scenario: Scenario) { self.scenario = scenario }
}

/// One line of a transcript.
public struct TranscriptLine: Hashable, Sendable {
    /// What the line tells.
    public enum Content: Hashable, Sendable {
        /// Somebody does something; `title` is the key of the event's title.
        case does(event: String, title: String?, target: String?, sentence: Notice?)
        /// Somebody reads something.
        case reads(Notice)
        /// Somebody is refused, and reads why; nil when the definition gives no reason.
        case refused(event: String, reason: Notice?, field: String?)
        /// Somebody looks and sees.
        case sees(Sight)
        /// An instance came into another state; the key of the state's title.
        case state(instance: String, title: String)
        /// Something went wrong that is nobody's refusal.
        case problem(String)
    }

    /// When.
    public let at: WorldInstant
    /// Who, by the name in the scenario.
    public let person: String?
    /// Who, as people read it.
    public let name: String?
    /// What.
    public let content: Content
    /// The step of the scenario, counted from 0; nil before the first one.
    public let step: Int?
}
