import PassoMessages
import Testing

@Suite struct ApostropheTests {
    static let patterns = [
        "I don't know", "a''b", "'aa''b'", "'{x}'", "'{x", "'}'", "''{x}''", "it''s {x}",
        "'{'{x}'}'", "This '{isn''t}' obvious", "'", "''", "'''", "''''", "'{'''}", "a 'b {x} c'",
        "{n, plural, other {'#' # ''#''}}", "{n, plural, other {'#}}}", "'#' {x}",
        "{n, plural, other {it's #}}", "{n, plural, other {'{x}' #}}", "{g, select, other {'#' #}}",
        "{n, plural, other {{g, select, other {'#' #}}}}", "l'{x}'", "}", "a } b", "'|'", "{x}'",
        "d''{x}", "d'{x}",
    ]

    @Test(arguments: patterns)
    func `quotes exactly what ICU quotes`(pattern: String) {
        let arguments: KeyValuePairs<String, MessageArgument> = ["x": "X", "n": 5, "g": "q"]
        let oracle = Oracle.format(pattern, arguments, in: "en")
        let ours = OneMessage.format(pattern, arguments, in: "en").text
        if case .text(let text) = oracle {
            #expect(ours == text, "\(pattern)")
        } else {
            #expect(Message.parse(pattern).1.contains { $0.id.isSyntax }, "\(pattern)")
        }
    }
}

/// A bundle of one message, for tests of patterns.
enum OneMessage {
    static func format(
        _ pattern: String,
        _ arguments: KeyValuePairs<String, MessageArgument>,
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        let arguments = arguments.map { MessageNamedArgument($0.key, $0.value) }
        return format(pattern, arguments, in: locale, timeZone: timeZone, isolating: isolating)
    }

    static func format(
        _ pattern: String,
        _ arguments: [MessageNamedArgument],
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        let table = StringTable(locale: locale, patterns: ["key": pattern])
        let bundle = StringBundle(name: "test", tables: [table], templateLocale: locale)
        return bundle.text("key", arguments, in: locale, timeZone: timeZone, isolating: isolating)
    }
}
