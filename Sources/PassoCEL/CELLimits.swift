/// What an expression may cost; each limit is declared here and nowhere else.
public struct CELLimits: Hashable, Sendable {
    /// The longest expression, in UTF-8 bytes.
    public var expressionBytes = 65_536
    /// The deepest nesting of an expression's tree; at most ``maximumNesting`` counts.
    public var nesting = 200
    /// The most nodes of an expression's tree.
    public var nodes = 8_000
    /// The most problems one parse or check reports.
    public var problems = 64
    /// The most units one evaluation may cost: 0.1 seconds of simple operations of 10 nanoseconds.
    ///
    /// What is built costs a unit for 4 bytes, so that an evaluation builds 40 MB at most. An
    /// expression whose ``CELCheckedExpression/cost(in:)`` is no more never ends by the budget.
    public var cost: UInt64 = 10_000_000
    /// The largest list or map an evaluation may build, in elements.
    public var resultElements = 100_000
    /// The longest text or byte sequence an evaluation may build, in UTF-8 bytes.
    public var resultBytes = 1_048_576
    /// The most steps that explaining one condition may take; each evaluates one part of it.
    public var explanationSteps = 10_000
    /// The most elements of a list or map that an explanation compares to find the simplest one.
    public var explainedElements = 32
    /// The longest text or value that an explanation shows whole, in UTF-8 bytes.
    public var shownBytes = 200

    /// The longest regular expression, in UTF-8 bytes.
    public var patternBytes = 4_096
    /// The most instructions of a compiled regular expression, forward and backward together:
    /// `\p{L}{1,40}` has 96,000 of them and takes 50 ms to compile.
    public var patternInstructions = 100_000
    /// The same for patterns that are no constants, which are compiled by each call.
    public var computedPatternInstructions = 20_000
    /// The most steps of one call that matches regular expressions.
    ///
    /// A step is one byte of the text and 64 instructions of the pattern, for which the worst pattern
    /// takes 50 ns.
    public var patternSteps = 50_000_000

    /// The most digits behind the point that a clause of `format` may ask for.
    public static let formatPrecision = 1_000

    /// The memory that a compiled regular expression may take with what it learns, in bytes.
    static let patternMemory: Int64 = 8_388_608

    /// The deepest nesting that any environment may allow: walks over trees recurse so far.
    public static let maximumNesting = 500

    /// The heaviest value that an evaluation may build, where a list or map counts whatever is in it
    /// as often as it is there: whoever goes through such a value comes to an end.
    public static let valueWeight: UInt64 = 16_777_216

    /// The most parts of a deduced type; what has more is `dyn`.
    static let typeParts = 500

    /// The deepest nesting of lists and maps in any value.
    public static let valueDepth = 250

    /// Creates the default limits.
    public init() {}
}
