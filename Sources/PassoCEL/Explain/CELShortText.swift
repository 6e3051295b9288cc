/// Writes values as expressions of CEL until a number of bytes is reached.
///
/// It never writes more than it shows, however large a value is.
struct CELShortText {
    /// What is written so far.
    private(set) var text = ""
    /// Whether something was left out.
    private(set) var isCut = false
    private let bytes: Int

    private static let ellipsis = "…"

    init(bytes: Int) { self.bytes = bytes }

    private var room: Int { max(0, bytes - text.utf8.count) }

    /// Writes a value, or the part of it for which there is room.
    mutating func write(_ value: CELValue) {
        switch value {
        case .string(let string): write(string.string)
        case .bytes(let bytes):
            let shown = bytes.prefix(room)
            text += CELLiteralText.quoted(Array(shown))
            cut(shown.count < bytes.count)
        case .list(let list):
            text += "["
            writeAll(list.count) { $0.write(list.elements[$1]) }
            text += "]"
        case .map(let map):
            text += "{"
            writeAll(map.count) { writer, place in
                writer.write(map.keys[place])
                writer.text += ": "
                writer.write(map.values[place])
            }
            text += "}"
        default: write(plain: value.description)
        }
    }

    private mutating func write(_ string: String) {
        let shown = string.shortened(bytes: room)
        text += CELLiteralText.quoted(String(shown))
        cut(shown.endIndex < string.endIndex)
    }

    private mutating func write(plain description: String) {
        let shown = description.shortened(bytes: room)
        text += shown
        cut(shown.endIndex < description.endIndex)
    }

    private mutating func writeAll(_ count: Int, _ write: (inout CELShortText, Int) -> Void) {
        for place in 0..<count {
            if isCut { return }
            if place > 0 { text += ", " }
            guard room > 0 else { return cut(true) }
            write(&self, place)
        }
    }

    private mutating func cut(_ isCut: Bool) {
        guard isCut else { return }
        text += Self.ellipsis
        self.isCut = true
    }
}

extension String {
    /// The longest beginning of whole characters that is not longer than so many bytes.
    func shortened(bytes: Int) -> Substring {
        guard utf8.count > bytes else { return self[...] }
        var end = startIndex
        var room = bytes
        while end < endIndex {
            room -= UTF8.width(unicodeScalars[end])
            if room < 0 { break }
            unicodeScalars.formIndex(after: &end)
        }
        return self[..<end]
    }

    /// The text itself, or its beginning with an ellipsis.
    func shown(bytes: Int) -> String {
        let shown = shortened(bytes: bytes)
        return shown.endIndex < endIndex ? shown + "…" : self
    }
}
