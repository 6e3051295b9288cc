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
/// The patterns are read from ICU once and the items joined here, except where they depend on the
/// items, as in Spanish. Any number of threads may use one value: ICU's list formatters are immutable.
public final class LocalizedLists: Sendable {
    /// The locale the patterns were asked for.
    public let locale: String
    private let and: Joiner
    private let or: Joiner

    private struct Joiner: Sendable {
        let handle: Handle
        let pattern: ListPattern?
    }

    /// Reads the list patterns of a locale.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "lists")
        self.locale = locale
        and = try Self.joiner(locale, .and)
        or = try Self.joiner(locale, .or)
    }

    private static func joiner(_ locale: String, _ kind: ListKind) throws(ICUError) -> Joiner {
        let handle = try formatter(locale, kind)
        return Joiner(handle: handle, pattern: ListPattern { text($0, by: handle) })
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
        var bytes: [UInt8] = []
        append(items, kind, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of a list to a text that is being put together.
    public func append(_ items: [String], _ kind: ListKind = .and, to bytes: inout [UInt8]) {
        let joiner = kind == .and ? and : or
        if let pattern = joiner.pattern {
            pattern.append(items, to: &bytes)
        } else {
            bytes.append(contentsOf: Self.text(items, by: joiner.handle).utf8)
        }
    }

    /// Appends what stands before an item of a list whose items the caller writes one by one.
    ///
    /// - Parameters:
    ///   - place: the number of the item, from 0; the number of items for what stands after the last.
    ///   - count: the number of items.
    ///   - kind: how the last two items are joined.
    ///   - bytes: the text that is being put together.
    /// - Returns: false, and nothing appended, in a language where that depends on the items: there
    ///   ``append(_:_:to:)`` has to be given them all.
    public func append(
        before place: Int,
        of count: Int,
        _ kind: ListKind = .and,
        to bytes: inout [UInt8]
    ) -> Bool {
        guard let pattern = (kind == .and ? and : or).pattern else { return false }
        pattern.append(before: place, of: count, to: &bytes)
        return true
    }

    /// ICU's own text.
    func textByICU(_ items: [String], _ kind: ListKind) -> String {
        Self.text(items, by: (kind == .and ? and : or).handle)
    }

    private static func text(_ items: [String], by handle: Handle) -> String {
        let lengths = items.map { Int32(clamping: $0.utf8.count) }
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
