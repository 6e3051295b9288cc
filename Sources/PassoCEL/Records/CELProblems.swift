public import PassoDiagnostics

/// Why an expression is refused: its text with every mistake that was found in it.
///
/// ```swift
/// do {
///     let isOpen = try CELRecordProgram<Inbox, Bool>(text)
/// } catch {
///     print(error)
///     // expression:1:9: error: guard-unknown-name(name: 'Request.statsu') [guard-unknown-name]
///     // 1 | request.statsu == "open"
///     //   |         |- error: guard-unknown-name(name: 'Request.statsu')
///     //   |         `- fix-it: did-you-mean(name: 'status')
/// }
/// ```
public struct CELProblems: Error, Sendable {
    /// The expression.
    public let text: String
    /// What is wrong with it, at least one mistake, in the order of their places.
    public let problems: [CELProblem]

    init(_ text: String, _ problems: [CELProblem]) {
        self.text = text
        self.problems = problems
    }

    /// The mistakes as diagnostics, to be rendered in the language of a reader.
    ///
    /// - Parameter name: what stands before line and column; a file's path, for instance.
    /// - Returns: one diagnostic for each problem.
    public func diagnostics(named name: String = "expression") -> [Diagnostic] {
        let source = SourceText(name: name, text)
        return problems.map { $0.diagnostic(in: source) }
    }
}

extension CELProblems: CustomStringConvertible {
    /// The mistakes with line, column and the place in the text, without words of any language.
    public var description: String { DiagnosticRenderer().render(diagnostics()) }
}

extension CELProblem {
    /// The mistake as a diagnostic of a text that is the expression.
    fileprivate func diagnostic(in source: SourceText) -> Diagnostic {
        let range = SourceRange(range)
        return Diagnostic(
            id: diagnosticID,
            arguments: facts,
            source: source,
            range: range,
            fixIts: suggestion.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    private var diagnosticID: DiagnosticID {
        switch kind {
        case .syntax: "guard-syntax"
        case .type: "guard-type"
        case .limit: "guard-limit"
        case .unknownFunction: "guard-unknown-function"
        case .unknownName: "guard-unknown-name"
        }
    }

    private var facts: [DiagnosticArgument] {
        let name = arguments.first { $0.name == "name" }?.value ?? ""
        switch kind {
        case .unknownFunction: return [.init("name", name)]
        case .unknownName:
            let group = arguments.first { $0.name == "group" }?.value
            return [.init("name", group.map { "\($0).\(name)" } ?? name)]
        case .syntax, .type, .limit:
            return [.init("code", code.rawValue)]
                + arguments.map { DiagnosticArgument($0.name, $0.value) }
        }
    }
}
