/// A name that a message expects an argument for, and what it does with it.
public struct MessageParameter: Sendable, Hashable {
    /// What a message does with an argument.
    public enum Kind: Sendable, Hashable {
        /// Written as it is: `{name}`. Takes every kind of argument.
        case any
        /// Written as a number: `{name, number}`.
        case number
        /// Chooses a branch by the plural rules of the language: `{name, plural, …}`.
        case plural
        /// Chooses a branch by the ordinal rules of the language: `{name, selectordinal, …}`.
        case ordinal
        /// Chooses a branch by an exact word: `{name, select, …}`; the words other than `other`.
        case select(keys: [String])
        /// Written as a day: `{name, date}`.
        case date
        /// Written as a time of day: `{name, time}`.
        case time
        /// Written as several values: `{name, list}`.
        case list
    }

    /// The name between the braces.
    public let name: String
    /// The most demanding use of the name in the message.
    public let kind: Kind
    /// Where the name first stands, as UTF-8 offsets in the pattern.
    public let range: Range<Int>
}

extension MessageParameter.Kind {
    /// Whether an argument of a kind can be formatted here without a problem.
    public func accepts(_ kind: MessageArgumentKind) -> Bool {
        switch self {
        case .any: true
        case .number, .plural, .ordinal: kind == .integer || kind == .double
        case .select: kind == .string || kind == .integer
        case .date, .time: kind == .instant
        case .list: kind == .list
        }
    }

    /// The word for this kind in diagnostics: `any`, `number`, `plural`, `ordinal`, `select`,
    /// `date`, `time` or `list`.
    public var name: String {
        switch self {
        case .any: "any"
        case .number: "number"
        case .plural: "plural"
        case .ordinal: "ordinal"
        case .select: "select"
        case .date: "date"
        case .time: "time"
        case .list: "list"
        }
    }
}
