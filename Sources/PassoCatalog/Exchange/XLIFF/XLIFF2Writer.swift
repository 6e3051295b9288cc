internal import PassoText

/// Builds the elements of an XLIFF 2.1 file.
struct XLIFF2Writer {
    let document: ExchangeDocument

    init(_ document: ExchangeDocument) { self.document = document }

    /// The root element.
    var root: XMLOutputElement {
        XMLOutputElement(
            "xliff",
            [
                .init("xmlns", XLIFFNames.core2),
                .init("xmlns:gls", XLIFFNames.glossary),
                .init("xmlns:mda", XLIFFNames.metadata),
                .init("xmlns:slr", XLIFFNames.sizes),
                .init("version", "2.1"),
                .init("srcLang", document.sourceLocale),
                .init("trgLang", document.targetLocale),
            ],
            children: [.element(file)]
        )
    }

    private var file: XMLOutputElement {
        let normalization = XMLOutputElement("slr:normalization", [.init("general", "nfc")])
        let profiles = XMLOutputElement(
            "slr:profiles",
            [.init("generalProfile", "xliff:codepoints")],
            children: [.element(normalization)]
        )
        // A file without messages is written, too, and must hold something.
        let empty = XMLOutputElement("group", [.init("id", "empty")])
        let units = document.units.isEmpty ? [empty] : document.units.map(element(of:))
        let head = [
            profiles,
            metadata([("bundle", document.bundle)]),
            notes([XLIFFNote("introduction", XLIFFNames.introduction)]),
        ]
        return XMLOutputElement(
            "file",
            [
                .init("id", XLIFFIdentifier.encode(document.bundle)),
                .init("original", document.bundle),
                .init("canResegment", "no"),
            ],
            children: (head + units).map { .element($0) }
        )
    }

    private func element(of unit: ExchangeUnit) -> XMLOutputElement {
        var attributes = [XMLOutputAttribute("id", XLIFFIdentifier.encode(unit.key))]
        if unit.key.isXML { attributes.append(.init("name", unit.key)) }
        attributes.append(.init("xml:space", "preserve"))
        if let most = unit.mostCodePoints(in: document.targetLocale) {
            attributes.append(.init("slr:sizeRestriction", String(most)))
        }
        var children = [metadata(facts(of: unit))]
        if let glossary = glossary(of: unit) { children.append(glossary) }
        let notes = unit.notes
        if !notes.isEmpty { children.append(self.notes(notes)) }
        children.append(segment(of: unit))
        return XMLOutputElement("unit", attributes, children: children.map { .element($0) })
    }

    private func segment(of unit: ExchangeUnit) -> XMLOutputElement {
        func text(_ name: String, _ text: String) -> XMLOutputNode {
            .element(
                .exact(
                    name,
                    [],
                    text.nodes { XMLOutputElement("cp", [.init("hex", XLIFFNote.code(of: $0))]) }
                )
            )
        }
        var attributes = [XMLOutputAttribute("state", unit.state.word2)]
        if let own = unit.state.ownWord2 { attributes.append(.init("subState", own)) }
        let target = unit.target.map { [text("target", $0)] } ?? []
        return XMLOutputElement(
            "segment",
            attributes,
            children: [text("source", unit.source)] + target
        )
    }

    private func facts(of unit: ExchangeUnit) -> [(type: String, text: String)] {
        var facts = [("stamp", unit.stamp.description)]
        if unit.key.isXML { facts.insert(("key", unit.key), at: 0) }
        if let limit = unit.maximumLength { facts.append(("limit", String(limit))) }
        if !unit.screen.isEmpty { facts.append(("screen", unit.screen)) }
        if let screenshot = unit.screenshot { facts.append(("screenshot", screenshot)) }
        return facts
    }
}

extension XLIFF2Writer {
    private func metadata(_ facts: [(type: String, text: String)]) -> XMLOutputElement {
        let group = XMLOutputElement(
            "mda:metaGroup",
            [.init("category", XLIFFNames.passo)],
            children: facts.map { fact in
                let text = XLIFFNote.visible(fact.text)
                return .element(.text("mda:meta", [.init("type", fact.type)], text))
            }
        )
        return XMLOutputElement("mda:metadata", children: [.element(group)])
    }

    private func notes(_ notes: [XLIFFNote]) -> XMLOutputElement {
        XMLOutputElement(
            "notes",
            children: notes.map { note in
                .element(.text("note", [.init("category", note.category)], note.text))
            }
        )
    }

    /// The terms that have a translation or an explanation, without which the module allows none.
    private func glossary(of unit: ExchangeUnit) -> XMLOutputElement? {
        let entries = unit.terms.compactMap { term in
            var parts = term.preferred.map { word in
                XMLOutputElement.text("gls:translation", [], word.shown)
            }
            var words: [String] = []
            if let note = term.note, !note.isEmpty { words.append(note) }
            if !term.forbidden.isEmpty {
                words.append("Not: \(term.forbidden.joined(separator: ", "))")
            }
            if !words.isEmpty {
                parts.append(.text("gls:definition", [], words.joined(separator: "\n").shown))
            }
            let name = XMLOutputElement.text("gls:term", [], term.term.shown)
            return parts.isEmpty
                ? nil
                : XMLOutputElement(
                    "gls:glossEntry",
                    children: ([name] + parts).map { .element($0) }
                )
        }
        guard !entries.isEmpty else { return nil }
        return XMLOutputElement("gls:glossary", children: entries.map { .element($0) })
    }
}

extension String {
    /// Whether XML can hold all of it.
    fileprivate var isXML: Bool { unicodeScalars.allSatisfy(XMLEscape.isAllowed) }

    /// The text as people read it where XML cannot hold a character.
    fileprivate var shown: String { XLIFFNote.visible(self) }
}

extension TranslationState {
    /// The state as XLIFF 2 has it.
    fileprivate var word2: String {
        switch self {
        case .new, .stale: "initial"
        case .needsReview: "translated"
        case .translated: "reviewed"
        }
    }

    /// What XLIFF 2 has no word for.
    fileprivate var ownWord2: String? {
        switch self {
        case .new, .translated: nil
        case .stale, .needsReview: XLIFF2State.own(self)
        }
    }
}
