internal import PassoText

/// The texts of all cells, each of which stands once in a part of its own.
///
/// Texts could stand in their cells as well, yet some tools of translators look for them here only.
struct SharedTextList {
    /// By their bytes: as strings é and e with an accent behind it would be one.
    private var places: [[UInt8]: Int] = [:]
    private var texts: [String] = []
    private var uses = 0

    /// The place of a text in the list, to which it is added when it is new.
    mutating func place(of text: String) -> Int {
        uses += 1
        let bytes = Array(text.utf8)
        if let place = places[bytes] { return place }
        places[bytes] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// The part.
    var element: XMLOutputElement {
        .tag(
            "sst",
            [
                "xmlns": WorkbookNames.main[0], "count": "\(uses)",
                "uniqueCount": "\(texts.count)",
            ],
            texts.map { .tag("si", [:], [Self.element(of: $0)]) }
        )
    }

    private static func element(of text: String) -> XMLOutputElement {
        var element = XMLOutputElement("t")
        let isSpaced = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        if isSpaced || text.contains(where: \.isNewline) {
            element.attributes = [XMLOutputAttribute("xml:space", "preserve")]
        }
        element.children = [.text(CellText.escaped(text))]
        return element
    }
}
