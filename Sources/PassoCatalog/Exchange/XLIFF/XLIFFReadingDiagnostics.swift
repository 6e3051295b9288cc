internal import PassoDiagnostics
internal import PassoText

/// What reading XLIFF can report, sorted by id.
extension Diagnostic {
    /// An element in a text stands for something that the file does not say.
    static func xliffInline(_ name: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "xliff-inline",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }

    /// A file holds no `<file>`.
    static func xliffNoFile(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "xliff-no-file", source: source, range: range)
    }

    /// A message names no key.
    static func xliffNoKey(_ unit: MarkupElement, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "xliff-no-key",
            arguments: [.init("name", unit.name.qualified)],
            source: source,
            range: unit.startTag
        )
    }

    /// The root is another element.
    static func xliffRoot(_ name: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "xliff-root",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }

    /// A file holds the messages of several bundles or languages.
    static func xliffSeveralFiles(
        _ file: MarkupElement,
        first: MarkupElement,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "xliff-several-files",
            source: source,
            range: file.startTag,
            notes: [.firstPlace("file", at: first.startTag, in: source)]
        )
    }

    /// The version is not known, or missing.
    static func xliffVersion(
        _ version: String?,
        known: [String],
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "xliff-version",
            arguments: [
                .init("problem", version == nil ? "missing" : "unknown"),
                .init("version", version ?? ""), .init("known", known),
            ],
            source: source,
            range: range
        )
    }

    /// The namespace of the root is not that of its version.
    static func xliffNamespace(
        _ root: MarkupElement,
        expected: String,
        in source: SourceText
    ) -> Diagnostic {
        let declaration = root.attributes.first {
            $0.isDeclaration && $0.value.text == root.name.namespace
        }
        let end = root.nameRange.upperBound
        return Diagnostic(
            id: "wrong-namespace",
            arguments: [.init("expected", expected)],
            source: source,
            range: declaration?.valueRange ?? root.nameRange,
            fixIts: [
                declaration.map { .replace($0.valueRange, with: expected) }
                    ?? .insert(" xmlns=\"\(expected)\"", at: end)
            ]
        )
    }
}
