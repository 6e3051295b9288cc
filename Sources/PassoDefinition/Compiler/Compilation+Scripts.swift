import PassoCEL
import PassoCore
import PassoDiagnostics

/// One assignment of a script.
struct ScriptAssignment {
    /// Where the value goes; nil where there is no `=`.
    let location: ExpressionDeclaration?
    let value: ExpressionDeclaration
}

extension Compilation {
    /// The assignments of a script, wherever its text is.
    func assignments(of script: ScriptDeclaration) -> [ScriptAssignment] {
        var text = script.text
        if let src = script.src, let loaded = texts[src.value] ?? nil {
            text = ExpressionDeclaration(text: loaded, range: src.range, scalar: nil)
        }
        guard let text else { return [] }
        return ScriptText.statements(of: text.text).map { statement in
            ScriptAssignment(
                location: statement.location.map { text.part($0) },
                value: text.part(statement.expression)
            )
        }
    }

    /// A script as the assignments it is (Recommendation, 5.8).
    mutating func script(
        _ script: ScriptDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        assignments(of: script).flatMap { assignment -> [ActionBlueprint] in
            guard let location = assignment.location else {
                let mistake = Diagnostic.notAnAssignment(at: assignment.value.range, in: source)
                guard isOpen else {
                    report(mistake)
                    return []
                }
                report(mistake.warning)
                return [failure("notAnAssignment", at: assignment.value.range)]
            }
            return assign(location, .expression(assignment.value), context)
        }
    }

    /// An action that always ends in an error.
    mutating func failure(_ reason: String, at range: SourceRange) -> ActionBlueprint {
        .log(.failing(.lateMistake(reason, at: 0..<0)), place: place(range))
    }
}
