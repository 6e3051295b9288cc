import PassoMessages
import PassoTesting

/// Writes random messages of the safe profile, with arguments for them.
struct RandomMessage {
    /// The message with the list styles that ICU lacks.
    private(set) var pattern = ""
    let arguments: [MessageNamedArgument]
    let locale: String
    let timeZone: String

    init(_ random: inout SeededRandom) {
        locale = random.pick(["en", "da", "pl", "pt", "it"]) ?? "en"
        timeZone = random.pick(Self.timeZones) ?? "UTC"
        arguments = Self.arguments(&random)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            pattern += Self.element(&random)
        }
    }

    /// The same message for ICU, which is given a list as the text that its list format makes.
    var patternForICU: String { Self.withoutLists(pattern) }

    /// A pattern, or a text with what an apostrophe has quoted, without the list styles.
    static func withoutLists(_ text: String) -> String {
        text.replacing("{tags, list}", with: "{tags}")
            .replacing("{either, list, or}", with: "{either}")
    }

    private static let timeZones = [
        "UTC", "Europe/Rome", "Asia/Kolkata", "America/Sao_Paulo", "America/New_York",
        "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Warsaw", "Europe/Copenhagen",
        "Pacific/Apia", "Africa/Casablanca", "America/St_Johns", "Europe/Dublin", "Asia/Tehran",
        "Antarctica/Troll", "GMT-03:30",
    ]
}

extension RandomMessage {
    private static let counts: [Int64] = [
        0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 14, 21, 22, 25, 80, 100, 101, 111, 800, 1_000, 2_000,
        12_345, 1_000_000, 3_000_000, 1_000_001, -1, -5, -22, -2_000,
    ]

    private static let sizes = [
        0, -0.0, 0.5, 1, 1.5, 2, 0.0004, 0.0005, 0.001_5, 1999.9999, 2.25, -3.75, 1e6, 1e9, 1e15,
        1.25e20, 21, 999.9995, 1e-7, -0.0001,
    ]

    private static let words = [
        "a", "bb", "other", "żaba", "", "A", "a b", "O’Neil", "{x}", "#", "'",
    ]

    /// `count` and `size` choose branches; `big` and `rate` are any numbers.
    private static func arguments(_ random: inout SeededRandom) -> [MessageNamedArgument] {
        let count = random.pick(counts) ?? 0
        let small = Int64.random(in: -3...130, using: &random)
        let size = random.pick(sizes) ?? 0
        let units = Double(Int64.random(in: -3_000_000...3_000_000, using: &random))
        let big =
            Int64.random(in: .min ... .max, using: &random)
            >> Int64.random(in: 0..<64, using: &random)
        return [
            MessageNamedArgument("count", .int(random.oneIn(2) ? count : small)),
            MessageNamedArgument("size", .double(random.oneIn(2) ? size : units / 1_000)),
            MessageNamedArgument("big", .int(big)),
            MessageNamedArgument("rate", .double(Double.random(in: -2...2, using: &random))),
            MessageNamedArgument("word", .string(random.pick(words) ?? "")),
            MessageNamedArgument("when", .instant(millisecondsSince1970: instant(&random))),
            MessageNamedArgument("tags", .list(items(&random))),
            MessageNamedArgument("either", .list(items(&random))),
        ].shuffled(using: &random)
    }

    private static func items(_ random: inout SeededRandom) -> [MessageArgument] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in .string(random.pick(words) ?? "") }
    }

    /// Most in this and the last century, some over twenty thousand years.
    private static func instant(_ random: inout SeededRandom) -> Int64 {
        random.oneIn(5)
            ? Int64.random(in: -377_705_116_800_000...253_402_300_800_000, using: &random)
            : Int64.random(in: -2_500_000_000_000...5_000_000_000_000, using: &random)
    }
}

