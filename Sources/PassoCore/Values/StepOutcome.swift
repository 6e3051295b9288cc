public import PassoCEL

/// What became of an event.
public enum StepOutcome: Hashable, Sendable {
    /// At least one transition was taken.
    case taken
    /// Nothing changed, for this reason.
    case refused(Refusal)
    /// Nothing changed, because the step could not be finished.
    case failed(StepFailure)
}

/// Why a step could not be finished.
///
/// Nothing of it remains.
public enum StepFailure: Error, Hashable, Sendable {
    /// More microsteps than ``CoreLimits/microsteps``: eventless transitions or raised events that
    /// never end.
    case tooManyMicrosteps
    /// More internal events waiting than ``CoreLimits/internalEvents``.
    case tooManyInternalEvents
    /// The snapshot belongs to another chart, or was decoded from something no chart wrote.
    case foreignSnapshot
    /// The inputs or the event were made by another chart.
    case foreignValues
}

/// Why an instance could not be started.
public enum StartProblem: Error, Hashable, Sendable {
    /// The chart has no data item of that name.
    case unknownData(String)
    /// A value has another type than its data item.
    case wrongType(data: String, expected: CELType)
    /// The values are bigger than ``CoreLimits/inputBytes`` together.
    case tooHeavy
    /// The first macrostep could not be finished.
    case failed(StepFailure)
}

/// The result of ``Chart/step(_:_:inputs:)``.
public struct StepResult: Sendable {
    /// The next snapshot, or the one given when nothing changed.
    public let snapshot: Snapshot
    /// What became of the event.
    public let outcome: StepOutcome
    /// What the runtime has to do, in order.
    public let effects: Effects
}

/// An invariant that does not hold.
public struct BrokenInvariant: Hashable, Sendable {
    /// The author's name for it.
    public let name: String
    /// The error, when it could not be evaluated.
    public let error: CELError?
    /// Where the definition states it.
    public let place: Int
}
