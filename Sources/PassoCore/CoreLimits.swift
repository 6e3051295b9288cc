/// The bounds of this module.
///
/// Nothing that a definition or a host says can exceed them.
public enum CoreLimits {
    /// States of one chart, the root among them.
    public static let states = 200_000
    /// Levels of nesting of states.
    public static let stateDepth = 256
    /// Defaults of history states that one microstep follows: they may lead to each other.
    public static let historyDefaults = 10_000
    /// Levels of nesting of actions and of messages within messages.
    public static let actionDepth = 64
    /// Steps of one path that is assigned to.
    public static let pathSteps = 64
    /// Transitions of one chart.
    public static let transitions = 1_000_000
    /// Events of one chart.
    public static let events = 100_000
    /// Pairs of an event and a transition that hears it.
    public static let candidates = 10_000_000
    /// States that all transitions of a big chart enter together, as far as they are planned.
    public static let plannedEntries = 4_000_000
    /// Microsteps of one macrostep, unless a chart is made with another bound.
    public static let microsteps = 1_000
    /// How often one step runs the bodies of its loops, nested ones counted each time.
    public static let loopRounds = 1_000_000
    /// Internal events waiting at one time.
    public static let internalEvents = 10_000
    /// Items of one list that `add` makes longer.
    public static let listItems = 10_000
    /// Bytes of one event's payload: texts by their UTF-8, everything else by its place in memory.
    ///
    /// Folding and normalizing make a text longer by a small factor; this leaves room for that below
    /// what an expression may build, so that guards over texts from outside can answer.
    public static let payloadBytes = 262_144
    /// Bytes of what a host supplies with one event, or starts an instance with.
    public static let inputBytes = 1_048_576
    /// Effects of one step.
    public static let effects = 100_000
}
