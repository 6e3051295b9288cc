/// CLDR's plural rules of one language, read into tables for choosing without ICU.
///
/// The syntax is that of Unicode Technical Standard #35, part 3, section 5, in the form that CLDR
/// writes it: `one: i = 1 and v = 0; few: n % 10 = 3..4,9 or …`.
final class PluralRuleSet: Sendable {
    /// A comparison of an operand, perhaps its rest by a modulus, with some ranges.
    struct Relation: Sendable, BitwiseCopyable {
        var operand: UInt8 = 0
        /// 0 for the operand itself.
        var modulus: UInt64 = 0
        var isNegated = false
        /// Whether another relation follows that must hold too.
        var hasNext = false
        /// Whether the category is chosen when this and the relations joined to it hold.
        var category: UInt8 = 0
        var firstRange: Int32 = 0
        var endRange: Int32 = 0
    }

    struct Bounds: Sendable, BitwiseCopyable {
        let lower: UInt64
        let upper: UInt64
    }

    private let relations: FixedTable<Relation>
    private let ranges: FixedTable<Bounds>

    /// Reads the rules; nil for what CLDR does not write.
    init?(_ text: String) {
        var reader = PluralRuleReader()
        for rule in text.split(separator: ";") {
            guard reader.read(rule: rule) else { return nil }
        }
        relations = FixedTable(reader.relations)
        ranges = FixedTable(reader.ranges)
    }

    deinit {
        relations.free()
        ranges.free()
    }

    /// The category of a number.
    func category(_ operands: PluralOperands) -> PluralCategory {
        var place = 0
        while place < relations.count {
            var holds = true
            var category: UInt8
            repeat {
                let relation = relations[place]
                category = relation.category
                holds = holds && isTrue(relation, operands)
                place += 1
                if !relation.hasNext { break }
            } while true
            if holds { return PluralCategory(Int32(category)) }
        }
        return .other
    }

    @inline(__always)
    private func isTrue(_ relation: Relation, _ operands: PluralOperands) -> Bool {
        guard var value = operands[relation.operand] else { return relation.isNegated }
        if relation.modulus > 0 { value %= relation.modulus }
        for place in relation.firstRange..<relation.endRange {
            let range = ranges[Int(place)]
            if value >= range.lower && value <= range.upper { return !relation.isNegated }
        }
        return relation.isNegated
    }
}

/// What plural rules ask of a number, as it is written.
struct PluralOperands {
    /// The digits before the point.
    var whole: UInt64
    /// The digits after the point, and how many they are.
    var fraction: UInt64 = 0
    var fractionDigits: UInt64 = 0
    /// The same without zeros at the end.
    var shortFraction: UInt64 = 0
    var shortFractionDigits: UInt64 = 0

    /// An operand by its letter; nil for a number that is no whole one, where one is asked for.
    @inline(__always)
    subscript(_ letter: UInt8) -> UInt64? {
        switch letter {
        case UInt8(ascii: "n"): fraction == 0 ? whole : nil
        case UInt8(ascii: "i"): whole
        case UInt8(ascii: "f"): fraction
        case UInt8(ascii: "v"): fractionDigits
        case UInt8(ascii: "t"): shortFraction
        case UInt8(ascii: "w"): shortFractionDigits
        // The exponents of compact notation, which is not written with these.
        default: 0
        }
    }
}

/// Reads rules into the tables of ``PluralRuleSet``.
private struct PluralRuleReader {
    var relations: [PluralRuleSet.Relation] = []
    var ranges: [PluralRuleSet.Bounds] = []

    mutating func read(rule: Substring) -> Bool {
        let parts = rule.split(separator: ":")
        guard parts.count == 2, let name = parts.first,
            let category = PluralCategory(rawValue: String(name.filter { $0 != " " }))
        else { return rule.allSatisfy { $0 == " " } }
        let condition = parts[1].prefix { $0 != "@" }
        if category == .other { return true }
        let number = UInt8(PluralCategory.allCases.firstIndex(of: category) ?? 5)
        for alternative in Self.split(condition, at: "or") {
            let all = Self.split(alternative, at: "and")
            for (place, words) in all.enumerated() {
                guard var relation = relation(words) else { return false }
                relation.hasNext = place < all.count - 1
                relation.category = number
                relations.append(relation)
            }
        }
        return true
    }

    private static func split(_ text: Substring, at word: Substring) -> [ArraySlice<Substring>] {
        split(text.split(separator: " ")[...], at: word)
    }

    private static func split(
        _ words: ArraySlice<Substring>,
        at word: Substring
    ) -> [ArraySlice<Substring>] {
        words.split(separator: word, omittingEmptySubsequences: false)
    }

    /// Reads `i % 10 != 2..4,9`.
    private mutating func relation(_ words: ArraySlice<Substring>) -> PluralRuleSet.Relation? {
        var words = words
        guard let operand = words.popFirst(), operand.utf8.count == 1,
            let letter = operand.utf8.first, "nifvtwec".utf8.contains(letter)
        else { return nil }
        var relation = PluralRuleSet.Relation(operand: letter)
        if words.first == "%" {
            words.removeFirst()
            guard let modulus = words.popFirst().flatMap({ UInt64($0) }), modulus > 0 else {
                return nil
            }
            relation.modulus = modulus
        }
        guard let sign = words.popFirst(), sign == "=" || sign == "!=", let list = words.popFirst(),
            words.isEmpty
        else { return nil }
        relation.isNegated = sign == "!="
        relation.firstRange = Int32(ranges.count)
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            guard let range = Self.range(item) else { return nil }
            ranges.append(range)
        }
        relation.endRange = Int32(ranges.count)
        return relation
    }

    private static func range(_ text: Substring) -> PluralRuleSet.Bounds? {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false)
        guard let first = ends.first, let last = ends.last, ends.count <= 2,
            let lower = UInt64(first), let upper = UInt64(last)
        else { return nil }
        return PluralRuleSet.Bounds(lower: lower, upper: upper)
    }
}
