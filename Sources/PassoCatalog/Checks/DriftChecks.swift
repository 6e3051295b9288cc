internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A number in digits that the source has and the translation lacks, or the other way round.
    ///
    /// Grouping and decimal signs do not count, nor do the number of a branch like `=0` and `2nd`.
    static let numbers = CatalogCheck("string-number", .warning, .translation(findNumbers))

    private static func findNumbers(_ message: CheckedMessage) -> [CheckFinding] {
        let source = NumberList(message.source)
        let target = NumberList(message.target)
        let missing = source.all.subtracting(target.all).subtracting(source.optional)
        let extra = target.all.subtracting(source.all).subtracting(target.optional)
            .subtracting(source.optional)
        return ["missing": missing, "extra": extra].sorted { $0.key > $1.key }.flatMap {
            problem,
            found in
            found.sorted().map { number in
                message.finding(
                    numbers,
                    at: target.places[number],
                    [.init("problem", problem), .init("number", number)]
                )
            }
        }
    }

    /// An address of a page or of mail that the translation lacks or changes.
    ///
    /// Another path on the same host is a page in the reader's language.
    static let addresses = CatalogCheck("string-address", .warning, .translation(findAddresses))

    private static func findAddresses(_ message: CheckedMessage) -> [CheckFinding] {
        let source = spans(of: message.source, Spans.addresses)
        let target = spans(of: message.target, Spans.addresses)
        let known = Set(source.map(\.host))
        let own = Set(target.map(\.host))
        let missing = Set(source.filter { !own.contains($0.host) }.map(\.text)).sorted()
        let extra = target.filter { !known.contains($0.host) }
        if missing.count == 1, let changed = extra.first {
            return [
                message.finding(
                    addresses,
                    at: changed.range,
                    [.init("address", missing[0]), .init("problem", "changed")],
                    fixIts: message.replacement(changed.range, with: missing[0])
                )
            ]
        }
        return missing.map {
            message.finding(addresses, [.init("address", $0), .init("problem", "missing")])
        }
            + message.unique(
                extra.map {
                    message.finding(
                        addresses,
                        at: $0.range,
                        [.init("address", $0.text), .init("problem", "extra")]
                    )
                }
            )
    }

    /// Tags, entities, backticks or double asterisks in another number than the source's.
    static let markup = CatalogCheck("string-markup", .warning, .translation(findMarkup))

    private static func findMarkup(_ message: CheckedMessage) -> [CheckFinding] {
        let expected = message.source.readings.map { tags(of: $0) }
        let own = message.target.readings.map { (tags(of: $0), $0) }
        guard let first = expected.first, let wrong = own.first(where: { !expected.contains($0.0) })
        else { return [] }
        let names = Set(first.keys).union(wrong.0.keys)
        let missing = names.filter { first[$0, default: 0] > wrong.0[$0, default: 0] }.sorted()
        let extra = names.filter { first[$0, default: 0] < wrong.0[$0, default: 0] }.sorted()
        let place = Spans.markup(in: wrong.1).first { extra.contains($0.text) }?.range
        return [(missing, "missing"), (extra, "extra")].filter { !$0.0.isEmpty }.prefix(1).map {
            message.finding(
                markup,
                at: $0.1 == "extra" ? place : nil,
                [.init("problem", $0.1), .init("markup", $0.0)]
            )
        }
    }

    private static func tags(of reading: Reading) -> [String: Int] {
        Spans.markup(in: reading).reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
    }

    private static func spans(of wording: Wording, _ find: (Reading) -> [Span]) -> [Span] {
        var seen: Set<Int> = []
        return wording.readings.flatMap(find).filter { seen.insert($0.range.lowerBound).inserted }
    }

    /// An argument that each branch of the source shows and one of the translation does not, or
    /// that is written as something else: a day as a time of day, a share as a number.
    static let placeholders = CatalogCheck(
        "string-placeholder",
        .warning,
        .translation(findPlaceholders)
    )

    private static func findPlaceholders(_ message: CheckedMessage) -> [CheckFinding] {
        let counted = Set(
            (message.source.selections + message.target.selections).filter(\.isNumeric)
                .map(\.variable)
        )
        let always = message.source.readings.map(\.shownNames)
            .reduce(message.source.readings.first?.shownNames ?? []) { $0.intersection($1) }
        let swallowed = message.swallowedNames
        let dropped = message.target.readings.flatMap { reading in
            always.subtracting(reading.shownNames).subtracting(counted).subtracting(swallowed)
                .intersection(message.target.names).sorted()
                .map { name in
                    message.finding(
                        placeholders,
                        at: reading.branches.last?.variant.range,
                        [.init("argument", name), .init("problem", "dropped")]
                    )
                }
        }
        return message.unique(dropped + changedStyles(message))
    }

    private static func changedStyles(_ message: CheckedMessage) -> [CheckFinding] {
        let expected = message.source.readings.flatMap { $0.units.compactMap(\.argument) }
        return message.target.readings.flatMap { $0.units.compactMap(\.argument) }.compactMap {
            own in
            let styles = Set(
                expected.filter { $0.variable == own.variable }.compactMap(\.function.drift)
            )
            guard let style = own.function.drift, !styles.isEmpty, !styles.contains(style),
                let parameter = message.target.parameter(own.variable),
                message.expectedType(of: parameter) == nil
            else { return nil }
            return message.finding(
                placeholders,
                at: own.range,
                [.init("argument", own.variable), .init("problem", "style")]
            )
        }
    }
}

