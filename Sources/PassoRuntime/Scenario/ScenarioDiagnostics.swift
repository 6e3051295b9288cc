public import PassoDiagnostics

extension Diagnostic {
    // What is wrong in a scenario file, by name.

    static func badTime(_ text: String, in source: SourceText, at range: SourceRange) -> Self {
        Diagnostic(
            id: "scenario-bad-time",
            arguments: [.init("text", text)],
            source: source,
            range: range
        )
    }

    static func missingKey(_ key: String, in source: SourceText, at range: SourceRange) -> Self {
        Diagnostic(
            id: "scenario-missing-key",
            arguments: [.init("key", key)],
            source: source,
            range: SourceRange(at: range.lowerBound)
        )
    }

    static func timeGoesBack(
        _ text: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-time-goes-back",
            arguments: [.init("text", text)],
            source: source,
            range: range
        )
    }

    static func tooManySteps(
        _ maximum: Int,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-too-many-steps",
            arguments: [.init("max", maximum)],
            source: source,
            range: range
        )
    }

    /// A name that stands for nothing: `kind` is constant, event, field, instance, key, parameter,
    /// procedure, record, state or workflow.
    public static func unknownInScenario(
        _ kind: String,
        _ name: String,
        nearest: String? = nil,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-unknown-name",
            arguments: [.init("kind", kind), .init("name", name)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    static func unknownScenarioKey(
        _ key: String,
        nearest: String?,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-unknown-key",
            arguments: [.init("key", key)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// A value of another shape than needed: `expected` is mapping, list, text or a type.
    public static func wrongShape(
        _ expected: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-wrong-type",
            arguments: [.init("expected", expected)],
            source: source,
            range: range
        )
    }

    // What a play found, by name.

    /// Something else is there than expected: `what` names it.
    public static func expectationFailed(
        _ what: String,
        expected: String,
        found: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-expectation-failed",
            arguments: [
                .init("what", what), .init("expected", expected), .init("found", found),
            ],
            source: source,
            range: range
        )
    }

    static func invariantFailed(
        _ name: String,
        of instance: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-invariant-failed",
            arguments: [.init("name", name), .init("instance", instance)],
            source: source,
            range: range
        )
    }

    /// A step could not be played: `problem` says why, in the words of an engineer.
    public static func stepFailed(
        _ problem: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-step-failed",
            arguments: [.init("problem", problem)],
            source: source,
            range: range
        )
    }

    static func unexpectedRefusal(
        _ event: String,
        reason: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Self {
        Diagnostic(
            id: "scenario-unexpected-refusal",
            arguments: [.init("event", event), .init("reason", reason)],
            source: source,
            range: range
        )
    }
}
