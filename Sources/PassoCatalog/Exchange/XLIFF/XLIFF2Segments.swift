internal import PassoDiagnostics
internal import PassoText

/// The two texts of a unit, joined from its segments and from what lies between them.
struct XLIFF2Segments {
    /// One segment, or what lies between two.
    private struct Part {
        let element: MarkupElement
        let isSegment: Bool
        let source: TextScalar?
        let target: TextScalar?
        /// Where its translation stands among the others (XLIFF 2.1, section 4.3.1.22, *order*).
        let order: Int
    }

    private let unit: MarkupElement
    private var parts: [Part] = []
    /// What cannot be read of the texts.
    private(set) var mistakes: [Diagnostic] = []

    init(_ unit: MarkupElement, in file: SourceText) {
        self.unit = unit
        let data = XLIFF2Data(unit, in: file)
        for element in unit.elements where element.name.namespace == unit.name.namespace {
            let isSegment = element.name.local == "segment"
            guard isSegment || element.name.local == "ignorable" else { continue }
            let target = element.child("target")
            let order = target?.attribute("order").flatMap { Int($0.value.text) }
            parts.append(
                Part(
                    element: element,
                    isSegment: isSegment,
                    source: text(of: element.child("source"), data),
                    target: text(of: target, data),
                    order: order ?? parts.count + 1
                )
            )
        }
    }

    /// The text to translate.
    var source: TextScalar? { joined(parts.compactMap(\.source)) }

    /// The translation; nil where a segment has none yet.
    ///
    /// What lies between segments and has no translation is the same in both languages.
    var target: TextScalar? {
        let segments = parts.filter(\.isSegment)
        guard !segments.isEmpty, segments.allSatisfy({ $0.target != nil }) else { return nil }
        let ordered = parts.enumerated().sorted {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }
        return joined(ordered.compactMap { $0.element.target ?? $0.element.source })
    }

    /// The state of the segment that is the least far.
    func state(isUnchanged: Bool) -> ReturnedState? {
        let hasText = !(target?.text.isEmpty ?? true)
        let states = parts.filter(\.isSegment).compactMap { part in
            XLIFF2State.returned(
                part.element.attribute("state")?.value.text,
                part.element.attribute("subState")?.value.text,
                hasText: hasText,
                isUnchanged: isUnchanged
            )
        }
        return ReturnedState.allCases.first { states.contains($0) }
    }

    private func joined(_ scalars: [TextScalar]) -> TextScalar? {
        guard !scalars.isEmpty else { return nil }
        return TextScalar(joining: scalars, at: unit.contentRange.lowerBound)
    }

    private mutating func text(of element: MarkupElement?, _ data: XLIFF2Data) -> TextScalar? {
        guard let element else { return nil }
        var content = XLIFF2Content(data)
        content.add(element)
        mistakes += content.mistakes
        return TextScalar(joining: content.parts, at: element.contentRange.lowerBound)
    }
}
