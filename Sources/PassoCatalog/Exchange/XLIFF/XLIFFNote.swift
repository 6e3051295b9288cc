internal import PassoText

/// What a translator should read beside a message.
struct XLIFFNote {
    /// What kind of thing it tells: `description`, `limit`.
    let category: String
    /// The words, without any character that XML cannot hold.
    let text: String

    init(_ category: String, _ text: String) {
        self.category = category
        self.text = Self.visible(text)
    }

    /// A text in which the characters that XML cannot hold stand as `U+0007`.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !XMLEscape.isAllowed($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if XMLEscape.isAllowed(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "U+" + code(of: scalar)
            }
        }
        return result
    }

    /// The number of a character in four hexadecimal digits or more.
    static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension ExchangeUnit {
    /// All that its translator should know, what matters most first.
    ///
    /// Each note says by itself what it is about, since most tools show its text alone.
    var notes: [XLIFFNote] {
        var notes: [XLIFFNote] = []
        func add(_ category: String, _ lines: [String], after heading: String) {
            guard !lines.isEmpty else { return }
            let isList = lines.count > 1
            notes.append(
                XLIFFNote(
                    category,
                    heading + (isList ? "\n" : " ") + lines.joined(separator: "\n")
                )
            )
        }
        if let description, !description.isEmpty {
            notes.append(XLIFFNote("description", description))
        }
        if state == .stale {
            notes.append(XLIFFNote("state", "The text was changed after it had been translated."))
        }
        add("placeholders", placeholderNotes, after: "Placeholders:")
        if let limitNote { notes.append(XLIFFNote("limit", limitNote)) }
        add("terms", termNotes, after: "Glossary:")
        add("screen", screen.isEmpty ? [] : [screen], after: "Screen:")
        add("screenshot", screenshot.map { [$0] } ?? [], after: "Screenshot:")
        return notes
    }
}

extension XMLOutputElement {
    /// An element whose every blank counts.
    static func exact(
        _ name: String,
        _ attributes: [XMLOutputAttribute] = [],
        _ children: [XMLOutputNode]
    ) -> XMLOutputElement {
        var element = XMLOutputElement(name, attributes, children: children)
        element.keepsSpace = true
        return element
    }

    /// An element that holds a text.
    static func text(
        _ name: String,
        _ attributes: [XMLOutputAttribute] = [],
        _ text: String
    ) -> XMLOutputElement {
        exact(name, attributes, text.isEmpty ? [] : [.text(text)])
    }
}

extension String {
    /// The text cut before and behind each character that XML cannot hold.
    ///
    /// - Parameter code: the element that stands for such a character.
    /// - Returns: the pieces and these elements, in order.
    func nodes(_ code: (Unicode.Scalar) -> XMLOutputElement) -> [XMLOutputNode] {
        var nodes: [XMLOutputNode] = []
        var piece = ""
        for scalar in unicodeScalars {
            if XMLEscape.isAllowed(scalar) {
                piece.unicodeScalars.append(scalar)
            } else {
                if !piece.isEmpty { nodes.append(.text(piece)) }
                piece = ""
                nodes.append(.element(code(scalar)))
            }
        }
        if !piece.isEmpty { nodes.append(.text(piece)) }
        return nodes
    }
}
