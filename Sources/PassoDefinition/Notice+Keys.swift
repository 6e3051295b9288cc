internal import PassoCEL
public import PassoCore
public import PassoMessages

extension Notice {
    /// Makes a notice of a typed message, for what a host says itself.
    ///
    /// ```swift
    /// HostRefusal(Notice(Desk.taskNotYours))
    /// ```
    ///
    /// Notices have no lists of labels or messages: such an argument is missing, which formatting
    /// reports.
    public init(_ message: LocalizedMessage) {
        self.init(key: message.key, arguments: message.arguments.map(NoticeArgument.init))
    }
}

extension LocalizedMessage {
    /// Makes a message of a notice, ready for a bundle; an argument that is missing stays so.
    public init(_ notice: Notice) {
        self.init(notice.key, notice.messageArguments)
    }
}

extension NoticeArgument {
    fileprivate init(_ argument: MessageNamedArgument) {
        self.init(name: argument.name, value: NoticeValue(argument.value))
    }
}

extension NoticeValue {
    fileprivate init(_ argument: MessageArgument) {
        switch argument {
        case .label(let key): self = .label(key)
        case .message(let key, let arguments):
            self = .message(Notice(key: key, arguments: arguments.map(NoticeArgument.init)))
        default: self = CELValue(argument).map { .value($0) } ?? .missing
        }
    }
}

extension CELValue {
    /// The value of an argument that is no text of a table.
    fileprivate init?(_ argument: MessageArgument) {
        switch argument {
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = CELValue(value)
        case .instant(let milliseconds):
            guard let instant = CELTimestamp(millisecondsSince1970: milliseconds) else {
                return nil
            }
            self = .timestamp(instant)
        case .list(let elements):
            let values = elements.compactMap { CELValue($0) }
            guard values.count == elements.count else { return nil }
            self = .list(CELList(values))
        case .label, .message: return nil
        }
    }
}

extension CELTimestamp {
    /// Takes whole milliseconds; nil beyond the years 1 to 9999.
    fileprivate init?(millisecondsSince1970 milliseconds: Int64) {
        let part = milliseconds % 1000
        self.init(
            seconds: milliseconds / 1000 - (part < 0 ? 1 : 0),
            nanoseconds: Int32(part < 0 ? part + 1000 : part) * 1_000_000
        )
    }
}
