internal import CICU

/// How the last two items of a list are joined.
public enum ListKind: Int32, Hashable, Sendable, CaseIterable, Codable {
    /// “a, b, and c”
    case and
    /// “a, b, or c”
    case or
}

/// Joins texts to a list as a language does.
///
/// ```swift
/// try LocalizedLists.shared(for: "da").text(["Anna", "Bo", "Carl"])   // Anna, Bo og Carl
/// ```
///
/// Any number of threads may use one value: ICU's list formatters are immutable.
public final class LocalizedLists: Sendable {
    /// The locale the patterns were asked for.
    public let locale: String
    private let and: Handle
    private let or: Handle

    /// Reads the list patterns of a locale.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "lists")
        self.locale = locale
        and = try Self.formatter(locale, .and)
        or = try Self.formatter(locale, .or)
    }

    private static func formatter(_ locale: String, _ kind: ListKind) throws(ICUError) -> Handle {
        unsafe try Handle("list format") {
            unsafe passo_icu_lists_open(locale, kind.rawValue, &$0)
        } close: {
            unsafe passo_icu_lists_close($0)
        }
    }

    private static let kept = Kept<LocalizedLists>()

    /// The patterns of a locale, read once and kept.
    public static func shared(for locale: String) throws(ICUError) -> LocalizedLists {
        try kept.value(for: locale) { () throws(ICUError) in try LocalizedLists(locale: locale) }
    }

    /// The items as one text.
    public func text(_ items: [String], _ kind: ListKind = .and) -> String {
        let lengths = items.map { Int32(clamping: $0.utf8.count) }
        let handle = kind == .and ? and : or
        let all = items.joined()
        let text = unsafe try? all.withUTF8Bytes("list") { bytes, length throws(ICUError) in
            unsafe try string(capacity: Int(length) + 16 * (items.count + 1), "list") {
                buffer,
                room,
                status in
                unsafe passo_icu_lists_format(
                    handle.pointer,
                    bytes,
                    lengths,
                    Int32(lengths.count),
                    buffer,
                    room,
                    &status
                )
            }
        }
        return text ?? items.joined(separator: ", ")
    }
}
