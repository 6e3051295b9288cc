import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoText

/// Plays scenarios on a stage and writes down what happens.
///
/// ```swift
/// var stage = ChartStage(definitions: [door], beginsAt: scenario.beginsAt)
/// let transcript = ScenarioPlayer.play(scenario, on: &stage)
/// ```
public struct ScenarioPlayer {
    let scenario: Scenario
    var transcript: Transcript
    /// What happened since the last expectations were checked.
    var recent: [Happening] = []
    private var step: Int?

    /// Plays a scenario to its end.
    ///
    /// A failed expectation does not end the play; a step that cannot be played is skipped.
    public static func play(
        _ scenario: Scenario,
        on stage: inout some ScenarioStage
    ) -> Transcript {
        var player = ScenarioPlayer(scenario: scenario, transcript: Transcript(scenario))
        stage.isTracing = true
        let (happenings, diagnostics) = stage.prepare(scenario)
        player.transcript.failures += diagnostics
        player.write(happenings, on: stage)
        if diagnostics.isEmpty {
            player.playSteps(on: &stage)
        }
        player.transcript.world = stage.world
        return player.transcript
    }

    private mutating func playSteps(on stage: inout some ScenarioStage) {
        for (number, step) in scenario.steps.enumerated() {
            self.step = number
            recent = []
            let instant = step.at ?? stage.world.now
            passTime(before: instant, on: &stage)
            write(stage.advance(to: instant, firingDue: step.event == nil), on: stage)
            let before = recent.count
            if step.event != nil { perform(step, on: &stage) }
            check(step, caused: Array(recent[before...]), on: stage)
        }
    }

    /// Stops at each timer on the way, so that what it causes is written down with its own time.
    private mutating func passTime(
        before instant: WorldInstant,
        on stage: inout some ScenarioStage
    ) {
        var stops = 0
        while let next = stage.world.nextTimer, next < instant {
            stops += 1
            // The rest happens in one advance, which the world bounds.
            if stops > ScenarioLimits.timerStops { return }
            let firings = stage.advance(to: next, firingDue: true)
            write(firings, on: stage)
        }
    }

    private mutating func perform(_ step: ScenarioStep, on stage: inout some ScenarioStage) {
        let world = stage.world
        let only = world.instanceIDs.count == 1 ? world.instanceIDs.first : nil
        let instance = step.target.map { InstanceID($0.text) } ?? only
        let definition = instance.flatMap { world.definition(of: $0) }
        let event = step.event?.text ?? ""
        let title = definition?.events.first { $0.name == event }?.title
        add(
            .does(
                event: event,
                title: title,
                target: step.target?.text,
                sentence: stage.description(of: step)
            ),
            person: step.actor?.text,
            on: stage
        )
        do throws(ScenarioStepProblem) {
            let happenings = try stage.perform(step, of: scenario)
            for sight in stage.sights(of: step) {
                add(.sees(sight), person: step.actor?.text, on: stage)
            }
            write(happenings, on: stage)
        } catch {
            switch error {
            case .diagnostics(let diagnostics): transcript.failures += diagnostics
            case .world(let problem): fail(step, "\(problem)")
            case .other(let problem): fail(step, problem)
            }
        }
    }

    private mutating func fail(_ step: ScenarioStep, _ problem: String) {
        transcript.failures.append(
            .stepFailed(problem, in: scenario.source, at: step.event?.range ?? step.range)
        )
    }

    /// Writes down what happened.
    private mutating func write(_ happenings: [Happening], on stage: some ScenarioStage) {
        recent += happenings
        var shown = started(in: happenings)
        for happening in happenings {
            transcript.coverage.note(happening.occurrence, in: stage.world)
            if case .traced(let instance, .entered(let state)) = happening.occurrence {
                guard step != nil, !shown.contains(instance),
                    let title = title(of: state, in: instance, on: stage)
                else { continue }
                shown.insert(instance)
                add(
                    .state(instance: instance.rawValue, title: title),
                    person: instance.rawValue,
                    on: stage
                )
            } else if let content = content(of: happening) {
                add(content, person: happening.person, on: stage)
            }
            noteFailure(happening.occurrence)
        }
    }

    /// The instances that begin here: their first states are nobody's news.
    private func started(in happenings: [Happening]) -> Set<InstanceID> {
        Set(
            happenings.compactMap { happening in
                if case .started(let instance) = happening.occurrence { instance } else { nil }
            }
        )
    }

    /// What no scenario may cause.
    private mutating func noteFailure(_ occurrence: Occurrence) {
        let range = step.map { scenario.steps[$0].range } ?? SourceRange(at: 0)
        switch occurrence {
        case .failed, .overrun:
            transcript.failures.append(
                .stepFailed("\(occurrence)", in: scenario.source, at: range)
            )
        case .invariantBroken(let instance, let broken):
            transcript.failures.append(
                .invariantFailed(
                    broken.name,
                    of: instance.rawValue,
                    in: scenario.source,
                    at: range
                )
            )
        default: break
        }
    }

    private mutating func add(
        _ content: TranscriptLine.Content,
        person: String?,
        on stage: some ScenarioStage
    ) {
        transcript.lines.append(
            TranscriptLine(
                at: stage.world.now,
                person: person,
                name: person.map { stage.displayName(of: $0) },
                content: content,
                step: step
            )
        )
    }

    private func content(of happening: Happening) -> TranscriptLine.Content? {
        switch happening.occurrence {
        case .told(_, let notice, _): .reads(notice)
        case .refused(let delivery, let refused) where refused.isShown(delivery):
            .refused(event: delivery.event, reason: refused.notice, field: refused.field)
        case .failed(let delivery, let failure): .problem("\(delivery.event): \(failure)")
        case .overrun(let dropped): .problem("overrun, \(dropped) dropped")
        default: nil
        }
    }

    /// The title of a state that was entered and is still active: the outermost one that has a
    /// title and lies in no other that was entered, which is the first.
    private func title(
        of state: StateID,
        in instance: InstanceID,
        on stage: some ScenarioStage
    ) -> String? {
        guard let definition = stage.world.definition(of: instance) else { return nil }
        let id = definition.chart.name(of: state)
        guard stage.world.isActive(id, in: instance) else { return nil }
        return definition.states.first { $0.id == id }?.title
    }
}

extension RefusedEvent {
    /// Whether somebody reads the refusal: always when a person acted, otherwise when a rule refused.
    func isShown(_ delivery: Delivery) -> Bool {
        delivery.actor != nil || isByRule
    }
}
