public import PassoText

/// What a definition may cost at most; each limit is declared here and ends in a diagnostic.
public struct DefinitionLimits: Sendable {
    /// The size of a file in bytes; checked before it is read.
    public var fileBytes = 1 << 20
    /// States of one definition, regions among them.
    public var states = 10_000
    /// Levels of nesting of states.
    public var stateDepth = 32
    /// Transitions of one definition, timers among them.
    public var transitions = 50_000
    /// The states among which all computed `In(…)` of a definition choose together.
    public var stateChoices = 100_000
    /// Actions within actions.
    public var actionDepth = 16
    /// Data items, and as many inputs.
    public var slots = 1_000
    /// Events, and as many host actions and targets.
    public var events = 5_000
    /// Parameters of one event or host action.
    public var parameters = 64
    /// Steps of the procedure.
    public var steps = 500
    /// The highest limit in characters that a field may have.
    public var fieldCharacters = 1_000_000
    /// The most elements that a list field may be allowed.
    public var listElements = 10_000
    /// The most units of about 10 nanoseconds that an expression may cost.
    ///
    /// It holds for the largest data that the definition allows, which are some twenty times as heavy
    /// as what people write.
    public var expressionCost: UInt64 = 100_000_000
    /// What the worst case takes the longest text to be, in bytes, where nothing is declared.
    ///
    /// That is so for inputs, the payloads of events and data without `limit`.
    public var undeclaredTextBytes = 10_000
    /// The same for the elements of lists and the entries of maps.
    public var undeclaredElements = 1_000
    /// The longest duration in seconds: ten years.
    public var durationSeconds: Int64 = 315_360_000
    /// The longest name in bytes.
    public var nameBytes = 200
    /// How deep messages may stand in messages.
    public var messageDepth = 8
    /// How many folders above a definition are searched for its string tables.
    public var folderDepth = 64
    /// The cases into which the lint takes the conditions of one question apart; beyond them it says
    /// nothing.
    public var lintCases = 256
    /// The questions about conditions that the lint asks of one definition; it takes some 20
    /// microseconds for one.
    public var lintQuestions = 10_000
    /// How many transitions before one for the same event the lint compares it with.
    public var lintRivals = 64
    /// How many mistakes are reported.
    public var diagnostics = 200

    /// The limits on the text of the file.
    public var text: TextLimits {
        var limits = TextLimits()
        limits.maximumBytes = fileBytes
        return limits
    }

    /// The limits of a shipped product.
    public static let standard = DefinitionLimits()

    /// Starts from the standard limits.
    public init() {}
}
