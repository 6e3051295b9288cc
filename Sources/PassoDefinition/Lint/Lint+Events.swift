import PassoCore
import PassoDiagnostics

extension Lint {
    /// Internal events that nothing raises, and events raised that nobody hears.
    mutating func checkRaised() {
        let actions = LintActions(
            chart.states.flatMap(\.ownActions) + chart.transitions.flatMap(\.blueprint.actions)
        )
        let heard = heardDescriptors
        let declared = Set(events.map(\.name.value))
        if !actions.raisesAnything {
            let raised = Set(actions.raised.map(\.event))
            for event in events where event.isInternal && !raised.contains(event.name.value) {
                // An event that nobody hears either is reported as that.
                guard isHeard(event.name.value, heard) else { continue }
                report(.neverRaised(event.name, in: source))
                excludeHearers(of: event.name.value)
            }
        }
        for (event, place) in actions.raised
        where !declared.contains(event) && !isHeard(event, heard) {
            report(.unheardRaise(event, at: range(place), in: source))
        }
    }

    /// Notes the transitions that wait for one event only, which never comes.
    private mutating func excludeHearers(of event: String) {
        for transition in chart.transitions
        where transition.trigger == .events && transition.descriptors == [event] {
            // A descriptor also means the events below its name.
            let others = events.contains { $0.name.value.hasPrefix("\(event).") }
            if !others { exclude(transition, because: "never-raised") }
        }
    }
}
