/// Writes messages of MessageFormat 2 for one reader: LDML 48.2, part 9, section *Formatting*.
///
/// ```swift
/// let formatter = MF2Formatter(locale: "da", timeZone: "Europe/Copenhagen")
/// let (message, _) = MF2Message.parse(".input {$n :integer} .match $n one {{{$n} opgave}} * {{{$n} opgaver}}")
/// if let message { formatter.format(message, arguments: ["n": 3]).text }   // 3 opgaver
/// ```
///
/// Formatting never fails: what cannot be written shows its source in braces, and the errors say why.
/// Make one formatter a reader and keep it; for a message that is written often, keep its
/// ``template(for:)``, too. Any number of threads may use both.
public struct MF2Formatter: Sendable {
    /// How placeholders are kept from disturbing the direction of the text around them.
    public enum Bidi: Sendable, Hashable, CaseIterable {
        /// The specification's *Default Bidi Strategy*: isolates around each placeholder, but around
        /// one from left to right in a message from left to right.
        case `default`
        /// Not at all: for a page that isolates the parts itself.
        case none
    }

    /// The reader's language as a BCP 47 tag.
    public var locale: String { formats.locale }
    /// The IANA name of the reader's time zone.
    public var timeZone: String { formats.timeZone }
    /// How placeholders are isolated.
    public let bidi: Bidi
    /// The functions that messages may name.
    public let functions: MF2FunctionRegistry
    let formats: MF2Formats
    let limits: MessageLimits

    /// Makes a formatter; it reads a language's data when that is first used.
    ///
    /// - Parameters:
    ///   - locale: the reader's language as a BCP 47 tag, `pl` or `pt-PT`.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - functions: the functions that messages may name.
    ///   - bidi: how placeholders are isolated.
    ///   - limits: how long a text may become.
    public init(
        locale: String,
        timeZone: String = "UTC",
        functions: MF2FunctionRegistry = .default,
        bidi: Bidi = .default,
        limits: MessageLimits = .standard
    ) {
        self.functions = functions
        self.bidi = bidi
        self.limits = limits
        formats = MF2Formats(locale: locale, timeZone: timeZone)
    }

    /// A message with its names looked up, ready to be written many times.
    public func template(for message: MF2Message) -> MF2Template {
        MF2Template(message, self)
    }

    /// Writes a message as a text.
    ///
    /// - Parameters:
    ///   - message: the message; see ``MF2Message/parse(_:limits:)``.
    ///   - arguments: the values of its variables by name without `$`; superfluous ones are ignored.
    /// - Returns: the text and what went wrong.
    public func format(
        _ message: MF2Message,
        arguments: [String: MF2Value] = [:]
    ) -> MF2Formatted {
        template(for: message).format(arguments)
    }

    /// Writes a message as parts, so that a page can mark up placeholders and show markup.
    ///
    /// Joined, the parts are the text of ``format(_:arguments:)``.
    public func parts(
        _ message: MF2Message,
        arguments: [String: MF2Value] = [:]
    ) -> MF2FormattedParts {
        template(for: message).parts(arguments)
    }
}
