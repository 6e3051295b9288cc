/// Something that went wrong while a message was formatted.
///
/// The text is there all the same: what could not be written stands as `{$name}`.
public struct MF2Error: Sendable, Hashable {
    /// What went wrong.
    public let id: MF2ErrorID
    /// What it is about, as the message writes it: `$count`, `|horse|`, `:number`.
    public let source: String
    /// The option, the operand or the key that was wrong; empty where ``source`` says it all.
    public let detail: String
    /// The expression or the key, as UTF-8 offsets in the text of the message.
    public let range: Range<Int>
}

/// The kinds of ``MF2Error``: the errors of LDML 48.2, part 9, section *Errors*, that show in
/// formatting, and our limits.
///
/// Errors of syntax and of the data model are told by ``MF2ProblemID`` before.
public enum MF2ErrorID: String, Sendable, Hashable, CaseIterable {
    /// No argument has the name of a variable.
    case unresolvedVariable = "unresolved-variable"
    /// No function has the name.
    case unknownFunction = "unknown-function"
    /// A variable cannot be chosen by; no key but `*` matches it.
    case badSelector = "bad-selector"
    /// A function cannot use its operand.
    case badOperand = "bad-operand"
    /// An option has a value that its function does not know; the option is left out.
    case badOption = "bad-option"
    /// A key that its selector never equals.
    case badVariantKey = "bad-variant-key"
    /// A function cannot do what it is asked, though the message is right.
    case unsupportedOperation = "unsupported-operation"
    /// The text exceeds ``MessageLimits/maximumTextBytes`` and is cut.
    case tooLong = "too-long"
    /// A message made in memory has no variant for the values; a parsed message always has one.
    case invalidMessage = "invalid-message"
}

/// Why a function has no value, or what is wrong with one of its options.
public enum MF2FunctionError: Error, Sendable, Hashable {
    /// It cannot use this operand.
    case badOperand(String)
    /// It cannot use the option of this name.
    case badOption(String)
    /// It never equals this key.
    case badVariantKey(String)
    /// It cannot do this.
    case unsupportedOperation(String)
}

extension MF2FunctionError {
    var id: MF2ErrorID {
        switch self {
        case .badOperand: .badOperand
        case .badOption: .badOption
        case .badVariantKey: .badVariantKey
        case .unsupportedOperation: .unsupportedOperation
        }
    }

    var detail: String {
        switch self {
        case .badOperand(let text), .badOption(let text), .badVariantKey(let text),
            .unsupportedOperation(let text):
            text
        }
    }
}