extension RandomMessage {
    private static func element(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: plural("plural", &random)
        case 1: plural("selectordinal", &random)
        case 2: select(&random)
        case 3, 4, 5: simple(&random)
        default: text(&random)
        }
    }

    private static func plural(_ type: String, _ random: inout SeededRandom) -> String {
        let offset =
            random.oneIn(4) ? random.pick(["offset:1 ", "offset: -2 ", "offset:1.5 "]) : ""
        let name = random.oneIn(4) ? "size" : "count"
        var keys = ["=0", "=1", "=2", "=-1", "=1.5", "=1e3", "zero", "one", "two", "few", "many"]
            .filter { _ in random.oneIn(2) }
        keys.append("other")
        let branches = keys.shuffled(using: &random).map { branch($0, isPlural: true, &random) }
        return "{ \(name),\(type), \(offset ?? "")\(branches.joined(separator: " "))}"
    }

    private static func select(_ random: inout SeededRandom) -> String {
        let keys = ["a", "bb", "żaba", "A"].filter { _ in random.oneIn(2) } + ["other"]
        let branches = keys.shuffled(using: &random).map { branch($0, isPlural: false, &random) }
        return "{word, select, \(branches.joined())}"
    }

    private static func branch(
        _ key: String,
        isPlural: Bool,
        _ random: inout SeededRandom
    ) -> String {
        let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            switch Int.random(in: 0..<4, using: &random) {
            case 0: isPlural ? "#" : "# "
            case 1: simple(&random)
            case 2 where isPlural: random.pick(["'#'", "#'#{}'", "'{'#'}'", "''#''"]) ?? ""
            default: text(&random)
            }
        }
        return "\(key)\(random.pick(["", " ", "\n"]) ?? ""){\(parts.joined())}"
    }

    private static func simple(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            return random.pick([
                "{word}", "{ count }", "{size}", "{when}", "{big}", "{rate}", "{\tword\n}",
                "{tags}",
                "{tags, list}", "{either, list, or}",
            ]) ?? ""
        case 1: return number(&random)
        default: return date(&random)
        }
    }

    private static func number(_ random: inout SeededRandom) -> String {
        let name = random.pick(["count", "size", "big", "rate"]) ?? ""
        let style = random.pick([
            "", ", integer", ", percent", ",  PERCENT ", ", ::.00", ", ::.##", ", ::.0#",
            ", ::percent",
            ", :: %x100 .0", ", ::compact-short", ", ::compact-long", ", ::currency/EUR",
            ", ::currency/USD unit-width-narrow", ", ::currency/JPY", ", ::group-off",
            ", ::group-min2 .0", ", ::group-on-aligned", ", ::integer-width/+000",
            ", ::sign-always",
            ", ::scientific", ", ::precision-integer", ", ::@@@", ", ::@@#", ", ::scale/100",
            ", ::unit/kilometer", ", ::measure-unit/length-meter unit-width-full-name", ", ::% .##",
            ", ::latin .0", ", ::currency/BRL sign-accounting", ", ::.000 rounding-mode-floor",
        ])
        return "{\(name), number\(style ?? "")}"
    }

    private static func date(_ random: inout SeededRandom) -> String {
        let type = random.pick(["date", "time"]) ?? ""
        let style =
            random.oneIn(2)
            ? random.pick(["", ", short", ", medium", ", long", ", full", ", SHORT "]) ?? ""
            : ", ::\(skeleton(&random))"
        return "{when,\(type)\(style)}"
    }

    /// Parts in the order of Unicode Technical Standard #35, each of some width.
    private static func skeleton(_ random: inout SeededRandom) -> String {
        let parts: [[String]] = [
            ["G", "GGGG"], ["y", "yy", "yyyy"], ["Q", "QQQ", "QQQQ"],
            ["M", "MM", "MMM", "MMMM", "MMMMM", "LLLL"], ["w"], ["d", "dd"],
            ["E", "EEEE", "EEEEE", "ccc"], ["j", "jj", "H", "HH", "h", "hh", "k", "B"],
            ["m", "mm"], ["s", "ss"], ["S", "SSS"], ["z", "zzzz", "v", "vvvv", "O", "OOOO", "xxx"],
        ]
        let chosen = parts.filter { _ in random.oneIn(3) }.map { random.pick($0) ?? "" }
        return chosen.isEmpty ? "yMMMd" : chosen.joined()
    }

    private static func text(_ random: inout SeededRandom) -> String {
        random.pick([
            "text ", "it''s ", "don't ", "'{'quoted'}' ", "ż ", "😀", "%s ", "<b>", "| ", "\n", "“ ",
            "'", "''", "\u{A0}", "\\u0041 ", "' ", "'{a''b}' ", "'''{'''", "# ", "'}'",
            "'{it''s} ' ",
            "\u{200E}", "''''",
        ]) ?? ""
    }
}
