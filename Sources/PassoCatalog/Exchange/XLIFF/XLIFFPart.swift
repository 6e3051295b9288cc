internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// What stands at the top of a `<file>`: the same in both versions, though in other places.
struct XLIFFPart: Equatable {
    var bundle: String?
    var sourceLocale: String?
    var targetLocale: String?

    /// A language as tables spell it; what is no tag stays as it is.
    static func locale(_ attribute: MarkupAttribute?) -> String? {
        attribute.map { LocaleName.canonical($0.value.text) ?? $0.value.text }
    }
}

extension ReturnedDocument {
    /// Takes over what the first `<file>` says.
    mutating func take(_ part: XLIFFPart, targetLocaleRange range: SourceRange?) {
        bundle = part.bundle
        sourceLocale = part.sourceLocale
        targetLocale = part.targetLocale
        targetLocaleRange = range
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
    func units(named local: String, limit: Int) -> [MarkupElement] {
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
