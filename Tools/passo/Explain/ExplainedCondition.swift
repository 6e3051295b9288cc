import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics

/// A condition that disables a candidate, for `passo explain`.
struct ExplainedCondition: Encodable {
    /// `if` or `require`.
    let clause: String
    /// Where the condition stands in the file.
    let line: Int
    let column: Int
    /// The condition as a tree; its places are UTF-8 offsets in the condition.
    let explanation: CELExplanation
    /// The parts that decided, with their places in the file.
    let decidedBy: [Part]

    struct Part: Encodable {
        let text: String
        let line: Int
        let column: Int
    }

    init(_ condition: ConditionExplanation, of definition: Definition) {
        explanation = condition.explanation
        clause = condition.clause == .guarding ? "if" : "require"
        let position = definition.position(of: condition.explanation.range, in: condition)
        line = position.line
        column = position.column
        decidedBy = condition.explanation.deciding.map { part in
            let position = definition.position(of: part.range, in: condition)
            return Part(text: part.text, line: position.line, column: position.column)
        }
    }
}
