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

    init(_ explanation: EventExplanation, of definition: Definition, locale: String) {
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

    /// The answer for a person.
    func line(of definition: Definition) -> String {
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
