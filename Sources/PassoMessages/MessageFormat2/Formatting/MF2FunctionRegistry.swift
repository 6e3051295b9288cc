/// The functions that messages may name.
///
/// ```swift
/// var functions = MF2FunctionRegistry.default
/// functions["shop:shout"] = { call throws(MF2FunctionError) in
///     guard let words = call.operand?.string else { throw .badOperand("") }
///     return Shout(words: words)
/// }
/// ```
public struct MF2FunctionRegistry: Sendable {
    private var handlers: [String: MF2FunctionHandler] = [:]

    /// Starts without any function.
    public init() {}

    /// The functions of LDML 48.2, part 9, and those of Passo in the namespace `passo`.
    public static let `default` = MF2FunctionRegistry.standard.merging(.passo)

    /// A function by its name without the colon, with its namespace where it has one: `number`,
    /// `shop:price`.
    public subscript(name: String) -> MF2FunctionHandler? {
        get { handlers[name] }
        set { handlers[name] = newValue }
    }

    /// The names of all functions, sorted.
    public var names: [String] { handlers.keys.sorted() }

    private func merging(_ other: MF2FunctionRegistry) -> MF2FunctionRegistry {
        var all = self
        all.handlers.merge(other.handlers) { $1 }
        return all
    }
}

/// Makes the value of an expression; see ``MF2FunctionRegistry``.
///
/// It is called at most once for each expression of a message, and to be quick. What it throws
/// becomes an ``MF2Error``, and the expression shows its source.
public typealias MF2FunctionHandler =
    @Sendable (inout MF2FunctionCall) throws(MF2FunctionError) -> any MF2ResolvedValue

/// What a function is called with (LDML 48.2, part 9, section *Function Resolution*).
public struct MF2FunctionCall {
    /// The reader's language.
    public let locale: String
    /// The IANA name of the reader's time zone.
    public let timeZone: String
    /// The direction that `u:dir` gives the expression; nil where it gives none.
    public let direction: MF2Direction?
    /// The value that the function is applied to; nil where the expression has none.
    public let operand: (any MF2ResolvedValue)?
    /// The options that have a value, in their order, without those of the namespace `u`.
    public let options: [MF2ResolvedOption]
    /// How the reader's language writes numbers and dates.
    let formats: MF2Formats
    private(set) var reported: [MF2FunctionError] = []

    init(
        _ formats: MF2Formats,
        operand: (any MF2ResolvedValue)?,
        options: [MF2ResolvedOption],
        direction: MF2Direction?
    ) {
        locale = formats.locale
        timeZone = formats.timeZone
        self.formats = formats
        self.operand = operand
        self.options = options
        self.direction = direction
    }

    /// The option of a name.
    public func option(_ name: String) -> MF2ResolvedOption? {
        options.first { $0.name == name }
    }

    /// Reports what is wrong and can be done without, as an option that is left out.
    public mutating func report(_ error: MF2FunctionError) { reported.append(error) }
}
