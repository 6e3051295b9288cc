import PassoMessages
import Testing

/// Texts compared with those of ICU's own MessageFormat.
@Suite struct FormattingOracleTests {
    static let locales = ["en", "da", "pl", "pt", "it", "pt-PT", "de", "fr"]

    static let numberPatterns = [
        "{n}", "{n, number}", "{n, number, integer}", "{n, number, percent}",
        "{n, number, ::compact-short}", "{n, number, ::.00}",
        "{n, plural, =0 {zero} =2 {pair of #} one {# one} few {# few} many {# many} other {# other}}",
        "{n, plural, offset:1 =0 {none} =1 {one} one {# one} few {# few} other {# other}}",
        "{n, selectordinal, one {#st} two {#nd} few {#rd} many {#many} other {#th}}",
        "{n, plural, one {{n} one} other {{n, number} others}} and {n, plural, other {#}}.",
        "{n, plural, offset:-3 =3 {three} other {# {n}}}",
    ]

    static let wholeNumbers: [Int64] = [
        0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 100, 101, 255, 256, 999, 1000, 2000, 9999, 12_345,
        1_000_000, 1_000_001, 2_000_000, 1_234_567_890, -1, -2, -2000, .max, .min,
    ]

    @Test(arguments: locales)
    func `writes whole numbers as ICU does`(locale: String) {
        for pattern in Self.numberPatterns {
            // ICU computes an offset with doubles and loses digits beyond 53 bits; we do not.
            let isExact = !pattern.contains("offset")
            for number in Self.wholeNumbers where isExact || number.magnitude < 1 << 53 {
                expectEqual(pattern, ["n": .int(number)], in: locale)
            }
        }
    }

    static let fractions: [Double] = [
        0, 0.5, 1, 1.0004, 1.0005, 1.5, 2.0015, 1999.9996, 0.0005, 0.0004, -1, -0.5, 1e6, 1e15,
        1.25e20, 0.1, 12.3456, 99.9999, 1e-7, 123_456.789, -0.0001, 2.5, 3.5, 1_000_000.5,
    ]

    @Test(arguments: locales)
    func `writes fractions as ICU does`(locale: String) {
        for pattern in Self.numberPatterns {
            for number in Self.fractions {
                expectEqual(pattern, ["n": .double(number)], in: locale)
            }
        }
    }

    static let datePatterns = [
        "{t}", "{t, date}", "{t, date, short}", "{t, date, medium}", "{t, date, long}",
        "{t, date, full}", "{t, time}", "{t, time, short}", "{t, time, medium}",
        "{t, time, long}", "{t, time, full}", "{t, date, ::yMMMd}", "{t, date, ::EEEEd}",
        "{t, time, ::jmm}", "{t, date, long} – {t, time, short}",
    ]

    static let instants: [Int64] = [
        0, 1_772_712_000_000, 1_767_225_599_999, 1_793_494_800_000, -1, 951_782_400_000,
    ]

    @Test(arguments: locales, ["UTC", "Europe/Copenhagen", "America/Sao_Paulo"])
    func `writes days and times as ICU does`(locale: String, timeZone: String) {
        for pattern in Self.datePatterns {
            for instant in Self.instants {
                expectEqual(
                    pattern,
                    ["t": .instant(millisecondsSince1970: instant)],
                    in: locale,
                    timeZone: timeZone
                )
            }
        }
    }

    @Test(arguments: ["ready", "busy", "other", "", "Ready", "żółw"])
    func `selects words as ICU does`(word: String) {
        for pattern in [
            "{s, select, ready {R} żółw {Ż} other {O {s}}}",
            "{s, select, other {first} ready {R}}",
            "{s, select, ready {a} ready {b} other {c} other {d}}",
        ] {
            expectEqual(pattern, ["s": .string(word)], in: "pl")
        }
    }

    private func expectEqual(
        _ pattern: String,
        _ arguments: KeyValuePairs<String, MessageArgument>,
        in locale: String,
        timeZone: String = "UTC"
    ) {
        let oracle = Oracle.format(pattern, arguments, in: locale, timeZone: timeZone)
        let ours = OneMessage.format(pattern, arguments, in: locale, timeZone: timeZone)
        #expect(
            Oracle.Answer.text(ours.text) == oracle,
            "\(pattern) \(arguments) \(locale) \(timeZone)"
        )
        #expect(ours.problems.isEmpty, "\(pattern) \(ours.problems)")
    }
}
