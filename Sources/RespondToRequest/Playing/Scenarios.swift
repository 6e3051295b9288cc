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

        /// Makes an outcome.
        public init(
            transcript: Transcript? = nil,
            definitions: [Definition] = [],
            diagnostics: [Diagnostic]
        ) {
            self.transcript = transcript
            self.definitions = definitions
            self.diagnostics = diagnostics
        }

        /// Whether everything was as expected.
        public var holds: Bool {
            transcript != nil && !diagnostics.contains { $0.severity == .error }
        }
    }

    /// Reads and plays one scenario.
    ///
    /// - Parameters:
    ///   - source: its text.
    ///   - bundles: the string tables of a name that a definition gives. The procedure of this
    ///     module takes what it ships when there is nothing else.
    ///   - load: finds a definition of one's own by the file name in `definitions:`; returns nil
    ///     when there is none.
    /// - Returns: what came of it; nothing is thrown, whatever is wrong.
    public static func play(
        _ source: SourceText,
        bundles: (String) -> StringBundle? = { _ in nil },
        load: (String) -> SourceText? = { _ in nil }
    ) -> Outcome {
        let (scenario, diagnostics) = ScenarioReader.read(source)
        guard let scenario else {
            return Outcome(transcript: nil, definitions: [], diagnostics: diagnostics)
        }
        if let procedure = scenario.procedure {
            return procedure.text == Self.procedure
                ? playAtDesk(scenario, bundles: bundles, load: load)
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
        return playOwn(scenario, bundles: bundles, load: load)
    }

    private static func refused(_ diagnostics: [Diagnostic]) -> Outcome {
        Outcome(transcript: nil, definitions: [], diagnostics: diagnostics)
    }

    /// The bundle that ships with this module, when that is the name.
    public static func shippedBundle(_ name: String) -> StringBundle? {
        name == DeskStrings.shipped.name ? DeskStrings.shipped : nil
    }

    private static func playAtDesk(
        _ scenario: Scenario,
        bundles: (String) -> StringBundle?,
        load: (String) -> SourceText?
    ) -> Outcome {
        let (opened, diagnostics) = desk(for: scenario, bundles: bundles, load: load)
        guard let desk = opened else { return refused(diagnostics) }
        var stage = DeskStage(desk)
        let transcript = ScenarioPlayer.play(scenario, on: &stage)
        return Outcome(
            transcript: transcript,
            definitions: desk.definitions.all,
            diagnostics: transcript.failures
        )
    }

    /// Opens a desk for a scenario, which may replace the definitions by its own files and change
    /// their constants; its records are not there yet.
    ///
    /// - Parameters:
    ///   - scenario: the scenario.
    ///   - bundles: the string tables of a name; the shipped ones stand in.
    ///   - load: finds a definition by its file name.
    /// - Returns: the desk, or nil and everything that is wrong.
    public static func desk(
        for scenario: Scenario,
        bundles: (String) -> StringBundle? = Self.shippedBundle,
        load: (String) -> SourceText? = { _ in nil }
    ) -> (desk: Desk?, diagnostics: [Diagnostic]) {
        var sources: [String: SourceText] = [:]
        for file in DeskDefinitions.fileNames {
            sources[String(file.dropLast(".yaml".count))] = DeskDefinitions.shippedSource(file)
        }
        let (own, absent) = definitions(of: scenario, load: load)
        for (workflow, source) in own { sources[workflow] = source }
        let found = absent + change(&sources, as: scenario)
        guard found.isEmpty else { return (nil, found) }
        let strings = bundles(DeskStrings.shipped.name)
        let isAsShipped = strings == nil && own.isEmpty && scenario.changes.isEmpty
        do throws(DefinitionRefused) {
            let definitions =
                try isAsShipped
                ? DeskDefinitions.shipped.get()
                : DeskDefinitions.compile(
                    strings: strings ?? DeskStrings.shipped,
                    replacing: sources
                )
            let beginning = CELTimestamp(seconds: scenario.beginsAt) ?? .epoch
            return (Desk(definitions: definitions, beginsAt: beginning), [])
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// The texts of the definitions that a scenario names, by workflow in its order.
    private static func definitions(
        of scenario: Scenario,
        load: (String) -> SourceText?
    ) -> ([(workflow: String, source: SourceText)], [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var sources: [(String, SourceText)] = []
        for file in scenario.definitions {
            guard let source = load(file.text) else {
                diagnostics.append(
                    .unknownInScenario("file", file.text, in: scenario.source, at: file.range)
                )
                continue
            }
            sources.append((ConstantChange.workflow(of: source) ?? file.text, source))
        }
        return (sources, diagnostics)
    }

    private static func playOwn(
        _ scenario: Scenario,
        bundles: (String) -> StringBundle?,
        load: (String) -> SourceText?
    ) -> Outcome {
        let (own, absent) = definitions(of: scenario, load: load)
        var sources = Dictionary(own.map { ($0.workflow, $0.source) }) { _, later in later }
        var diagnostics = absent + change(&sources, as: scenario)
        guard diagnostics.isEmpty else { return refused(diagnostics) }
        var definitions: [Definition] = []
        for source in own.compactMap({ sources[$0.workflow] }) {
            let result = DefinitionCompiler.compile(source) { name in
                bundles(name) ?? shippedBundle(name)
            }
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
