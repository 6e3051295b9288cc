public import PassoCEL
public import PassoCore
public import PassoMessages

extension NoticeValue {
    /// The value as an argument of a message.
    ///
    /// Truth values become the words `true` and `false`, so that a message can select by them; a
    /// duration becomes its seconds.
    public var argument: MessageArgument {
        switch self {
        case .value(let value): value.messageArgument
        case .label(let key): .label(key: key)
        case .message(let notice):
            .message(key: notice.key, arguments: notice.messageArguments)
        case .missing: .string("")
        }
    }
}

extension Notice {
    /// The arguments that have a value, ready for a bundle.
    public var messageArguments: [MessageNamedArgument] {
        arguments.compactMap { argument in
            if case .missing = argument.value { return nil }
            return MessageNamedArgument(argument.name, argument.value.argument)
        }
    }
}

extension CELValue {
    /// The value as an argument of a message.
    public var messageArgument: MessageArgument {
        switch self {
        case .null: .string("")
        case .bool(let value): .string(value ? "true" : "false")
        case .int(let value): .int(value)
        case .uint(let value): Int64(exactly: value).map { .int($0) } ?? .double(Double(value))
        case .double(let value): .double(value)
        case .string(let value): .string(value.string)
        case .timestamp(let value): .instant(millisecondsSince1970: value.milliseconds)
        case .duration(let value): .int(value.seconds)
        case .list(let list): .list(list.elements.map(\.messageArgument))
        case .optional(let optional): optional.value?.messageArgument ?? .string("")
        case .bytes, .map, .type, .object: .string("")
        }
    }
}

extension CELTimestamp {
    /// Whole milliseconds since 1970, rounded down; the range of timestamps cannot overflow it.
    fileprivate var milliseconds: Int64 { seconds * 1000 + Int64(nanoseconds / 1_000_000) }
}
