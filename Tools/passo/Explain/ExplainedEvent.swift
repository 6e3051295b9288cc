import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// One line of the answer of `passo explain`.
struct ExplainedEvent: Encodable {
    /// The event's name; nil stands for the eventless transitions, which wait for none.
    let event: String?
    /// The message key of the event's title.
    let titleKey: String?
    /// The names and types of what the event carries, in order.
    let parameters: [Parameter]
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
    /// What each region says.
    let regions: [ExplainedRegion]
    /// The states that would be active then, when it is accepted.
    let leadsTo: [String]

    struct Parameter: Encodable {
        let name: String
        let type: String
    }

    init(
        _ explanation: EventExplanation,
        _ conditions: [ConditionExplanation],
        of definition: Definition,
        locale: String
    ) {
        self.conditions = conditions.map { ExplainedCondition($0, of: definition) }
        regions = explanation.regions.map { ExplainedRegion($0, of: definition) }
        leadsTo = explanation.configuration.map { definition.chart.name(of: $0) }
        event = explanation.name
        titleKey = explanation.title
        parameters = explanation.parameters.map {
            Parameter(name: $0.name, type: $0.type.description)
        }
        outcome = explanation.outcome
        assumesPayload = explanation.assumesPayload
        let notice = explanation.refusal.flatMap { definition.notice(of: $0) }
        key = notice?.key
        arguments = PlainValue.arguments(of: notice)
        text = notice.map { definition.text(of: $0, in: locale).text }
        let position =
            explanation.failing.map { definition.position(of: $0) }
            ?? explanation.refusal?.place.map { definition.position(ofPlace: $0) }
        line = position?.line
        column = position?.column
    }

    /// The eventless transitions of an instance, when its active states have any.
    init?(eventlessOf kept: KeptSnapshot, _ definition: Definition) {
        let chart = definition.chart
        let regions = chart.eventless(in: kept.snapshot, inputs: kept.inputs)
        guard !regions.isEmpty else { return nil }
        self.regions = regions.map { ExplainedRegion($0, of: definition) }
        conditions = chart.eventlessConditions(in: kept.snapshot, inputs: kept.inputs)
            .map { ExplainedCondition($0, of: definition) }
        outcome = regions.contains { $0.selected != nil } ? .accepted : .refused
        (event, titleKey, parameters, leadsTo) = (nil, nil, [], [])
        (key, arguments, text, line, column) = (nil, [:], nil, nil, nil)
        assumesPayload = false
    }

    /// The answer for a person: a line, one for each region when there are several, and the
    /// conditions below as trees.
    func text(of definition: Definition, isColored: Bool) -> String {
        let tree = ExplanationTree(isColored: isColored)
        let conditions = conditions.map { condition in
            let place = "\(definition.source.name):\(condition.line):\(condition.column)"
            return "  \(place)\n" + tree.text(of: condition.explanation, indent: "    ")
        }
        let regions = regions.count > 1 && outcome != .accepted ? regions.map(\.line) : []
        return ([line(of: definition)] + regions + conditions).joined(separator: "\n")
    }

    private func line(of definition: Definition) -> String {
        let outcome = Words.text(EngineTexts.explainOutcome(outcome: outcome.rawValue))
        let name = event ?? Words.text(EngineTexts.explainEventless)
        var parts = ["\(name): \(outcome)"]
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

extension EventExplanation {
    /// The candidate whose condition cannot be evaluated, when that refuses the event.
    fileprivate var failing: CandidateExplanation? {
        guard case .guardError(let error) = refusal?.reason else { return nil }
        return regions.lazy.flatMap(\.candidates).first { candidate in
            guard case .failed = candidate.verdict else { return false }
            return candidate.transition == error.transition
        }
    }
}
