public import PassoCEL
import PassoCore

/// One thing that an instance was given: all that a replay needs.
public struct JournalEntry: Hashable, Sendable, Codable {
    /// What an instance was given.
    public enum Kind: Hashable, Sendable, Codable {
        /// Its beginning, with the data given in place of the initial ones.
        case start(workflow: String, data: [String: CELValue])
        /// Its beginning by an invocation, with the document that it runs, unless that is a workflow
        /// known by name.
        case invoked(
            Invocation,
            workflow: String,
            document: KeptDocument?,
            data: [String: CELValue]
        )
        /// An event, and what became of it.
        case event(Delivery, JournalOutcome)
        /// Its end by the one that invoked it.
        case stopped
    }

    /// The position in the journal.
    public let number: Int
    /// When.
    public let at: WorldInstant
    /// To which instance.
    public let instance: InstanceID
    /// What.
    public let kind: Kind
    /// What the host supplied with it, in the order of the chart's inputs.
    public let inputs: [CELValue]
    /// The targets that nobody was at when an open chart sent to them; nil for none.
    public let unreachable: [String]?
}

/// What became of an event, as the journal keeps it.
public enum JournalOutcome: String, Hashable, Sendable, Codable {
    /// At least one transition was taken.
    case taken
    /// Nothing changed.
    case refused
    /// The step could not be finished; nothing changed.
    case failed

    init(_ outcome: StepOutcome) {
        switch outcome {
        case .taken: self = .taken
        case .refused: self = .refused
        case .failed: self = .failed
        }
    }
}
