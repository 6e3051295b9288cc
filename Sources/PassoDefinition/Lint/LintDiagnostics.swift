import PassoDiagnostics

/// Every diagnostic of the lint, sorted; all are warnings.
extension Diagnostic {
    /// A condition that is never true.
    static func alwaysFalse(
        _ text: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(id: "always-false", [.init("text", text)], at: range, in: source)
    }

    /// A condition that is never false.
    static func alwaysTrue(
        _ text: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(id: "always-true", [.init("text", text)], at: range, in: source)
    }

    /// Two transitions of one state for one event whose conditions can hold together.
    static func ambiguousTransitions(
        _ trigger: String,
        example: String,
        at range: SourceRange,
        winner: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "ambiguous-transitions",
            [.init("event", trigger), .init("example", example)],
            at: range,
            in: source,
            notes: [.init(id: "wins-first", source: source, range: winner)]
        )
    }

    /// Conditions of one transition that contradict each other.
    static func contradictoryConditions(
        _ trigger: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(id: "contradictory-conditions", [.init("event", trigger)], at: range, in: source)
    }

    /// A transition to which the ones before it leave no case.
    static func coveredTransition(
        _ trigger: String,
        at range: SourceRange,
        by earlier: [SourceRange],
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "covered-transition",
            [.init("event", trigger)],
            at: range,
            in: source,
            notes: earlier.prefix(3).map { .init(id: "taken-before", source: source, range: $0) }
        )
    }

    /// A state that can be done, and nothing hears it.
    static func doneUnheard(
        _ state: Located<String>,
        by final: Located<String>,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "done-unheard",
            [.init("name", state.value)],
            at: state.range,
            in: source,
            notes: [
                .init(
                    id: "ends-here",
                    arguments: [.init("name", final.value)],
                    source: source,
                    range: final.range
                )
            ]
        )
    }

    /// Eventless transitions that lead to each other while their conditions hold.
    static func eventlessRing(
        _ states: [String],
        example: String,
        at range: SourceRange,
        others: [SourceRange],
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "eventless-ring",
            [.init("states", shown(states)), .init("example", example)],
            at: range,
            in: source,
            notes: others.prefix(3).map { .init(id: "leads-back", source: source, range: $0) }
        )
    }

    /// A transition that ends regions it does not name.
    static func exitsSiblings(
        _ kind: RegionEnd,
        parallel: String,
        regions: [Located<String>],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "exits-siblings",
            [
                .init("kind", kind.rawValue), .init("name", parallel),
                .init("regions", shown(regions.map(\.value))),
            ],
            at: range,
            in: source,
            notes: regions.prefix(3).map { region in
                .init(
                    id: "exited-region",
                    arguments: [.init("name", region.value)],
                    source: source,
                    range: region.range
                )
            }
        )
    }

    /// An acceptance of warnings that there are not.
    static func needlessAllow(
        _ id: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(id: "needless-allow", [.init("name", id)], at: range, in: source)
    }

    /// A transition that waits until a state is done that never is.
    static func neverDone(
        _ state: String,
        region: Located<String>?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "never-done",
            [.init("name", state)],
            at: range,
            in: source,
            notes: region.map { region in
                [
                    .init(
                        id: "never-ends",
                        arguments: [.init("name", region.value)],
                        source: source,
                        range: region.range
                    )
                ]
            } ?? []
        )
    }

    /// An internal event that nothing raises.
    static func neverRaised(_ event: Located<String>, in source: SourceText) -> Diagnostic {
        surprise(id: "never-raised", [.init("name", event.value)], at: event.range, in: source)
    }

    /// A refusal that is passed over, because another transition takes the event.
    static func refusalPassed(
        _ trigger: String,
        example: String,
        at range: SourceRange,
        taken: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "refusal-passed",
            [.init("event", trigger), .init("example", example)],
            at: range,
            in: source,
            notes: [.init(id: "taken-instead", source: source, range: taken)]
        )
    }

    /// A state that only the passing of time leaves.
    static func timerOnlyExit(
        _ state: Located<String>,
        timer: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(
            id: "timer-only-exit",
            [.init("name", state.value)],
            at: state.range,
            in: source,
            notes: [.init(id: "only-timer", source: source, range: timer)]
        )
    }

    /// An event that is raised and that no state hears.
    static func unheardRaise(
        _ event: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        surprise(id: "unheard-raise", [.init("name", event)], at: range, in: source)
    }

    private static func surprise(
        id: DiagnosticID,
        _ arguments: [DiagnosticArgument],
        at range: SourceRange,
        in source: SourceText,
        notes: [DiagnosticNote] = []
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: .warning,
            arguments: arguments,
            source: source,
            range: range,
            notes: notes
        )
    }
}
