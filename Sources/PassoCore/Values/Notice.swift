public import PassoCEL

/// A message by key with its arguments evaluated: what people read, in no language yet.
public struct Notice: Hashable, Sendable, Codable {
    /// The key in the string bundle.
    public var key: String
    /// The arguments by name, in the template's order.
    public var arguments: [NoticeArgument]

    /// Makes a notice.
    public init(key: String, arguments: [NoticeArgument] = []) {
        self.key = key
        self.arguments = arguments
    }
}

/// One named argument of a notice.
public struct NoticeArgument: Hashable, Sendable, Codable {
    /// The placeholder's name.
    public var name: String
    /// What stands there.
    public var value: NoticeValue

    /// Makes an argument.
    public init(name: String, value: NoticeValue) {
        self.name = name
        self.value = value
    }
}

/// What stands for a placeholder.
public indirect enum NoticeValue: Hashable, Sendable, Codable {
    /// A value.
    case value(CELValue)
    /// The text of a key, in the reader's language.
    case label(String)
    /// Another message, in the reader's language.
    case message(Notice)
    /// Nothing, because the argument's expression failed; formatting reports it and goes on.
    case missing
}
