internal import PassoText

/// Builds the elements of an XLIFF 1.2 file.
struct XLIFF1Writer {
    let document: ExchangeDocument

    init(_ document: ExchangeDocument) { self.document = document }

    /// The root element.
    func root() throws(ExchangeWriteError) -> XMLOutputElement {
        var units: [XMLOutputNode] = []
        for unit in document.units { units.append(.element(try element(of: unit))) }
        let note = XMLOutputElement.text("note", [], XLIFFNames.introduction)
        let file = XMLOutputElement(
            "file",
            [
                .init("original", document.bundle),
                .init("source-language", document.sourceLocale),
                .init("target-language", document.targetLocale),
                .init("datatype", "plaintext"),
            ],
            children: [
                .element(XMLOutputElement("header", children: [.element(note)])),
                .element(XMLOutputElement("body", children: units)),
            ]
        )
        return XMLOutputElement(
            "xliff",
            [.init("xmlns", XLIFFNames.core1), .init("version", "1.2")],
            children: [.element(file)]
        )
    }

    private func element(of unit: ExchangeUnit) throws(ExchangeWriteError) -> XMLOutputElement {
        if let bad = unit.key.unicodeScalars.first(where: { !XMLEscape.isAllowed($0) }) {
            throw ExchangeWriteError(key: unit.key, character: bad)
        }
        var attributes: [XMLOutputAttribute] = [
            .init("id", unit.key), .init("resname", unit.key), .init("xml:space", "preserve"),
            .init("approved", unit.state == .translated ? "yes" : "no"),
        ]
        if let most = unit.mostCodePoints(in: document.targetLocale) {
            attributes += [.init("maxwidth", String(most)), .init("size-unit", "char")]
        }
        var codes = 0
        func text(_ name: String, _ attributes: [XMLOutputAttribute], _ text: String)
            -> XMLOutputElement
        {
            .exact(
                name,
                attributes,
                text.nodes { scalar in
                    codes += 1
                    return Self.code(for: scalar, number: codes)
                }
            )
        }
        let children =
            [
                text("source", [], unit.source),
                text("target", [.init("state", unit.state.word1)], unit.target ?? ""),
            ] + contexts(of: unit)
            + unit.notes.map { .text("note", [.init("from", Self.developer)], $0.text) }
        return XMLOutputElement("trans-unit", attributes, children: children.map { .element($0) })
    }

    /// Tools know notes to translators by this name.
    private static let developer = "developer"

    /// The element for a character that XML cannot hold.
    private static func code(for scalar: Unicode.Scalar, number: Int) -> XMLOutputElement {
        let type = XLIFF1Content.characterType + XLIFFNote.code(of: scalar)
        return XMLOutputElement("x", [.init("id", "c\(number)"), .init("ctype", type)])
    }

    private func contexts(of unit: ExchangeUnit) -> [XMLOutputElement] {
        var shown = [("x-key", unit.key)]
        if !unit.screen.isEmpty { shown.append(("x-screen", unit.screen)) }
        var own = [("stamp", unit.stamp.description)]
        if let limit = unit.maximumLength { own.append(("limit", String(limit))) }
        if let screenshot = unit.screenshot { own.append(("screenshot", screenshot)) }
        return [
            Self.group("information", shown),
            Self.group("x-passo", own.map { (XLIFFNames.passo1 + $0.0, $0.1) }),
        ]
    }

    private static func group(_ purpose: String, _ contexts: [(type: String, text: String)])
        -> XMLOutputElement
    {
        XMLOutputElement(
            "context-group",
            [.init("purpose", purpose)],
            children: contexts.map { context in
                let text = XLIFFNote.visible(context.text)
                return .element(.text("context", [.init("context-type", context.type)], text))
            }
        )
    }
}

extension TranslationState {
    /// The state as XLIFF 1.2 has it.
    fileprivate var word1: String {
        switch self {
        case .new: "new"
        case .stale: "needs-translation"
        case .needsReview: "needs-review-translation"
        case .translated: "translated"
        }
    }
}
