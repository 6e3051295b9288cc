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
        for (id, definition, value) in subjects(of: expectation, on: stage) {
            let active = stage.world.activeStates(of: id)
            for node in value.sequence ?? [value] {
                let state = node.scalar?.text ?? ""
                guard definition.chart.stateID(state) != nil else {
                    let names = ids(in: definition.chart.blueprint.root)
                    unknown("state", state, among: names, at: node)
                    continue
                }
                if !active.contains(state) {
                    failed(
                        id.rawValue,
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
        for (id, definition, value) in subjects(of: expectation, on: stage) {
            checkData(mapping(value), of: id, definition, on: stage)
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
        for (id, _, value) in subjects(of: expectation, on: stage) {
            let next = stage.world.timers(of: id).first
            let left = next.map { $0.due.nanoseconds - stage.world.now.nanoseconds }
            let text = value.scalar?.text ?? ""
            let span = ScenarioTime.span(text)
            guard text == "none" || span != nil else {
                wrongShape("duration", at: value)
                continue
            }
            if left != (text == "none" ? nil : span) {
                let found = left.map { WorldInstant(nanoseconds: $0).description } ?? "none"
                failed("\(id) timers", expected: text, found: found, at: value)
            }
        }
    }

    /// Checks what explain answers: `why: { t1: { by: anna, accept: accept.callLimit, close: accepted } }`.
    private mutating func checkWhy(_ expectation: TextEntry, on stage: some ScenarioStage) {
        for (id, definition, value) in subjects(of: expectation, on: stage) {
            if let by = value["by"], by.scalar == nil {
                wrongShape("text", at: by)
                continue
            }
            let actor = value["by"]?.scalar?.text ?? ""
            let answers = stage.explain(id, by: actor)
            for question in mapping(value) where question.name != "by" {
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

    /// The instances that an expectation is about, each with what is expected of it.
    ///
    /// With one instance its name may be left out. Whatever is neither fails: an expectation that is
    /// written wrongly must not hold.
    private mutating func subjects(
        of expectation: TextEntry,
        on stage: some ScenarioStage
    ) -> [(InstanceID, Definition, TextNode)] {
        let value = expectation.value
        let ids = stage.world.instanceIDs
        let entries = value.mapping ?? []
        if ids.count == 1, let definition = stage.world.definition(of: ids[0]),
            !entries.contains(where: { $0.name == ids[0].rawValue })
        {
            return [(ids[0], definition, value)]
        }
        return mapping(value).compactMap { entry in
            known(entry, on: stage).map { (InstanceID(entry.name), $0, entry.value) }
        }
    }

    /// The entries of a mapping; anything else is a mistake.
    private mutating func mapping(_ node: TextNode) -> [TextEntry] {
        if node.mapping == nil { wrongShape("mapping", at: node) }
        return node.mapping ?? []
    }

    mutating func wrongShape(_ expected: String, at node: TextNode) {
        transcript.failures.append(
            .wrongShape(expected, in: scenario.source, at: node.range)
        )
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
