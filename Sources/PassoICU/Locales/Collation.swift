internal import CICU

/// Sorts texts for people to read, as a language does.
///
/// For display only: a collator calls texts equal that are different tags (see ``TextFold``).
///
/// ```swift
/// try Collation.shared(for: "da").sorted(["Århus", "Zürich", "Aalborg"])
/// // Zürich, Aalborg, Århus: aa and å come last in Danish
/// ```
///
/// Any number of threads may use one value: ICU compares through const functions.
public final class Collation: Sendable {
    /// The locale whose order this is.
    public let locale: String
    private let handle: Handle

    /// Reads the order of a locale.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "collation")
        self.locale = locale
        handle = unsafe try Handle("collation") {
            unsafe passo_icu_collator_open(locale, &$0)
        } close: {
            unsafe passo_icu_collator_close($0)
        }
    }

    private static let kept = Kept<Collation>()

    /// The order of a locale, read once and kept.
    public static func shared(for locale: String) throws(ICUError) -> Collation {
        try kept.value(for: locale) { () throws(ICUError) in try Collation(locale: locale) }
    }

    /// Whether one text stands before another; texts that the language calls equal stand in the
    /// order of their code points, so that sorting gives the same result everywhere.
    public func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
        let order = compare(left, right)
        if order != 0 { return order < 0 }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }

    /// The texts in the language's order.
    public func sorted(_ texts: some Sequence<String>) -> [String] {
        texts.sorted(by: areInIncreasingOrder)
    }

    /// Elements in the order of a text of theirs.
    public func sorted<Element>(
        _ elements: some Sequence<Element>,
        by text: (Element) -> String
    ) -> [Element] {
        elements.sorted { areInIncreasingOrder(text($0), text($1)) }
    }

    private func compare(_ left: String, _ right: String) -> Int32 {
        var status = Status()
        let order = unsafe try? left.withUTF8Bytes("collation") {
            leftBytes,
            leftLength throws(ICUError) in
            unsafe try right.withUTF8Bytes("collation") {
                rightBytes,
                rightLength throws(ICUError) in
                unsafe passo_icu_collator_compare(
                    handle.pointer,
                    leftBytes,
                    leftLength,
                    rightBytes,
                    rightLength,
                    &status.code
                )
            }
        }
        return order ?? 0
    }
}
