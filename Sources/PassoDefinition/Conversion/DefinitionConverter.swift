public import PassoDiagnostics
internal import PassoText

/// Turns the text of a definition into the same definition in another language, or in the canonical
/// form of the same one.
///
/// ```swift
/// let result = DefinitionConverter.convert(source, to: .scxml)
/// print(result.text ?? DiagnosticRenderer(words: EngineWords()).render(result.diagnostics))
/// ```
///
/// Comments, layout, anchors and the author's spelling of equal things are lost, and nothing else: a
/// text that is converted there and back declares the same.
public enum DefinitionConverter {
    /// Converts one definition.
    ///
    /// Only its form is checked; what it says is checked by ``DefinitionCompiler``. Time is linear in
    /// the size of the text.
    ///
    /// - Parameters:
    ///   - source: the text, in the language that ``DefinitionFormat/init(of:)`` says.
    ///   - format: the language to write.
    ///   - limits: what the text may cost.
    /// - Returns: the new text, unless there is an error, and what is wrong.
    public static func convert(
        _ source: SourceText,
        to format: DefinitionFormat,
        limits: DefinitionLimits = .standard
    ) -> ConvertedDefinition {
        let (declaration, mistakes) = declaration(source, limits)
        guard let declaration, !mistakes.contains(where: { $0.severity == .error }) else {
            return ConvertedDefinition(text: nil, diagnostics: mistakes)
        }
        do throws(SCXMLWriteError) {
            let text =
                switch format {
                case .yaml: YAMLWriter.text(of: declaration)
                case .scxml: try SCXMLWriter.text(of: declaration)
                }
            return ConvertedDefinition(text: text, diagnostics: mistakes)
        } catch {
            return ConvertedDefinition(
                text: nil,
                diagnostics: mistakes + [.notInXML(error, in: source)]
            )
        }
    }

    private static func declaration(
        _ source: SourceText,
        _ limits: DefinitionLimits
    ) -> (WorkflowDeclaration?, [Diagnostic]) {
        switch DefinitionFormat(of: source) {
        case .scxml:
            let (declaration, mistakes, _) = SCXMLReader.read(source, limits: limits)
            return (declaration, mistakes)
        case .yaml:
            let (root, mistakes) = YAMLReader.read(source, limits: limits.text)
            guard let root else { return (nil, mistakes) }
            var check = ShapeCheck(source: source, limit: limits.diagnostics)
            check.check(root)
            return (DeclarationReader().workflow(root), mistakes + check.diagnostics)
        }
    }
}

/// What ``DefinitionConverter`` makes of a text.
public struct ConvertedDefinition: Sendable {
    /// The text in the other language; nil when ``diagnostics`` hold an error.
    public let text: String?
    /// Everything found.
    public let diagnostics: [Diagnostic]
}

extension Diagnostic {
    /// What XML has no way to write.
    static func notInXML(_ error: SCXMLWriteError, in source: SourceText) -> Diagnostic {
        let (problem, text, range) =
            switch error {
            case .unwritable(.badName(let name)): ("name", name, SourceRange(at: 0))
            case .unwritable(.forbiddenCharacter(let scalar)):
                ("character", scalar.code, SourceRange(at: 0))
            case .badContent(let range): ("content", source.text(in: range), range)
            }
        return Diagnostic(
            id: "not-in-xml",
            arguments: [.init("problem", problem), .init("text", text)],
            source: source,
            range: range
        )
    }
}

extension Unicode.Scalar {
    /// Its name as Unicode writes it: `U+001B`.
    fileprivate var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
