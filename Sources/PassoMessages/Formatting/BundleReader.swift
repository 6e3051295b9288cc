/// A bundle as one reader sees it: in the reader's language, time zone and way of isolating.
///
/// Fetch one per reader (or per request) with ``CompiledBundle/reader(for:timeZone:isolating:)`` and
/// keep it: its ``text(_:_:)-(_,KeyValuePairs<String,MessageArgument>)`` is the fastest way to a text,
/// a few tens of nanoseconds. Any number of threads may use one reader, and no call takes a lock.
///
/// ```swift
/// let reader = bundle.reader(for: "pl", timeZone: "Europe/Warsaw")
/// label.text = reader.text("tag.tooLong", ["max": 50, "count": 61]).text
/// ```
public final class BundleReader: Sendable {
    /// The language of the table that is asked first; the template's, if no table meets the reader's
    /// wishes.
    public let locale: String
    /// The IANA name of the reader's time zone.
    public let timeZone: String
    /// Whether arguments stand between first-strong isolates (U+2068 and U+2069).
    public let isIsolating: Bool
    let limits: MessageLimits
    private let first: Voice?
    /// The first language again, where no call counts its references.
    private let lent: Lent<Voice>?
    /// Where its keys stand, its texts and its name, at hand.
    private let keys: KeyIndex?
    private let wholeTexts: KeptTexts.Places?
    private let word: LocaleWord?

    init(_ first: Voice?, _ place: ReaderPlace, _ limits: MessageLimits) {
        self.first = first
        self.limits = limits
        lent = first.map { Lent($0) }
        keys = first?.look.keys
        wholeTexts = first?.look.wholeTexts
        word = first.flatMap(\.word)
        locale = first?.locale ?? place.locale
        timeZone = place.timeZone
        isIsolating = place.isIsolating
    }

    /// Formats the message of a key that takes no arguments.
    public func text(_ key: String) -> FormattedText { text(key, .named([])) }

    /// Formats the message of a key with arguments written as a dictionary literal.
    ///
    /// - Parameters:
    ///   - key: the key in the tables.
    ///   - arguments: the values of its placeholders, in any order; superfluous ones are ignored.
    /// - Returns: the best text, what went wrong, and the language it came from.
    public func text(
        _ key: String,
        _ arguments: KeyValuePairs<String, MessageArgument>
    ) -> FormattedText {
        text(key, .pairs(arguments))
    }

    /// Formats the message of a key.
    public func text(_ key: String, _ arguments: [MessageNamedArgument]) -> FormattedText {
        text(key, .named(arguments))
    }

    /// Formats the message of a key as parts, so that a page can mark up arguments.
    ///
    /// Joined, the parts are the text of ``text(_:_:)-(_,KeyValuePairs<String,MessageArgument>)``.
    public func parts(
        _ key: String,
        _ arguments: KeyValuePairs<String, MessageArgument> = [:]
    ) -> FormattedParts {
        parts(key, .pairs(arguments))
    }

    /// Formats the message of a key as parts.
    public func parts(_ key: String, _ arguments: [MessageNamedArgument]) -> FormattedParts {
        parts(key, .named(arguments))
    }

    /// Whether any language that this reader sees has the key.
    public func contains(_ key: String) -> Bool { find(key) != nil }

    @inline(__always)
    func text(_ key: String, _ arguments: ArgumentList) -> FormattedText {
        guard let keys, let lent, let number = keys.place(of: key) else {
            return textElsewhere(key, arguments)
        }
        if let word, let text = wholeTexts?.kept(at: number) {
            // What is looked at lives as long as this reader.
            return withExtendedLifetime(self) { FormattedText(text: text, word: word) }
        }
        return written(key, arguments, lent, number)
    }

    /// Formats a message that the reader's first language lacks.
    @inline(never)
    private func textElsewhere(_ key: String, _ arguments: ArgumentList) -> FormattedText {
        guard let (voice, number) = findElsewhere(key) else {
            return FormattedText(text: "[\(key)]", problems: [.unknownKey(key)], voice: nil)
        }
        return written(key, arguments, voice, number)
    }

    @inline(never)
    private func written(
        _ key: String,
        _ arguments: ArgumentList,
        _ voice: Lent<Voice>,
        _ number: Int
    ) -> FormattedText {
        withExtendedLifetime(self) {
            if let text = voice.with({ $0.wholeText(at: number) }) {
                return voice.with { FormattedText(text: text, problems: [], voice: $0) }
            }
            return TextBuffer.with { buffer in
                var writer = MessageWriter(reader: self, buffer: buffer)
                voice.with { writer.write($0, number, key, arguments) }
                let text = writer.buffer.text
                if writer.problems.isEmpty, let word = voice.with({ $0.word }) {
                    return FormattedText(text: text, word: word)
                }
                let problems = writer.problems
                return voice.with { FormattedText(text: text, problems: problems, voice: $0) }
            }
        }
    }

    func parts(_ key: String, _ arguments: ArgumentList) -> FormattedParts {
        withExtendedLifetime(self) {
            TextBuffer.with { buffer in
                var writer = MessageWriter(reader: self, buffer: buffer, isMarking: true)
                writer.writeMessage(key, arguments)
                return FormattedParts(
                    parts: PartBuilder.parts(of: writer.marks, writer.buffer),
                    problems: writer.problems,
                    locale: find(key)?.voice.with { $0.locale }
                )
            }
        }
    }

    /// The message of a key in the first language that has it.
    @inline(__always)
    func find(_ key: String) -> (voice: Lent<Voice>, number: Int)? {
        if let keys, let lent, let number = keys.place(of: key) { return (lent, number) }
        return findElsewhere(key)
    }

    @inline(never)
    private func findElsewhere(_ key: String) -> (voice: Lent<Voice>, number: Int)? {
        var next = first?.next
        while let voice = next {
            if let number = voice.look.place(of: key) { return (Lent(voice), number) }
            next = voice.next
        }
        return nil
    }
}
