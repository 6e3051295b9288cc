public import PassoCEL

/// What would become of one event now, and why: values, in no language yet.
///
/// ```swift
/// for answer in chart.events(in: snapshot, inputs: inputs) where answer.outcome == .refused {
///     print(answer.name, answer.refusal?.notice?.key ?? "")
/// }
/// ```
public struct EventExplanation: Hashable, Sendable {
    /// What would become of it.
    public enum Outcome: String, Hashable, Sendable, Codable {
        /// Something would be taken.
        case accepted
        /// A requirement or a condition disables every candidate.
        case refused
        /// A guard cannot be evaluated, and no other candidate is enabled.
        case error
        /// No active state has a transition for it; the refusal says whether the instance is over.
        case unheard
        /// The step could not be finished, such as one that never ends.
        case failed
    }

    /// The event.
    public let event: EventID
    /// Its name.
    public let name: String
    /// The message key of its title.
    public internal(set) var title: String?
    /// What it carries, in order.
    public internal(set) var parameters: [EventParameter] = []
    /// What would become of it.
    public internal(set) var outcome: Outcome
    /// Why not, when it would be refused.
    public internal(set) var refusal: Refusal?
    /// Why not, when the step could not be finished.
    public internal(set) var failure: StepFailure?
    /// The transitions that it enables, in order; none when it only leads to `error.execution`
    /// being heard.
    public internal(set) var transitions: [TransitionID] = []
    /// The transitions that would follow in the same step, in order: eventless ones, and those that
    /// hear what was raised.
    public internal(set) var consequences: [TransitionID] = []
    /// The states that would be active then, in document order.
    public internal(set) var configuration: [StateID] = []
    /// What each region says, those without a candidate left out.
    public internal(set) var regions: [RegionExplanation] = []
    /// Whether the answer was found with stand-in values for a payload that guards read.
    public internal(set) var assumesPayload = false

    init(event: EventID, name: String, outcome: Outcome) {
        self.event = event
        self.name = name
        self.outcome = outcome
    }
}

/// One value that an event carries.
public struct EventParameter: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type its values have.
    public let type: CELType
}

/// What one region says about an event.
///
/// Each active atomic state is asked, and then the states around it, until a transition is enabled
/// (Recommendation, Appendix D, `selectTransitions`). So the states around a parallel one answer for
/// each of its regions.
public struct RegionExplanation: Hashable, Sendable {
    /// The region: the innermost child of a parallel state that holds the atomic one; nil outside.
    public let region: StateID?
    /// The active atomic state that was asked.
    public let state: StateID
    /// The transition that it selected.
    public let selected: TransitionID?
    /// What was asked, in order: the transitions of the atomic state, then those around it.
    public let candidates: [CandidateExplanation]
}

/// What became of one transition that an event, or none, could enable.
public struct CandidateExplanation: Hashable, Sendable {
    /// What became of it.
    public enum Verdict: Hashable, Sendable {
        /// It is enabled and taken.
        case taken
        /// It is enabled, but would leave what another one leaves too, and that one wins.
        case preempted(by: TransitionID)
        /// A condition of it does not hold.
        case refused(ConditionExplanation.Clause)
        /// A condition of it cannot be evaluated, which counts as false (Recommendation, 5.9.1).
        case failed(ConditionExplanation.Clause, CELError)
        /// One before it is enabled.
        case untried
    }

    /// The transition.
    public let transition: TransitionID
    /// The state it starts from.
    public let source: StateID
    /// What became of it.
    public let verdict: Verdict
    /// Where the definition states the requirement that disables it, otherwise where it has the
    /// transition.
    public let place: Int
}

extension CandidateExplanation.Verdict {
    /// The condition that disables it.
    public var clause: ConditionExplanation.Clause? {
        switch self {
        case .refused(let clause), .failed(let clause, _): clause
        case .taken, .preempted, .untried: nil
        }
    }
}
