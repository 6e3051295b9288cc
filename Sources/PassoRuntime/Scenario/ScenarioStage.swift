public import PassoCore
import PassoDefinition
public import PassoDiagnostics
public import PassoText

/// Where scenarios are played: a world with its surroundings.
///
/// ``ChartStage`` is for definitions of one's own; a procedure with records brings its own stage.
public protocol ScenarioStage: Sendable {
    /// The charts as they stand.
    var world: World { get }

    /// Whether steps are traced, for coverage.
    var isTracing: Bool { get set }

    /// The names that stand in `expect` beside the ones that every stage knows.
    var expectationNames: [String] { get }

    /// Sets up what there is at the beginning.
    ///
    /// - Returns: what happened, and everything that is wrong in `given`.
    mutating func prepare(_ scenario: Scenario) -> ([Happening], [Diagnostic])

    /// Does what a step says.
    mutating func perform(
        _ step: ScenarioStep,
        of scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening]

    /// Lets time pass, without or with the timers that are due at the very instant.
    mutating func advance(to instant: WorldInstant, firingDue: Bool) -> [Happening]

    /// Says whether each event of an instance would be accepted from a person now, and if not, why.
    func explain(_ id: InstanceID, by actor: String) -> [EventExplanation]

    /// Checks an expectation that only this stage knows.
    func check(_ expectation: TextEntry, in scenario: Scenario) -> [Diagnostic]

    /// What a person reads in a transcript about a step, before it is known what comes of it.
    func description(of step: ScenarioStep) -> Notice?

    /// The name of a person as people read it.
    func displayName(of person: String) -> String

    /// What a person sees who looks at something.
    func sights(of step: ScenarioStep) -> [Sight]
}

extension ScenarioStage {
    /// Knows no expectations of its own.
    public var expectationNames: [String] { [] }

    /// Checks nothing.
    public func check(_ expectation: TextEntry, in scenario: Scenario) -> [Diagnostic] { [] }

    /// Says nothing: the transcript names person and event.
    public func description(of step: ScenarioStep) -> Notice? { nil }

    /// Shows the name by which the scenario knows the person.
    public func displayName(of person: String) -> String { person }

    /// Shows nothing.
    public func sights(of step: ScenarioStep) -> [Sight] { [] }
}

/// One line of what a person sees: a label and a value.
public struct Sight: Hashable, Sendable {
    /// The label's key.
    public let label: String
    /// The value: a text, a label or a message.
    public let value: NoticeValue

    /// Makes a line.
    public init(_ label: String, _ value: NoticeValue) {
        self.label = label
        self.value = value
    }
}

/// Why a step could not be played at all.
public enum ScenarioStepProblem: Error, Sendable {
    /// The scenario is wrong: an unknown name, a value of another type.
    case diagnostics([Diagnostic])
    /// The world refused the caller.
    case world(WorldProblem)
    /// Something else, in the words of an engineer.
    case other(String)
}
