/// The text of a string value: one reference.
///
/// CEL compares strings by code points (language definition, "Equality" and "Ordering"), where
/// Swift's `==` compares by canonical equivalence; so this type has its own. To wrap a text takes one
/// allocation and looks at none of its bytes.
public struct CELString: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let string: String

        init(_ string: String) {
            var native = string
            native.makeContiguousUTF8()
            self.string = native
        }
    }

    /// Wraps a text.
    public init(_ string: String) { storage = Storage(string) }

    /// The text.
    public var string: String { storage.string }

    /// The number of UTF-8 bytes.
    public var byteCount: Int { storage.string.utf8.count }

    /// Whether every character is known to be ASCII, so that one byte is one code point.
    public var isASCII: Bool { storage.string.isKnownASCII }

    /// The number of code points, which is what `size` counts.
    public var codePointCount: Int { storage.string.codePointCount }
}

extension CELString: ExpressibleByStringLiteral {
    /// Wraps a literal text.
    public init(stringLiteral value: String) { self.init(value) }
}

extension CELString: Hashable, Comparable {
    /// Whether both texts have the same code points.
    public static func == (left: CELString, right: CELString) -> Bool {
        left.storage === right.storage
            || left.storage.string.hasSameCodePoints(as: right.storage.string)
    }

    /// Whether the left text comes first by code points, which UTF-8 bytes order alike.
    public static func < (left: CELString, right: CELString) -> Bool {
        left.storage.string.precedesByCodePoints(right.storage.string)
    }

    /// Feeds the text; Swift's equality is wider than ours, so equal texts feed the same.
    public func hash(into hasher: inout Hasher) { hasher.combine(storage.string) }
}
