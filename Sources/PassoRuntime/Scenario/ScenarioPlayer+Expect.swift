import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoText

extension ScenarioPlayer {
    static let expectationNames = ["refused", "told", "state", "data", "timers", "why"]

    /// Checks what a step expects; a refusal that nobody expects is a failure too.
    mutating func check(
        _ step: ScenarioStep,
        caused: [Happening],
        on stage: some ScenarioStage
    ) {
        if !step.expectations.contains(where: { $0.name == "refused" }) {
            for happening in caused {
                guard case .refused(let delivery, let refused) = happening.occurrence,
                    refused.isShown(delivery)
                else { continue }
                transcript.failures.append(
                    .unexpectedRefusal(
                        delivery.event,
                        reason: refused.name,
                        in: scenario.source,
                        at: step.event?.range ?? step.range
                    )
                )
            }
        }
        for expectation in step.expectations {
            switch expectation.name {
            case "refused": checkRefusal(expectation, caused, on: stage)
            case "told": checkTold(expectation, on: stage)
            case "state": checkState(expectation, on: stage)
            case "data": checkData(expectation, on: stage)
            case "timers": checkTimers(expectation, on: stage)
            case "why": checkWhy(expectation, on: stage)
            default: checkOther(expectation, on: stage)
            }
        }
    }

    mutating func failed(
        _ what: String,
        expected: String,
        found: String,
        at node: TextNode
    ) {
        transcript.failures.append(
            .expectationFailed(
                what,
                expected: expected,
                found: found,
                in: scenario.source,
                at: node.range
            )
        )
    }

    private mutating func checkOther(_ expectation: TextEntry, on stage: some ScenarioStage) {
        guard stage.expectationNames.contains(expectation.name) else {
            let known = Self.expectationNames + stage.expectationNames
            transcript.failures.append(
                .unknownScenarioKey(
                    expectation.name,
                    nearest: nearest(to: expectation.name, in: known),
                    in: scenario.source,
                    at: expectation.key.range
                )
            )
            return
        }
        transcript.failures += stage.check(expectation, in: scenario)
    }

    func describe(_ node: TextNode) -> String { scenario.source.text(in: node.range) }

    /// Checks states: `state: { t1: inProgress }` or a list of states that must all be active.
    private mutating func checkState(_ expectation: TextEntry, on stage: some ScenarioStage) {
        for entry in expectation.value.mapping ?? [] {
            guard let definition = known(entry, on: stage) else { continue }
            let active = stage.world.activeStates(of: InstanceID(entry.name))
            for node in entry.value.sequence ?? [entry.value] {
                let state = node.scalar?.text ?? ""
                guard definition.chart.stateID(state) != nil else {
                    let names = ids(in: definition.chart.blueprint.root)
                    unknown("state", state, among: names, at: node)
                    continue
                }
                if !active.contains(state) {
                    failed(
                        entry.name,
                        expected: state,
                        found: active.joined(separator: " "),
                        at: node
                    )
                }
            }
        }
    }

    private func ids(in state: StateBlueprint) -> [String] {
        [state.id] + state.children.flatMap { ids(in: $0) }
    }

    /// Checks data: `data: { t1: { title: "…", tags: [a, b] } }`.
    private mutating func checkData(_ expectation: TextEntry, on stage: some ScenarioStage) {
        let entries = expectation.value.mapping ?? []
        let ids = stage.world.instanceIDs
        if ids.count == 1, let definition = stage.world.definition(of: ids[0]),
            !entries.contains(where: { $0.name == ids[0].rawValue })
        {
            checkData(entries, of: ids[0], definition, on: stage)
            return
        }
        for entry in entries {
            guard let definition = known(entry, on: stage) else { continue }
            let id = InstanceID(entry.name)
            checkData(entry.value.mapping ?? [], of: id, definition, on: stage)
        }
    }

    private mutating func checkData(
        _ items: [TextEntry],
        of id: InstanceID,
        _ definition: Definition,
        on stage: some ScenarioStage
    ) {
        for item in items {
            guard let value = stage.world.value(of: item.name, in: id) else {
                let names = definition.chart.blueprint.data.map(\.name)
                unknown("field", item.name, among: names, at: item.key)
                continue
            }
            if !ScenarioValues.matches(item.value, value) {
                failed(
                    "\(id) \(item.name)",
                    expected: describe(item.value),
                    found: ScenarioValues.shown(value),
                    at: item.value
                )
            }
        }
    }

    /// Checks timers: `timers: { t1: 5s }`: how long until the instance's next timer; `none` when there is none.
    private mutating func checkTimers(_ expectation: TextEntry, on stage: some ScenarioStage) {
        for entry in expectation.value.mapping ?? [] where known(entry, on: stage) != nil {
            let next = stage.world.timers(of: InstanceID(entry.name)).first
            let left = next.map { $0.due.nanoseconds - stage.world.now.nanoseconds }
            let text = entry.value.scalar?.text ?? ""
            if left != (text == "none" ? nil : ScenarioTime.span(text)) {
                let found = left.map { WorldInstant(nanoseconds: $0).description } ?? "none"
                failed("\(entry.name) timers", expected: text, found: found, at: entry.value)
            }
        }
    }

    /// Checks what explain answers: `why: { t1: { by: anna, accept: accept.callLimit, close: accepted } }`.
    private mutating func checkWhy(_ expectation: TextEntry, on stage: some ScenarioStage) {
        for entry in expectation.value.mapping ?? [] {
            guard let definition = known(entry, on: stage) else { continue }
            let actor = entry.value["by"]?.scalar?.text ?? ""
            let answers = stage.explain(InstanceID(entry.name), by: actor)
            for question in entry.value.mapping ?? [] where question.name != "by" {
                guard let answer = answers.first(where: { $0.name == question.name }) else {
                    let names = definition.events.map(\.name)
                    unknown("event", question.name, among: names, at: question.key)
                    continue
                }
                if let refusal = answer.refusal {
                    transcript.coverage.note(refusal, of: definition)
                }
                let key = answer.refusal.flatMap { definition.notice(of: $0)?.key }
                let found = key ?? answer.outcome.rawValue
                let expected = question.value.scalar?.text ?? ""
                if expected != found && expected != answer.outcome.rawValue {
                    failed(
                        "why \(question.name)",
                        expected: expected,
                        found: found,
                        at: question.value
                    )
                }
            }
        }
    }

    private mutating func known(_ entry: TextEntry, on stage: some ScenarioStage) -> Definition? {
        if let definition = stage.world.definition(of: InstanceID(entry.name)) {
            return definition
        }
        unknown(
            "instance",
            entry.name,
            among: stage.world.instanceIDs.map(\.rawValue),
            at: entry.key
        )
        return nil
    }

    private mutating func unknown(
        _ kind: String,
        _ name: String,
        among names: [String],
        at node: TextNode
    ) {
        transcript.failures.append(
            .unknownInScenario(
                kind,
                name,
                nearest: nearest(to: name, in: names),
                in: scenario.source,
                at: node.range
            )
        )
    }
}

extension RefusedEvent {
    /// A name for the reason, for people who read a failure.
    var name: String {
        if let notice { return notice.key }
        switch refusal?.reason {
        case .requirement(let failed): return failed.notice.key
        case .guardError: return "guard error"
        case .noTransition: return "no transition"
        case .finished: return "finished"
        case nil: return "refused"
        }
    }
}
