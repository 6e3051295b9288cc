/// How a placeholder writes its value.
public enum MessageFunction: Sendable, Hashable {
    /// By the kind of the value: `{name}`.
    case plain
    /// As a number: `{name, number}`.
    case number(MessageNumberStyle)
    /// As the number of the plural around it, less that plural's offset: `#`.
    case pluralNumber(offset: Double)
    /// As a day: `{name, date}`.
    case date(MessageDateStyle)
    /// As a time of day: `{name, time}`.
    case time(MessageDateStyle)
    /// As several values, joined as the language joins them: `{name, list}`.
    case list(MessageListStyle)
}

/// The style of a `number` placeholder.
public enum MessageNumberStyle: Sendable, Hashable {
    /// At most three decimals.
    case plain
    /// No decimals.
    case integer
    /// Times a hundred, with a percent sign.
    case percent
    /// An ICU number skeleton: the words after `::`.
    case skeleton(String)
}

/// The style of a `date` or `time` placeholder.
public enum MessageDateStyle: Sendable, Hashable {
    /// Digits only, where the language has such a form.
    case short
    /// The default.
    case medium
    /// With the month as a word, or with the time zone.
    case long
    /// Everything.
    case full
    /// An ICU date skeleton: the letters after `::`.
    case skeleton(String)
}

/// The style of a `list` placeholder.
public enum MessageListStyle: String, Sendable, Hashable, CaseIterable {
    /// “a, b and c”: the default.
    case and
    /// “a, b or c”.
    case or
}
