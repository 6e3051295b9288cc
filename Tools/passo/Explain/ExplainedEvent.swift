import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// One line of the answer of `passo explain`.
struct ExplainedEvent: Encodable {
    let event: String
    let outcome: EventExplanation.Outcome
    /// The message key of the reason.
    let key: String?
    let arguments: [String: PlainValue]
    /// The reason in the reader's language.
    let text: String?
    /// Where the definition states the rule.
    let line: Int?
    let column: Int?
    /// Whether a rule read a payload, for which zero values stood in.
    let assumesPayload: Bool
    /// What disables each candidate.
    let conditions: [ExplainedCondition]

    init(
        _ explanation: EventExplanation,
        _ conditions: [ConditionExplanation],
        of definition: Definition,
        locale: String
    ) {
        self.conditions = conditions.map { ExplainedCondition($0, of: definition) }
        event = explanation.name
        outcome = explanation.outcome
        assumesPayload = explanation.assumesPayload
        let notice = explanation.refusal.flatMap { definition.notice(of: $0) }
        key = notice?.key
        arguments = PlainValue.arguments(of: notice)
        text = notice.map { definition.text(of: $0, in: locale).text }
        let position = explanation.refusal?.place.map { definition.position(ofPlace: $0) }
        line = position?.line
        column = position?.column
    }

    /// The answer for a person: a line, and the conditions below it as trees.
    func text(of definition: Definition, isColored: Bool) -> String {
        let tree = ExplanationTree(isColored: isColored)
        let conditions = conditions.map { condition in
            let place = "\(definition.source.name):\(condition.line):\(condition.column)"
            return "  \(place)\n" + tree.text(of: condition.explanation, indent: "    ")
        }
        return ([line(of: definition)] + conditions).joined(separator: "\n")
    }

    private func line(of definition: Definition) -> String {
        let outcome = Words.text(EngineTexts.explainOutcome(outcome: outcome.rawValue))
        var parts = ["\(event): \(outcome)"]
        if let text { parts.append(text) }
        if let line, let column { parts.append("[\(definition.source.name):\(line):\(column)]") }
        if assumesPayload { parts.append(Words.text(EngineTexts.explainAssumed)) }
        return parts.joined(separator: "  ")
    }
}

extension Refusal {
    /// The clause that refused, as a place number of the definition.
    var place: Int? {
        switch reason {
        case .requirement(let failed): failed.place
        case .guardError(let error): error.place
        case .noTransition, .finished: nil
        }
    }
}
