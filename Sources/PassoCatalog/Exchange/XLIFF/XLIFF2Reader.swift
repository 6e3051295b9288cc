internal import PassoDiagnostics
internal import PassoText

/// Reads the elements of an XLIFF 2 file.
///
/// Modules and elements of other namespaces are passed over, but for the metadata of our own.
struct XLIFF2Reader {
    private let document: MarkupDocument
    private(set) var diagnostics: [Diagnostic] = []

    private var source: SourceText { document.source }

    init(_ document: MarkupDocument) { self.document = document }

    /// Reads the units; nil where the file breaks the rules of XLIFF outside of them.
    mutating func read(_ units: [MarkupElement]) -> [ReturnedUnit]? {
        let broken = brokenUnits(units)
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        return units.enumerated().map { place, element in
            var unit = unit(element)
            unit.mistakes = (broken[place] ?? []) + unit.mistakes
            return unit
        }
    }

    /// Asks the rules of XLIFF 2; what breaks one within a unit is that unit's mistake.
    ///
    /// - Returns: the mistakes by the place of their unit.
    private mutating func brokenUnits(_ units: [MarkupElement]) -> [Int: [Diagnostic]] {
        var broken: [Int: [Diagnostic]] = [:]
        for problem in XLIFFValidation.diagnostics(of: document) {
            let start = problem.range.lowerBound
            // The last unit that begins at the mistake or before it.
            let place = units.partitioningIndex { $0.range.lowerBound > start } - 1
            if problem.severity == .error, place >= 0, start < units[place].range.upperBound {
                broken[place, default: []].append(problem)
            } else {
                diagnostics.append(problem)
            }
        }
        return broken
    }

    private func unit(_ element: MarkupElement) -> ReturnedUnit {
        let metadata = XLIFF2Metadata(element)
        let (key, range) = self.key(of: element, metadata)
        var unit = ReturnedUnit(key: key ?? "", range: range)
        if key == nil { unit.mistakes.append(.xliffNoKey(element, in: source)) }
        unit.stamp = metadata["stamp"].flatMap { ExchangeStamp($0) }
        let segments = XLIFF2Segments(element, in: source)
        unit.source = segments.source
        unit.target = segments.target
        unit.mistakes += segments.mistakes
        let hash = unit.target.map { TextHash($0.text) }
        unit.state = segments.state(isUnchanged: unit.stamp.map { $0.target == hash } ?? true)
        return unit
    }

    /// The key and where it stands: the name, else the metadata, else what the identifier was made of.
    private func key(of unit: MarkupElement, _ metadata: XLIFF2Metadata) -> (
        String?, SourceRange
    ) {
        if let name = unit.attribute("name"), !name.value.text.isEmpty {
            return (name.value.text, name.valueRange)
        }
        if let key = metadata["key"]?.text, !key.text.isEmpty {
            return (key.text, key.sourceRange)
        }
        guard let identifier = unit.attribute("id") else { return (nil, unit.startTag) }
        return (XLIFFIdentifier.decode(identifier.value.text), identifier.valueRange)
    }
}

/// The metadata of our own that an element holds.
struct XLIFF2Metadata {
    private let entries: [MarkupElement]

    init(_ element: MarkupElement) {
        let groups = element.elements.filter {
            $0.name.matches("metadata", in: XLIFFNames.metadata)
        }.flatMap { $0.children("metaGroup") }
        entries = groups.filter { $0.attribute("category")?.value.text == XLIFFNames.passo }
            .flatMap { $0.children("meta") }
    }

    /// The entry of a type.
    subscript(type: String) -> MarkupElement? {
        entries.first { $0.attribute("type")?.value.text == type }
    }
}

extension [MarkupElement] {
    /// The first place from which on all elements are what is asked; they come in the order of the
    /// file.
    fileprivate func partitioningIndex(where belongs: (MarkupElement) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
