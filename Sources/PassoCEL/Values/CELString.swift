/// The text of a string value: one reference, with the facts that comparing and counting need.
///
/// CEL compares strings by code points (language definition, "Equality" and "Ordering"), where
/// Swift's `==` compares by canonical equivalence; so this type has its own.
public struct CELString: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let string: String
        let byteCount: Int
        let isASCII: Bool

        init(_ string: String) {
            var native = string
            native.makeContiguousUTF8()
            self.string = native
            byteCount = native.utf8.count
            isASCII = native.utf8.allSatisfy { $0 < 0x80 }
        }
    }

    /// Wraps a text.
    public init(_ string: String) { storage = Storage(string) }

    /// The text.
    public var string: String { storage.string }

    /// The number of UTF-8 bytes.
    public var byteCount: Int { storage.byteCount }

    /// Whether every character is ASCII, so that one byte is one code point.
    public var isASCII: Bool { storage.isASCII }

    /// The number of code points, which is what `size` counts.
    public var codePointCount: Int {
        storage.isASCII ? storage.byteCount : storage.string.unicodeScalars.count
    }
}

extension CELString: ExpressibleByStringLiteral {
    /// Wraps a literal text.
    public init(stringLiteral value: String) { self.init(value) }
}

extension CELString: Hashable, Comparable {
    /// Whether both texts have the same code points.
    public static func == (left: CELString, right: CELString) -> Bool {
        if left.storage === right.storage { return true }
        guard left.storage.byteCount == right.storage.byteCount,
            left.storage.isASCII == right.storage.isASCII
        else { return false }
        guard left.storage.string == right.storage.string else { return false }
        // Equal by canonical equivalence: for ASCII that is equality, else the bytes decide.
        return left.storage.isASCII
            || left.storage.string.utf8.elementsEqual(right.storage.string.utf8)
    }

    /// Whether the left text comes first by code points, which UTF-8 bytes order alike.
    public static func < (left: CELString, right: CELString) -> Bool {
        if left.storage.isASCII && right.storage.isASCII {
            return left.storage.string < right.storage.string
        }
        return left.storage.string.utf8.lexicographicallyPrecedes(right.storage.string.utf8)
    }

    /// Feeds the text; Swift's equality is wider than ours, so equal texts feed the same.
    public func hash(into hasher: inout Hasher) { hasher.combine(storage.string) }
}
