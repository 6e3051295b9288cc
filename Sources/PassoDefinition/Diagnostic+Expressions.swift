package import PassoCEL
package import PassoDiagnostics

extension Diagnostic {
    /// What is wrong with an expression, at its place in the text that holds it.
    ///
    /// - Parameters:
    ///   - problem: what the parser or the checker found.
    ///   - range: its place in `source`.
    ///   - source: the text that holds the expression.
    /// - Returns: the diagnostic.
    package static func expression(
        _ problem: CELProblem,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        let facts =
            [DiagnosticArgument("code", problem.code.rawValue)]
            + problem.arguments.map { DiagnosticArgument($0.name, $0.value) }
        let name = problem.argument("name") ?? ""
        switch problem.kind {
        case .syntax: return .guardSyntax(facts, at: range, in: source)
        case .type: return .guardType(facts, at: range, in: source)
        case .limit: return .guardLimit(facts, at: range, in: source)
        case .unknownFunction:
            return .guardUnknownFunction(
                name,
                nearest: problem.suggestion,
                at: range,
                in: source
            )
        case .unknownName:
            let whole = problem.argument("group").map { "\($0).\(name)" } ?? name
            return .guardUnknownName(whole, nearest: problem.suggestion, at: range, in: source)
        }
    }

    /// Why an evaluation gave no value, at its place in the text that holds the expression.
    package static func expression(
        _ error: CELError,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        .expressionError(error.facts, at: range, in: source)
    }

    /// An expression whose value has another type than its place needs.
    package static func expressionType(
        _ found: String,
        expected: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        .guardType(
            [
                DiagnosticArgument("code", "expectedType"),
                DiagnosticArgument("expected", expected), DiagnosticArgument("found", found),
            ],
            at: range,
            in: source
        )
    }
}

extension CELError {
    /// What the sentence `expression-error` speaks of: the code and the facts.
    ///
    /// Facts that the error lacks are `none`, which the sentence knows.
    package var facts: [DiagnosticArgument] {
        var facts = arguments.map { DiagnosticArgument($0.name, Self.shortened($0.value)) }
        let names = [
            "value", "name", "found", "function", "limit", "key", "index", "size", "reason",
        ]
        for name in names where !facts.contains(where: { $0.name == name }) {
            facts.append(DiagnosticArgument(name, "none"))
        }
        return [DiagnosticArgument("code", code.rawValue)] + facts
    }

    /// A value as a sentence can hold it.
    private static func shortened(_ text: String) -> String {
        let start = text.prefix(60)
        return start.endIndex == text.endIndex ? text : start + "…"
    }
}

extension CELProblem {
    /// A fact of the problem by its name.
    func argument(_ name: String) -> String? {
        arguments.first { $0.name == name }?.value
    }
}
