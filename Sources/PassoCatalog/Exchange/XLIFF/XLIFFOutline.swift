internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// What a file holds: whose it is, and the elements of its messages.
struct XLIFFOutline {
    /// The file, without its messages.
    private(set) var returned: ReturnedDocument
    /// The elements of the messages, in order.
    private(set) var units: [MarkupElement] = []
    /// The messages that belong to another bundle or language than the first `<file>` says, by their
    /// place.
    private(set) var strangers: [Int: Diagnostic] = [:]

    /// Looks through the `<file>` elements.
    ///
    /// - Parameters:
    ///   - document: the file.
    ///   - version: says where everything stands.
    ///   - limits: how many messages there may be.
    ///   - diagnostics: takes why it is nil.
    init?(
        _ document: MarkupDocument,
        _ version: XLIFFVersion,
        limits: ExchangeLimits,
        _ diagnostics: inout [Diagnostic]
    ) {
        let source = document.source
        returned = ReturnedDocument(source: source)
        let files = document.root.children("file")
        guard let first = files.first else {
            diagnostics.append(.xliffNoFile(in: source, at: document.root.nameRange))
            return nil
        }
        let whose = version.whose(first, in: document.root)
        returned.bundle = whose.bundle
        returned.sourceLocale = whose.sourceLocale
        returned.targetLocale = whose.targetLocale
        returned.targetLocaleRange = version.targetLocale(first, in: document.root)?.valueRange
        let limit = limits.maximumUnits
        for file in files {
            guard let body = version.body(of: file) else { continue }
            let before = units.count
            units += body.units(named: version.unitName, limit: limit - before)
            guard units.count <= limit else {
                let range = units[limit].nameRange
                diagnostics.append(.exchangeUnitLimit(limit, in: source, at: range))
                return nil
            }
            guard version.whose(file, in: document.root) != whose else { continue }
            let stranger = Diagnostic.xliffSeveralFiles(file, first: first, in: source)
            for place in before..<units.count { strangers[place] = stranger }
        }
    }
}

extension XLIFFVersion {
    /// The bundle and the languages that a `<file>` belongs to.
    fileprivate struct Whose: Equatable {
        let bundle: String?
        let sourceLocale: String?
        let targetLocale: String?
    }

    fileprivate func whose(_ file: MarkupElement, in root: MarkupElement) -> Whose {
        // Tools give a file's original a new name sooner than they touch metadata.
        let own = self == .two ? XLIFF2Metadata(file)["bundle"]?.text.text : nil
        let source =
            self == .one ? file.attribute("source-language") : root.attribute("srcLang")
        return Whose(
            bundle: own ?? file.attribute("original")?.value.text,
            sourceLocale: Self.locale(source),
            targetLocale: Self.locale(targetLocale(file, in: root))
        )
    }

    fileprivate func targetLocale(_ file: MarkupElement, in root: MarkupElement)
        -> MarkupAttribute?
    {
        self == .one ? file.attribute("target-language") : root.attribute("trgLang")
    }

    fileprivate func body(of file: MarkupElement) -> MarkupElement? {
        self == .one ? file.child("body") : file
    }

    fileprivate var unitName: String { self == .one ? "trans-unit" : "unit" }

    /// A language as tables spell it; what is no tag stays as it is.
    private static func locale(_ attribute: MarkupAttribute?) -> String? {
        attribute.map { LocaleName.canonical($0.value.text) ?? $0.value.text }
    }
}

extension MarkupElement {
    /// The elements of a name in its own namespace, in order.
    func children(_ local: String) -> [MarkupElement] {
        elements.filter { $0.name.matches(local, in: name.namespace) }
    }

    /// The first element of a name in its own namespace.
    func child(_ local: String) -> MarkupElement? {
        elements.first { $0.name.matches(local, in: name.namespace) }
    }

    /// The units within it and within its groups, in order; one more than the limit at most.
    ///
    /// Groups lie in each other no deeper than elements may.
    fileprivate func units(named local: String, limit: Int) -> [MarkupElement] {
        var found: [MarkupElement] = []
        for element in elements where element.name.namespace == name.namespace {
            guard found.count <= limit else { break }
            if element.name.local == local {
                found.append(element)
            } else if element.name.local == "group" {
                found += element.units(named: local, limit: limit - found.count)
            }
        }
        return found
    }
}

extension ExchangeStamp {
    /// Reads a stamp that a tool may have set in blanks.
    init?(_ element: MarkupElement) {
        let text = element.text.text
        guard let first = text.split(whereSeparator: \.isWhitespace).first else { return nil }
        self.init(first)
    }
}
