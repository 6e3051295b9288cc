internal import PassoICU

/// How one language writes numbers, dates and lists, read from ICU once.
///
/// Where ICU cannot open a format, the text is written without it.
final class LanguageFormats: Sendable {
    /// The counts up to which plural categories are kept ready.
    private static let readyCounts = 256

    /// The language whose plural rules the translator wrote for.
    let messageLocale: String
    /// The reader's own form of that language, for numbers and dates: `en-GB` for a table of `en`.
    let readerLocale: String
    private let numbers: LocalizedNumbers?
    private let integers: IntegerShape?
    /// In the reader's time zone; nil if nobody knows it.
    let dates: LocalizedDates?
    private let plurals: PluralRules?
    private let readyCardinals: InlineArray<256, PluralCategory>
    private let readyOrdinals: InlineArray<256, PluralCategory>

    init(messageLocale: String, readerLocale: String, timeZone: String) {
        let messageLocale = PseudoLocale.rules(of: messageLocale)
        let readerLocale = PseudoLocale.rules(of: readerLocale)
        self.messageLocale = messageLocale
        self.readerLocale = readerLocale
        // Without ICU's data the numbers are written as Swift writes them.
        let numbers = try? LocalizedNumbers.shared(for: readerLocale)
        let plurals = try? PluralRules.shared(for: messageLocale)
        self.numbers = numbers
        integers = numbers.flatMap { IntegerShape($0) }
        self.plurals = plurals
        dates = try? LocalizedDates.shared(for: readerLocale, timeZone: timeZone)
        readyCardinals = InlineArray { plurals?.cardinal(Int64($0)) ?? .other }
        readyOrdinals = InlineArray { plurals?.ordinal(Int64($0)) ?? .other }
    }

    @inline(__always)
    func append(_ value: Int64, to buffer: inout TextBuffer) {
        if let integers {
            buffer.append(value, integers)
        } else {
            buffer.append(text(value))
        }
    }

    func text(_ value: Int64) -> String {
        numbers?.text(value) ?? "\(value)"
    }

    func text(_ value: Double) -> String {
        numbers?.text(value) ?? "\(value)"
    }

    /// The number as a skeleton says; nil if ICU cannot.
    func text(_ value: Int64, _ skeleton: String) -> String? {
        try? numbers?.text(value, skeleton: skeleton)
    }

    /// The number as a skeleton says; nil if ICU cannot.
    func text(_ value: Double, _ skeleton: String) -> String? {
        try? numbers?.text(value, skeleton: skeleton)
    }

    /// Beyond 53 bits a `Double` would lose digits.
    func percentText(_ value: Int64) -> String {
        guard value.magnitude >= 1 << 53 else { return percentText(Double(value)) }
        let skeleton = "group-on-aligned percent scale/100 precision-integer"
        return text(value, skeleton) ?? percentText(Double(value))
    }

    func percentText(_ value: Double) -> String {
        numbers?.percentText(value) ?? "\(value * 100)%"
    }

    /// The category of a count as it is written.
    func category(_ value: Int64, ordinal: Bool) -> PluralCategory {
        if let place = readyPlace(value) {
            return ordinal ? readyOrdinals[place] : readyCardinals[place]
        }
        return (ordinal ? plurals?.ordinal(value) : plurals?.cardinal(value)) ?? .other
    }

    /// The category of a count as it is written: with at most three decimals.
    func category(_ value: Double, ordinal: Bool) -> PluralCategory {
        guard let plurals else { return .other }
        return ordinal
            ? plurals.ordinal(value, maximumFraction: 3)
            : plurals.cardinal(value, maximumFraction: 3)
    }

    func list(_ items: [String], _ style: MessageListStyle) -> String {
        // Without ICU's patterns a comma joins, which every reader understands.
        guard let lists = try? LocalizedLists.shared(for: readerLocale) else {
            return items.joined(separator: ", ")
        }
        return lists.text(items, style == .or ? .or : .and)
    }

    private func readyPlace(_ value: Int64) -> Int? {
        value >= 0 && value < Int64(Self.readyCounts) ? Int(value) : nil
    }
}
