/// A value as an explanation shows it: whole, shortened, or not at all.
public enum CELShownValue: Hashable, Sendable {
    /// The value, whose text is not longer than ``CELLimits/shownBytes``.
    case value(CELValue)
    /// The beginning of a longer value as an expression of CEL, with an ellipsis for the rest, and its
    /// size: elements of a list or map, bytes, otherwise code points.
    case shortened(String, size: Int)
    /// A value of a sensitive variable, or one that was computed from it.
    case masked
    /// There was no value.
    case error(CELError)

    /// What stands for a value that is not shown.
    public static let mask = "***"

    /// The value as a text of one line, as an expression of CEL where it is whole.
    public var text: String {
        switch self {
        case .value(let value): value.description
        case .shortened(let text, _): text
        case .masked: Self.mask
        case .error(let error): error.code.rawValue
        }
    }

    /// Shows a value in at most so many bytes.
    init(_ value: CELValue, bytes: Int) {
        var writer = CELShortText(bytes: bytes)
        writer.write(value)
        self = writer.isCut ? .shortened(writer.text, size: value.shownSize) : .value(value)
    }
}

extension CELValue {
    /// The size that a reader of a shortened value wants to know.
    fileprivate var shownSize: Int {
        switch self {
        case .list(let list): list.count
        case .map(let map): map.count
        case .bytes(let bytes): bytes.count
        case .string(let text): text.codePointCount
        default: description.unicodeScalars.count
        }
    }
}
