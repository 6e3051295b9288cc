internal import PassoDiagnostics
internal import PassoMessages

/// What reading a message resource can report, sorted by id.
extension Diagnostic {
    /// A message is not well-formed or breaks a rule of MessageFormat 2: `mf2-syntax`, `mf2-rule`.
    static func mf2(problem: MF2Problem, in source: SourceText, at range: SourceRange) -> Diagnostic
    {
        let isSyntax = problem.id == .syntaxError
        return Diagnostic(
            id: isSyntax ? "mf2-syntax" : "mf2-rule",
            arguments: [
                .init("kind", isSyntax && problem.detail.isEmpty ? "end" : problem.id.word),
                .init("detail", problem.detail),
            ],
            source: source,
            range: range
        )
    }

    /// A message says what the tables, in MessageFormat 1, cannot say.
    static func mf2(
        loss: MF2ConversionProblem,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "mf2-unsayable",
            arguments: [.init("kind", loss.id.word), .init("detail", loss.detail)],
            source: source,
            range: range
        )
    }

    /// A file has neither front matter nor a message.
    static func mf2Empty(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "mf2-empty", source: source, range: range)
    }
}

extension MF2ProblemID {
    /// The word by which the texts of diagnostics choose.
    fileprivate var word: String {
        switch self {
        case .syntaxError: "syntax"
        case .variantKeyMismatch: "keys"
        case .missingFallbackVariant: "fallback"
        case .missingSelectorAnnotation: "selector"
        case .duplicateDeclaration: "declaration"
        case .duplicateOptionName: "option"
        case .duplicateVariant: "variant"
        case .tooLarge: "size"
        }
    }
}

extension MF2ConversionProblemID {
    /// The word by which the texts of diagnostics choose.
    fileprivate var word: String {
        switch self {
        case .conflictingUses: "uses"
        case .function: "function"
        case .key: "key"
        case .literal: "literal"
        case .markup: "markup"
        case .name: "name"
        case .option: "option"
        case .selector: "selector"
        case .sparseVariants: "sparse"
        case .tooLarge: "size"
        }
    }
}
