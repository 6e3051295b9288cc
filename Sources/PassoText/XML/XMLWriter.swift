/// Writes elements as a document in UTF-8.
///
/// An element that holds text is written on one line exactly as it is, since every blank in it
/// counts; all others are indented. A start tag that does not fit a line has an attribute a line.
///
/// ```swift
/// let text = try XMLWriter().write(XMLOutputElement("a", [.init("b", "1 < 2")]))
/// // <?xml version="1.0" encoding="UTF-8"?>
/// // <a b="1 &lt; 2"/>
/// ```
public struct XMLWriter: Sendable {
    /// By how many blanks each level is indented.
    public var indentation = 2

    /// How many characters a start tag may take before its attributes get lines of their own.
    public var maximumWidth = 100

    /// Makes a writer.
    public init() {}

    /// Returns the text of a document.
    ///
    /// - Parameters:
    ///   - root: its root.
    ///   - comments: comments before the root, one a line.
    /// - Returns: the text, with the declaration of XML and a line end at its end.
    /// - Throws: what XML cannot hold.
    public func write(
        _ root: XMLOutputElement,
        comments: [String] = []
    ) throws(XMLWriteError) -> String {
        var page = XMLPage(indentation: indentation, maximumWidth: maximumWidth)
        page.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        for comment in comments {
            try page.write(.comment(comment), level: 0, isInline: false)
            page.add("\n")
        }
        try page.write(root, level: 0, isInline: false)
        page.add("\n")
        return page.text
    }
}

extension XMLWriter {
    /// The text of an element that was read, on one line; what was read can be written.
    static func text(inline element: XMLOutputElement) -> String {
        var page = XMLPage(indentation: 0, maximumWidth: .max)
        // Every name and character comes from a text that was read, so nothing is refused.
        try? page.write(element, level: 0, isInline: true)
        return page.text
    }
}

/// What XML cannot hold.
public enum XMLWriteError: Error, Hashable {
    /// A name that is none.
    case badName(String)

    /// A character for which XML has no escape either.
    case forbiddenCharacter(Unicode.Scalar)
}

/// The text that is being written.
private struct XMLPage {
    let indentation: Int
    let maximumWidth: Int
    private(set) var text = ""

    init(indentation: Int, maximumWidth: Int) {
        self.indentation = indentation
        self.maximumWidth = maximumWidth
    }

    mutating func add(_ piece: String) { text += piece }

    private mutating func startLine(_ level: Int) {
        text += "\n" + String(repeating: " ", count: level * indentation)
    }

    mutating func write(
        _ element: XMLOutputElement,
        level: Int,
        isInline: Bool
    ) throws(XMLWriteError) {
        try writeStart(element, level: level, isInline: isInline)
        guard !element.children.isEmpty else {
            text += "/>"
            return
        }
        text += ">"
        let isInline =
            isInline || element.keepsSpace || element.children.contains(where: \.isText)
        for child in element.children {
            if !isInline { startLine(level + 1) }
            try write(child, level: level + 1, isInline: isInline)
        }
        if !isInline { startLine(level) }
        text += "</\(element.name)>"
    }

    mutating func write(
        _ node: XMLOutputNode,
        level: Int,
        isInline: Bool
    ) throws(XMLWriteError) {
        switch node {
        case .element(let element): try write(element, level: level, isInline: isInline)
        case .text(let content): text += XMLEscape.text(try checked(content))
        case .section(let content):
            let parts = try checked(content).replacing("]]>", with: "]]]]><![CDATA[>")
            text += "<![CDATA[\(parts)]]>"
        case .comment(let content):
            // Two hyphens, and one at the end, would end the comment.
            var safe = try checked(content)
            while safe.contains("--") { safe = safe.replacing("--", with: "- -") }
            text += "<!--\(safe.hasSuffix("-") ? safe + " " : safe)-->"
        case .instruction(let target, let content):
            let safe = try checked(content).replacing("?>", with: "? >")
            text += "<?\(try name(target))\(safe.isEmpty ? "" : " " + safe)?>"
        }
    }

    private mutating func writeStart(
        _ element: XMLOutputElement,
        level: Int,
        isInline: Bool
    ) throws(XMLWriteError) {
        var pieces: [String] = []
        for attribute in element.attributes {
            let value = XMLEscape.attribute(try checked(attribute.value))
            pieces.append("\(try name(attribute.name))=\"\(value)\"")
        }
        text += "<" + (try name(element.name))
        let width = pieces.reduce(level * indentation + element.name.count + 3) {
            $0 + $1.count + 1
        }
        let isBroken = !isInline && pieces.count > 1 && width > maximumWidth
        for piece in pieces {
            if isBroken { startLine(level + 2) } else { text += " " }
            text += piece
        }
    }

    private func name(_ name: String) throws(XMLWriteError) -> String {
        let bytes = Array(name.utf8)
        guard !bytes.isEmpty, XMLScan.nameEnd(bytes, from: 0) == bytes.count else {
            throw .badName(name)
        }
        return try checked(name)
    }

    private func checked(_ text: String) throws(XMLWriteError) -> String {
        if let scalar = text.unicodeScalars.first(where: { !XMLEscape.isAllowed($0) }) {
            throw .forbiddenCharacter(scalar)
        }
        return text
    }
}

extension XMLOutputNode {
    /// Whether blanks around it count.
    fileprivate var isText: Bool {
        switch self {
        case .text, .section: true
        case .element, .comment, .instruction: false
        }
    }
}
