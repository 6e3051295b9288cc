public import PassoCEL

/// Why an event was refused.
///
/// A refused event changes nothing.
public struct Refusal: Hashable, Sendable {
    /// The event that was refused.
    public let event: EventID
    /// Why.
    public let reason: Reason

    /// Makes a refusal.
    public init(event: EventID, reason: Reason) {
        self.event = event
        self.reason = reason
    }

    /// The kinds of reasons.
    public enum Reason: Hashable, Sendable {
        /// A requirement did not hold; of several, the first in the order of selection.
        indirect case requirement(FailedRequirement)
        /// A condition or requirement could not be evaluated, and nothing else was enabled.
        indirect case guardError(GuardError)
        /// No active state has a transition for the event whose condition holds.
        case noTransition
        /// The instance has reached a final state at the top.
        case finished
    }

    /// What people read, when the definition says something.
    public var notice: Notice? {
        guard case .requirement(let failed) = reason else { return nil }
        return failed.notice
    }
}

/// The requirement that refused an event.
public struct FailedRequirement: Hashable, Sendable {
    /// The transition that was disabled.
    public let transition: TransitionID
    /// Which of its requirements, counted from 0.
    public let index: Int
    /// What people read.
    public let notice: Notice
    /// The data item a form should lead to.
    public let field: String?
    /// Where the definition states the requirement.
    public let place: Int
    /// The error, when it failed because it could not be evaluated.
    public let error: CELError?
}

/// A condition or requirement that could not be evaluated.
public struct GuardError: Hashable, Sendable {
    /// The transition that was disabled.
    public let transition: TransitionID
    /// What went wrong, with its range in the expression.
    public let error: CELError
    /// Where the definition has the expression.
    public let place: Int
}
