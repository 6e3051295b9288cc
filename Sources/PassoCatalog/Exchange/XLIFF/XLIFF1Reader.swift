internal import PassoDiagnostics
internal import PassoText

/// Reads the elements of an XLIFF 1.2 file.
///
/// Elements and attributes of other namespaces, proposals (`<alt-trans>`), segmentation beside the
/// texts (`<seg-source>`) and binary units are passed over.
struct XLIFF1Reader {
    let source: SourceText

    /// Reads one `<trans-unit>`.
    func unit(_ element: MarkupElement) -> ReturnedUnit {
        let names = [element.attribute("resname"), element.attribute("id")].compactMap(\.self)
        let key = names.first { !$0.value.text.isEmpty } ?? names.last
        var unit = ReturnedUnit(
            key: key?.value.text ?? "",
            range: key?.valueRange ?? element.startTag
        )
        if key == nil { unit.mistakes.append(.xliffNoKey(element, in: source)) }
        unit.source = text(of: element.child("source"), in: &unit)
        let target = element.child("target")
        unit.target = text(of: target, in: &unit)
        unit.state = state(
            target?.attribute("state")?.value.text,
            approved: element.attribute("approved")?.value.text,
            hasText: !(unit.target?.text.isEmpty ?? true)
        )
        unit.stamp = stamp(of: element)
        return unit
    }

    private func text(of element: MarkupElement?, in unit: inout ReturnedUnit) -> TextScalar? {
        guard let element else { return nil }
        var content = XLIFF1Content(namespace: element.name.namespace, in: source)
        content.add(element)
        unit.mistakes += content.mistakes
        return TextScalar(joining: content.parts, at: element.contentRange.lowerBound)
    }

    private func stamp(of unit: MarkupElement) -> ExchangeStamp? {
        let contexts = unit.children("context-group").flatMap { $0.children("context") }
        let own = contexts.first {
            $0.attribute("context-type")?.value.text == XLIFFNames.passo1 + "stamp"
        }
        return own.flatMap { ExchangeStamp($0) }
    }

    /// What a state means (XLIFF 1.2, section 2.3, *state* and *approved*); those of other tools
    /// (`x-…`) mean nothing to us.
    private func state(_ word: String?, approved: String?, hasText: Bool) -> ReturnedState? {
        switch word {
        case "translated", "signed-off", "final": .translated
        case "needs-review-translation", "needs-review-adaptation", "needs-review-l10n",
            "needs-translation", "needs-adaptation", "needs-l10n", "new":
            approved == "yes" ? .translated : hasText ? .needsReview : .new
        default: approved == "yes" ? .translated : nil
        }
    }
}
