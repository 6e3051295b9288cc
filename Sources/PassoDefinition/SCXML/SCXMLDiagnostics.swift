import PassoDiagnostics
import PassoText

/// The mistakes that only documents of SCXML have, sorted; the words are in `Localization/engine`.
extension Diagnostic {
    /// An attribute that an element must have.
    static func missingAttribute(
        _ name: String,
        element: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-attribute",
            arguments: [.init("name", name), .init("element", element)],
            source: source,
            range: range
        )
    }

    /// Attributes and elements of which an element needs one, which may be an only element.
    static func missingPart(
        _ choices: [String],
        element: String,
        severity: DiagnosticSeverity = .error,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        if choices.count == 1, let only = choices.first {
            return Diagnostic(
                id: "missing-element",
                arguments: [
                    .init("name", String(only.dropFirst().dropLast())), .init("element", element),
                ],
                source: source,
                range: range
            )
        }
        return Diagnostic(
            id: "missing-part",
            severity: severity,
            arguments: [.init("element", element), .init("choices", choices)],
            source: source,
            range: range
        )
    }

    /// An attribute that exists and must not stand where it does.
    static func misplacedAttribute(
        _ name: String,
        element: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "misplaced-attribute",
            arguments: [.init("name", name), .init("element", element)],
            source: source,
            range: range
        )
    }

    /// An element that exists and must not stand where it does.
    static func misplacedElement(
        _ name: String,
        parent: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "misplaced-element",
            arguments: [.init("name", name), .init("parent", parent)],
            source: source,
            range: range
        )
    }

    /// An element that may stand once and stands there again.
    static func repeatedElement(
        _ name: String,
        parent: String,
        at range: SourceRange,
        first: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "repeated-element",
            arguments: [.init("name", name), .init("parent", parent)],
            source: source,
            range: range,
            notes: [.firstPlace(name, at: first, in: source)]
        )
    }

    /// A transition of the document itself, which the Recommendation does not know.
    static func rootTransition(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "root-transition", severity: .warning, source: source, range: range)
    }

    /// Text where only elements may stand.
    static func strayText(
        _ text: String,
        parent: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "stray-text",
            severity: .warning,
            arguments: [.init("text", String(text.prefix(50))), .init("parent", parent)],
            source: source,
            range: range
        )
    }

    /// An attribute that an element does not have.
    static func unknownAttribute(
        _ name: String,
        element: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "unknown-attribute",
            arguments: [.init("name", name), .init("element", element)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// An element that the namespace does not have.
    static func unknownElement(
        _ name: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "unknown-element",
            arguments: [.init("name", name)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// A data model other than CEL and none.
    static func unsupportedDatamodel(_ name: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "unsupported-datamodel",
            arguments: [.init("name", name.value)],
            source: source,
            range: name.range,
            fixIts: [.replace(name.range, with: "cel")]
        )
    }

    /// A root in no namespace or in another one.
    static func wrongNamespace(
        _ found: String?,
        expected: String,
        at range: SourceRange,
        declaration: SourceRange?,
        inserting offset: Int,
        in source: SourceText
    ) -> Diagnostic {
        let fixIt =
            declaration.map { FixIt.replace($0, with: expected) }
            ?? .insert(" xmlns=\"\(expected)\"", at: offset)
        return Diagnostic(
            id: "wrong-namespace",
            arguments: [.init("expected", expected), .init("found", found ?? "")],
            source: source,
            range: range,
            fixIts: [fixIt]
        )
    }

    /// A document of XML that is none of SCXML.
    static func wrongRoot(
        _ name: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "wrong-root",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }
}