extension Span {
    /// What has to stay the same: all of a mail address, the host of a page.
    fileprivate var host: String {
        var rest = text[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        if rest.contains("@") { return rest.lowercased() }
        return rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    }
}

extension Reading {
    /// The arguments that are written on this way through the message.
    fileprivate var shownNames: Set<String> { Set(units.compactMap(\.argument?.variable)) }
}

extension MessageFunction {
    /// What a reader is told by this way of writing; nil where every value has its own.
    fileprivate var drift: String? {
        switch self {
        case .plain, .list: nil
        case .number(.percent): "percent"
        case .number(.plain), .number(.integer), .pluralNumber: "number"
        case .number(.skeleton(let words)): words.contains("percent") ? "percent" : nil
        case .date(.skeleton), .time(.skeleton): nil
        case .date: "date"
        case .time: "time"
        }
    }
}

/// The numbers that a message writes in digits.
private struct NumberList {
    var all: Set<String> = []
    /// Numbers that may as well be words: those of branches like `=0`, and `2nd`.
    var optional: Set<String> = []
    var places: [String: Range<Int>] = [:]

    init(_ wording: Wording) {
        for reading in wording.readings {
            for branch in reading.branches {
                guard case .exactly(let number) = branch.variant.key else { continue }
                optional.insert(Int64(exactly: number).map { String($0) } ?? "\(number)")
            }
            let hasDigit = reading.units.contains { $0.letter?.isDigit ?? false }
            if hasDigit { read(reading) }
        }
    }

    /// Digits with signs between them are one number: `2,000`, `2 000`, `14.5`, `10:30`.
    private mutating func read(_ reading: Reading) {
        let skipped = Spans.markupAndAddresses(in: reading)
        let units = reading.units
        var digits = ""
        var range = 0..<0
        for index in 0...units.count {
            let letter = index < units.count && !skipped.contains(index) ? units[index].letter : nil
            if let letter, letter.isDigit, let value = letter.properties.numericValue {
                if digits.isEmpty { range = units[index].range }
                digits += String(Int(value))
                range = range.lowerBound..<units[index].range.upperBound
                continue
            }
            let joins = letter?.joinsDigits ?? false
            let isBetween =
                !digits.isEmpty && index + 1 < units.count
                && (units[index + 1].letter?.isDigit ?? false)
            if joins && isBetween { continue }
            guard !digits.isEmpty else { continue }
            if isOrdinal(units[index...]) { optional.insert(digits) } else { all.insert(digits) }
            if places[digits] == nil { places[digits] = range }
            digits = ""
        }
    }
}

extension NumberList {
    /// Whether English letters follow that make a place in a row of a number.
    private func isOrdinal(_ rest: ArraySlice<ReadingUnit>) -> Bool {
        let letters = rest.prefix(3).map(\.letter)
        guard letters.count >= 2, letters.count < 3 || letters[2]?.isLetter != true else {
            return false
        }
        return [["s", "t"], ["n", "d"], ["r", "d"], ["t", "h"]].contains(Array(letters[..<2]))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        isASCII ? (0x30...0x39).contains(value) : properties.generalCategory == .decimalNumber
    }

    fileprivate var joinsDigits: Bool {
        switch self {
        case ".", ",", ":", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}", "٫", "٬": true
        default: false
        }
    }
}
