public import PassoCEL

/// Why one candidate for an event is disabled: the condition that says so, and what decided it.
public struct ConditionExplanation: Hashable, Sendable {
    /// The conditions of a transition.
    public enum Clause: Hashable, Sendable {
        /// The condition that selects silently.
        case guarding
        /// A requirement, counted from 0.
        case requirement(Int)
    }

    /// The candidate.
    public let transition: TransitionID
    /// Which of its conditions.
    ///
    /// Of a transition that only refuses it is the guard, which holds.
    public let clause: Clause
    /// Where the definition states the requirement; of a guard, where it has the transition.
    public let place: Int
    /// The parts that decided, with their values.
    public let explanation: CELExplanation
}
