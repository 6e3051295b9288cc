/// A message with its arguments, in no language yet.
///
/// The plugin `PassoKeys` generates one for each key of a table, with typed arguments, so that a
/// missing key or argument does not compile:
///
/// ```swift
/// bundle.text(Desk.tagTooLong(max: 50, count: 61), in: "pl").text
/// ```
public struct LocalizedMessage: Sendable, Hashable, Codable {
    /// The key in the tables.
    public let key: String
    /// The values of its placeholders.
    public let arguments: [MessageNamedArgument]

    /// Names a message by hand, where the key is only known when the program runs.
    public init(_ key: String, _ arguments: [MessageNamedArgument] = []) {
        self.key = key
        self.arguments = arguments
    }

    /// This message as an argument of another, written in the same language.
    public var argument: MessageArgument {
        arguments.isEmpty ? .label(key: key) : .message(key: key, arguments: arguments)
    }
}

/// A point in time as an argument of a message, written in the reader's time zone.
public struct MessageInstant: Sendable, Hashable, Codable {
    /// Whole milliseconds since 1970 in UTC, without leap seconds.
    public let millisecondsSince1970: Int64

    /// Takes milliseconds since 1970 in UTC.
    public init(millisecondsSince1970: Int64) {
        self.millisecondsSince1970 = millisecondsSince1970
    }

    /// Takes seconds since 1970 in UTC, as Foundation's `Date` gives them; what no integer can
    /// hold becomes the nearest that one can, and what is no number 1970.
    public init(secondsSince1970 seconds: Double) {
        let milliseconds = (seconds * 1000).rounded(.down)
        millisecondsSince1970 =
            Int64(exactly: milliseconds)
            ?? (milliseconds > 0 ? .max : milliseconds < 0 ? .min : 0)
    }

    /// The instant as an argument.
    public var argument: MessageArgument { .instant(millisecondsSince1970: millisecondsSince1970) }
}
