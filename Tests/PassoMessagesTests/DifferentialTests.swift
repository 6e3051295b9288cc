import PassoMessages
import PassoTesting
import Testing

/// Random messages of the safe profile with random arguments, against ICU's own MessageFormat.
@Suite struct DifferentialTests {
    @Test func `format as ICU does in five languages`() {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 3_000) {
            let pattern = RandomMessage.pattern(&random)
            let arguments = RandomMessage.arguments(&random)
            let locale = random.pick(["en", "da", "pl", "pt", "it"]) ?? "en"
            let zone = random.pick(["UTC", "Europe/Rome", "Asia/Kolkata"]) ?? "UTC"
            let table = StringTable(
                locale: locale,
                entries: [StringEntry(key: "k", pattern: pattern)]
            )
            let ours = StringBundle(name: "t", tables: [table], templateLocale: locale)
                .text("k", arguments, in: locale, timeZone: zone)
            let oracle = Oracle.format(pattern, arguments, in: locale, timeZone: zone)
            // An apostrophe may have swallowed a brace: then both refuse.
            if Message.parse(pattern).1.contains(where: { $0.id.isSyntax }) {
                #expect(!Oracle.accepts(pattern), "\(pattern.debugDescription) \(random)")
                continue
            }
            #expect(
                Oracle.Answer.text(ours.text) == oracle,
                "\(pattern.debugDescription) \(arguments) \(locale) \(zone) \(random)"
            )
            // Or it has made an argument of what was quoted.
            let others = ours.problems.filter {
                if case .missingArgument = $0 { false } else { true }
            }
            #expect(others.isEmpty, "\(pattern.debugDescription) \(others) \(random)")
        }
    }
}

/// Writes random messages of the safe profile.
enum RandomMessage {
    static func pattern(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in element(&random) }.joined()
    }

    static func arguments(_ random: inout SeededRandom) -> [MessageNamedArgument] {
        let count = random.pick(counts) ?? 0
        let size = random.pick(sizes) ?? 0
        let word = random.pick(["a", "bb", "other", "żaba", ""]) ?? ""
        let instant = Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &random)
        return [
            MessageNamedArgument("count", .int(random.oneIn(3) ? count : count % 30)),
            MessageNamedArgument("size", .double(size)),
            MessageNamedArgument("word", .string(word)),
            MessageNamedArgument("when", .instant(millisecondsSince1970: instant)),
        ].shuffled(using: &random)
    }

    private static let counts: [Int64] = [
        0, 1, 2, 3, 4, 5, 7, 11, 12, 14, 21, 22, 25, 100, 111, 1000, 2000, 12_345, 1_000_000,
        3_000_000, -1, -5, -22,
    ]

    private static let sizes = [
        0, 0.5, 1, 1.5, 2, 0.0004, 0.0005, 1999.9999, 2.25, -3.75, 1e6, 1e9,
    ]

    private static func element(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: plural("plural", &random)
        case 1: plural("selectordinal", &random)
        case 2: "{word, select, \(branch("a", &random)) \(branch("other", &random))}"
        case 3: simple(&random)
        default: text(&random)
        }
    }

    private static func plural(_ type: String, _ random: inout SeededRandom) -> String {
        let offset = type == "plural" && random.oneIn(4) ? "offset:1 " : ""
        let name = random.oneIn(4) ? "size" : "count"
        var keys = ["=0", "=1", "=2", "zero", "one", "two", "few", "many"]
            .filter { _ in random.oneIn(2) }
        keys.append("other")
        let branches = keys.shuffled(using: &random).map { branch($0, &random) }
        return "{ \(name),\(type), \(offset)\(branches.joined(separator: " "))}"
    }

    private static func branch(_ key: String, _ random: inout SeededRandom) -> String {
        let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            switch Int.random(in: 0..<4, using: &random) {
            case 0: "#"
            case 1: "{word}"
            default: text(&random)
            }
        }
        return "\(key){\(parts.joined())}"
    }

    private static func simple(_ random: inout SeededRandom) -> String {
        random.pick([
            "{word}", "{ count }", "{size}", "{count, number}", "{size, number, integer}",
            "{size, number, percent}", "{count,number,percent}", "{when}", "{when, date}",
            "{when, date, short}", "{when, date, full}", "{when, time, short}", "{when,time}",
            "{when, date, ::yMMMM}", "{size, number, ::.00}",
        ]) ?? ""
    }

    private static func text(_ random: inout SeededRandom) -> String {
        random.pick([
            "text ", "it''s ", "don't ", "'{'quoted'}' ", "ż ", "😀", "%s ", "<b>", "| ", "\n", "“ ",
            "'", "''", "\u{A0}", "\\u0041 ", "' ",
        ]) ?? ""
    }
}
