/// The kinds of ``MessageArgument``, without the values.
///
/// What a compiler of definitions knows of an argument before there is one.
public enum MessageArgumentKind: String, Sendable, Hashable, CaseIterable {
    /// A whole number.
    case integer
    /// A number that may have a fraction.
    case double
    /// A text.
    case string
    /// A point in time.
    case instant
    /// A key whose text takes no arguments.
    case label
    /// Another message.
    case message
    /// Several values.
    case list
}

extension MessageArgument {
    /// The kind of this value.
    public var kind: MessageArgumentKind {
        switch self {
        case .int: .integer
        case .double: .double
        case .string: .string
        case .instant: .instant
        case .label: .label
        case .message: .message
        case .list: .list
        }
    }
}
