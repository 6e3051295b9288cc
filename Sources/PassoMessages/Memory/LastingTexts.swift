internal import Synchronization

/// Texts without arguments that stay where they are as long as the process lives, as those in its
/// source do: whoever gets one retains and releases nothing, which costs more than finding it.
///
/// The same text is there once, however often its table is loaded anew, and all of them together are
/// bounded; beyond that bound texts are counted like any others. Touches raw memory: what is allocated
/// here is never freed and, once it is a text, never written to.
@safe enum LastingTexts {
    /// The bytes that all texts may take together: those of some ten thousand messages in many
    /// languages.
    static let maximumBytes = 8 << 20
    /// What a string can hold without memory of its own.
    private static let smallBytes = 15

    private struct Pool {
        var texts: Set<String> = []
        var bytes = 0
    }

    private static let pool = Mutex(Pool())

    /// The same text, lasting if there is room for it and no other thread is at it: nobody waits.
    static func lasting(_ text: String) -> String {
        let length = text.utf8.count
        guard length > smallBytes else { return text }
        let lasting = pool.withLockIfAvailable { pool in
            if let place = pool.texts.firstIndex(of: text) {
                return isSame(pool.texts[place], text) ? pool.texts[place] : text
            }
            guard length < maximumBytes - pool.bytes else { return text }
            let lasting = copy(text, length)
            pool.bytes += length + 1
            pool.texts.insert(lasting)
            return lasting
        }
        return lasting ?? text
    }

    /// Strings are equal when they are canonically equivalent; a table's text is its bytes.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.elementsEqual(other.utf8)
    }

    /// Makes a string as the compiler makes those of the source: of bytes that stay, with a zero
    /// behind them.
    private static func copy(_ text: String, _ length: Int) -> String {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: length + 1)
        _ = unsafe UnsafeMutableBufferPointer(start: bytes, count: length).initialize(
            from: text.utf8
        )
        unsafe bytes[length] = 0
        return String(
            _builtinStringLiteral: UnsafeRawPointer(bytes)._rawValue,
            utf8CodeUnitCount: length._builtinWordValue,
            isASCII: text.utf8.allSatisfy { $0 < 0x80 }._value
        )
    }
}
