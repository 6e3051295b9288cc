import PassoCEL
public import PassoDefinition
public import PassoDiagnostics
public import PassoMessages
public import PassoRuntime

/// The shipped scenarios, and how scenarios of any kind are played.
public enum Scenarios {
    /// The name that `procedure:` gives to the procedure of this module.
    public static let procedure = "respond-to-request"

    /// The texts of the shipped scenarios in the order of their file names.
    public static let shipped: [SourceText] = EmbeddedTexts.all
        .filter { $0.name.hasPrefix("scenarios/") }
        .map { SourceText(name: String($0.name.dropFirst("scenarios/".count)), $0.text) }

    /// What came of playing one file.
    public struct Outcome: Sendable {
        /// The transcript; nil when the scenario or a definition is refused.
        public let transcript: Transcript?
        /// The definitions that were played.
        public let definitions: [Definition]
        /// Mistakes and failed expectations, with their places.
        public let diagnostics: [Diagnostic]

        /// Whether everything was as expected.
        public var holds: Bool {
            transcript != nil && !diagnostics.contains { $0.severity == .error }
        }
    }

    /// Reads and plays one scenario.
    ///
    /// - Parameters:
    ///   - source: its text.
    ///   - strings: the texts of the definitions; nil leaves their keys unchecked.
    ///   - load: finds a definition of one's own by the file name in `definitions:`; returns nil
    ///     when there is none.
    /// - Returns: what came of it; nothing is thrown, whatever is wrong.
    public static func play(
        _ source: SourceText,
        strings: StringBundle?,
        load: (String) -> SourceText? = { _ in nil }
    ) -> Outcome {
        let (scenario, diagnostics) = ScenarioReader.read(source)
        guard let scenario else {
            return Outcome(transcript: nil, definitions: [], diagnostics: diagnostics)
        }
        if let procedure = scenario.procedure {
            return procedure.text == Self.procedure
                ? playAtDesk(scenario, strings: strings)
                : refused([
                    .unknownInScenario(
                        "procedure",
                        procedure.text,
                        nearest: nearest(to: procedure.text, in: [Self.procedure]),
                        in: source,
                        at: procedure.range
                    )
                ])
        }
        return playOwn(scenario, strings: strings, load: load)
    }

    private static func refused(_ diagnostics: [Diagnostic]) -> Outcome {
        Outcome(transcript: nil, definitions: [], diagnostics: diagnostics)
    }

    private static func playAtDesk(_ scenario: Scenario, strings: StringBundle?) -> Outcome {
        var sources: [String: SourceText] = [:]
        for file in DeskDefinitions.fileNames {
            sources[String(file.dropLast(".yaml".count))] = DeskDefinitions.shippedSource(file)
        }
        let found = change(&sources, as: scenario)
        guard found.isEmpty else { return refused(found) }
        do throws(DefinitionRefused) {
            let definitions = try DeskDefinitions.compile(strings: strings, replacing: sources)
            let desk = Desk(
                definitions: definitions,
                beginsAt: .init(seconds: scenario.beginsAt) ?? .epoch
            )
            var stage = DeskStage(desk)
            let transcript = ScenarioPlayer.play(scenario, on: &stage)
            return Outcome(
                transcript: transcript,
                definitions: definitions.all,
                diagnostics: transcript.failures
            )
        } catch {
            return refused(error.diagnostics)
        }
    }

    private static func playOwn(
        _ scenario: Scenario,
        strings: StringBundle?,
        load: (String) -> SourceText?
    ) -> Outcome {
        var diagnostics: [Diagnostic] = []
        var sources: [String: SourceText] = [:]
        var order: [String] = []
        for file in scenario.definitions {
            guard let source = load(file.text) else {
                diagnostics.append(
                    .unknownInScenario("file", file.text, in: scenario.source, at: file.range)
                )
                continue
            }
            let name = ConstantChange.workflow(of: source) ?? file.text
            sources[name] = source
            order.append(name)
        }
        diagnostics += change(&sources, as: scenario)
        guard diagnostics.isEmpty else { return refused(diagnostics) }
        var definitions: [Definition] = []
        for source in order.compactMap({ sources[$0] }) {
            let result = DefinitionCompiler.compile(source, strings: strings)
            diagnostics += result.diagnostics
            if let definition = result.definition { definitions.append(definition) }
        }
        guard definitions.count == sources.count else { return refused(diagnostics) }
        var stage = ChartStage(definitions: definitions, beginsAt: scenario.beginsAt)
        let transcript = ScenarioPlayer.play(scenario, on: &stage)
        return Outcome(
            transcript: transcript,
            definitions: definitions,
            diagnostics: diagnostics + transcript.failures
        )
    }

    /// Changes constants in the texts of the definitions.
    private static func change(
        _ sources: inout [String: SourceText],
        as scenario: Scenario
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (workflow, changes) in Dictionary(grouping: scenario.changes, by: \.workflow.text) {
            guard let source = sources[workflow] else {
                let range = changes[0].workflow.range
                diagnostics.append(
                    .unknownInScenario(
                        "workflow",
                        workflow,
                        nearest: nearest(to: workflow, in: sources.keys),
                        in: scenario.source,
                        at: range
                    )
                )
                continue
            }
            let (changed, found) = ConstantChange.apply(
                changes,
                to: source,
                from: scenario.source
            )
            sources[workflow] = changed
            diagnostics += found
        }
        return diagnostics
    }
}
