internal import PassoDiagnostics
internal import PassoText

/// What breaks the rules of XLIFF, sorted by id.
extension Diagnostic {
    static func xliffAttribute(
        _ attribute: MarkupAttribute,
        of element: MarkupElement,
        allowed: [String],
        in source: SourceText
    ) -> Self {
        let name = attribute.name.qualified
        return xliff(
            "xliff-attribute",
            [.init("name", name), .init("element", element.name.qualified)] + list(allowed),
            attribute.nameRange,
            source,
            fixIts: suggestion(for: name, of: allowed, at: attribute.nameRange)
        )
    }

    static func xliffAttributeClash(
        _ attribute: MarkupAttribute,
        with other: String,
        on element: MarkupElement,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-attribute-clash",
            [
                .init("name", attribute.name.qualified), .init("other", other),
                .init("element", element.name.qualified),
            ],
            attribute.nameRange,
            source
        )
    }

    static func xliffAttributeMissing(
        _ name: String,
        of element: MarkupElement,
        because reason: SourceRange? = nil,
        severity: DiagnosticSeverity = .error,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-attribute-missing",
            [.init("name", name), .init("element", element.name.qualified)],
            element.nameRange,
            source,
            severity: severity,
            notes: reason.map { [note("xliff-because", at: $0, in: source)] } ?? []
        )
    }

    static func xliffAttributeNeeds(
        _ name: String,
        _ needed: String,
        at range: SourceRange,
        severity: DiagnosticSeverity,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-attribute-needs",
            [.init("name", name), .init("needed", needed)],
            range,
            source,
            severity: severity
        )
    }

    static func xliffChoice(
        _ name: String,
        _ attribute: MarkupAttribute,
        of choices: [String],
        in source: SourceText
    ) -> Self {
        let value = attribute.value.text
        let range = attribute.valueRange
        return xliff(
            "xliff-choice",
            [.init("name", name), .init("value", value), .init("choices", choices)],
            range,
            source,
            fixIts: suggestion(for: value, of: choices, at: range)
        )
    }

    static func xliffCodeMissing(
        _ id: String,
        _ target: MarkupElement,
        original: SourceRange,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-code-missing",
            [.init("id", id)],
            target.nameRange,
            source,
            notes: [note("xliff-because", at: original, in: source)]
        )
    }

    static func xliffCopy(
        _ copy: MarkupAttribute,
        _ reason: String,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-copy",
            [.init("id", copy.value.text), .init("reason", reason)],
            copy.valueRange,
            source
        )
    }

    static func xliffElement(
        _ element: MarkupElement,
        within parent: MarkupElement,
        allowed: [String],
        in source: SourceText
    ) -> Self {
        let name = element.name.qualified
        return xliff(
            "xliff-element",
            [.init("name", name), .init("parent", parent.name.qualified)] + list(allowed),
            element.nameRange,
            source,
            fixIts: suggestion(for: name, of: allowed, at: element.nameRange)
        )
    }

    static func xliffElementMissing(
        _ names: [String],
        within parent: MarkupElement,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-element-missing",
            [.init("names", names), .init("parent", parent.name.qualified)],
            parent.nameRange,
            source
        )
    }

    static func xliffElementOrder(
        _ element: MarkupElement,
        within parent: MarkupElement,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-element-order",
            [.init("name", element.name.qualified), .init("parent", parent.name.qualified)],
            element.nameRange,
            source
        )
    }

    static func xliffElementTwice(
        _ element: MarkupElement,
        within parent: MarkupElement,
        first: SourceRange?,
        in source: SourceText
    ) -> Self {
        let name = element.name.qualified
        return xliff(
            "xliff-element-twice",
            [.init("name", name), .init("parent", parent.name.qualified)],
            element.nameRange,
            source,
            notes: first.map { [.firstPlace(name, at: $0, in: source)] } ?? []
        )
    }

    static func xliffFragment(
        _ attribute: MarkupAttribute,
        _ reason: String,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-fragment",
            [.init("text", attribute.value.text), .init("reason", reason)],
            attribute.valueRange,
            source
        )
    }

    static func xliffHref(
        _ element: MarkupElement,
        _ reason: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-href",
            [.init("element", element.name.qualified), .init("reason", reason)],
            range,
            source
        )
    }

    static func xliffIsolated(_ start: MarkupElement, _ id: String, in source: SourceText) -> Self {
        xliff(
            "xliff-isolated",
            [.init("id", id)],
            start.attribute("isolated")?.valueRange ?? start.nameRange,
            source
        )
    }

    static func xliffLanguage(
        _ attribute: MarkupAttribute,
        _ name: String,
        _ language: String,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-language",
            [
                .init("value", attribute.value.text), .init("name", name),
                .init("language", language),
            ],
            attribute.valueRange,
            source,
            fixIts: [.replace(attribute.valueRange, with: language)]
        )
    }

    static func xliffNamespace(at range: SourceRange, in source: SourceText) -> Self {
        xliff(
            "xliff-namespace",
            [.init("namespaces", XLIFFVocabulary.cores)],
            range,
            source
        )
    }

    static func xliffOneOf(
        _ names: [String],
        of element: MarkupElement,
        isExact: Bool,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-one-of",
            [
                .init("element", element.name.qualified), .init("names", names),
                .init("number", isExact ? "one" : "some"),
            ],
            element.nameRange,
            source
        )
    }

    static func xliffOrder(
        _ order: MarkupAttribute,
        count: Int,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-order",
            [.init("order", order.value.text), .init("count", count)],
            order.valueRange,
            source
        )
    }

    static func xliffPairDiffers(
        _ name: String,
        _ right: String,
        at range: SourceRange,
        start: SourceRange,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-pair-differs",
            [.init("name", name), .init("right", right)],
            range,
            source,
            notes: [note("xliff-because", at: start, in: source)]
        )
    }

    static func xliffReference(
        _ attribute: MarkupAttribute,
        _ kind: String,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-reference",
            [
                .init("name", attribute.name.qualified), .init("value", attribute.value.text),
                .init("kind", kind),
            ],
            attribute.valueRange,
            source
        )
    }

    static func xliffSequence(
        _ range: SourceRange,
        _ id: String,
        _ reason: String,
        in source: SourceText
    ) -> Self {
        xliff("xliff-sequence", [.init("id", id), .init("reason", reason)], range, source)
    }

    static func xliffSpace(
        _ attribute: MarkupAttribute?,
        _ target: MarkupElement,
        _ isPreserving: Bool,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-space",
            [.init("value", isPreserving ? "preserve" : "default")],
            attribute?.valueRange ?? target.nameRange,
            source
        )
    }

    static func xliffText(
        _ range: SourceRange,
        within parent: MarkupElement,
        in source: SourceText
    ) -> Self {
        xliff("xliff-text", [.init("parent", parent.name.qualified)], range, source)
    }

    static func xliffTwice(
        _ name: String,
        _ attribute: MarkupAttribute,
        within container: String,
        first: SourceRange,
        in source: SourceText
    ) -> Self {
        let value = attribute.value.text
        return xliff(
            "xliff-twice",
            [.init("name", name), .init("value", value), .init("container", container)],
            attribute.valueRange,
            source,
            notes: [.firstPlace(value, at: first, in: source)]
        )
    }

    static func xliffUnpaired(
        _ element: MarkupElement,
        _ kind: String,
        _ id: String,
        in source: SourceText
    ) -> Self {
        xliff("xliff-unpaired", [.init("kind", kind), .init("id", id)], element.nameRange, source)
    }

    static func xliffValue(
        _ name: String,
        _ attribute: MarkupAttribute,
        _ kind: String,
        in source: SourceText
    ) -> Self {
        xliff(
            "xliff-value",
            [
                .init("name", name), .init("value", attribute.value.text), .init("kind", kind),
            ],
            attribute.valueRange,
            source
        )
    }
}

extension Diagnostic {
    private static func xliff(
        _ id: DiagnosticID,
        _ arguments: [DiagnosticArgument],
        _ range: SourceRange,
        _ source: SourceText,
        severity: DiagnosticSeverity = .error,
        notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = []
    ) -> Self {
        Diagnostic(
            id: id,
            severity: severity,
            arguments: arguments,
            source: source,
            range: range,
            notes: notes,
            fixIts: fixIts
        )
    }

    /// The names that would be right, and whether there are any.
    private static func list(_ names: [String]) -> [DiagnosticArgument] {
        [.init("allowed", names), .init("takes", names.isEmpty ? "none" : "some")]
    }

    private static func suggestion(
        for text: String,
        of names: [String],
        at range: SourceRange
    ) -> [FixIt] {
        nearest(to: text, in: names).map { [.didYouMean($0, at: range)] } ?? []
    }

    private static func note(
        _ id: DiagnosticID,
        at range: SourceRange,
        in source: SourceText
    ) -> DiagnosticNote {
        DiagnosticNote(id: id, source: source, range: range)
    }
}
