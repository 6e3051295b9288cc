import PassoCEL
import PassoCore
import PassoDiagnostics
import PassoMessages

/// One run of the compiler over one text.
///
/// Each phase adds what it finds to ``diagnostics`` and goes on with the rest, so that all mistakes
/// are reported together. Only when none is an error is there a chart.
struct Compilation {
    let source: SourceText
    let strings: StringBundle?
    let limits: DefinitionLimits
    let reading: ReadDefinition
    /// The documents that the definition may name.
    let documents: DocumentLoader?
    var diagnostics: [Diagnostic]
    /// How many diagnostics more there were than are reported.
    private(set) var dropped = 0
    private(set) var hasErrors: Bool
    var symbols = Symbols()
    var tree = StateTree()
    /// The transitions as far as the checks of the flow need them.
    var flow: [FlowEdge] = []
    /// What place numbers of the chart stand for; 0 is the whole file.
    var places: [SourceRange]
    var placeNumbers: [SourceRange: Int] = [:]
    /// The conditions of the file by their programs, so that a place inside one can be found.
    var conditions: [ObjectIdentifier: ExpressionDeclaration] = [:]
    /// What expressions over constants may name.
    var constantScope = Scope(environment: CELEnvironment(functions: []), reach: .constants)
    /// What expressions outside transitions may name.
    var valueScope = Scope(environment: CELEnvironment(functions: []), reach: .values)
    /// The scopes of transitions by their descriptors.
    var scopes: [String: Scope] = [:]
    /// The events that some transition hears.
    var heard: Set<String> = []
    /// The ids of sends, for `cancel`.
    var sendIDs: Set<String> = []
    /// The texts of the documents that were asked for.
    var texts: [String: String?] = [:]
    /// The hash of all that the definition says.
    var hash: ContentHash
    /// The slots of an open chart's system variables.
    var session: SessionSlots?
    /// The slot that counts the ids that are made.
    var serial: Int?
    /// How many data items are declared at the top of an open chart.
    var rootDataCount = 0
    /// The states among which computed `In(…)` choose so far.
    var stateChoices = 0
    /// The ids of invocations, with the workflow that each runs.
    var invoked: [String: Located<String>?] = [:]
    /// The data of final states, by their numbers.
    var doneData: [Int: DoneData] = [:]
    /// The names of the events that an open chart raises or sends.
    var spoken: Set<String> = []

    init(
        source: SourceText,
        strings: StringBundle?,
        limits: DefinitionLimits,
        reading: ReadDefinition,
        documents: DocumentLoader?,
        diagnostics: [Diagnostic]
    ) {
        self.source = source
        self.strings = strings
        self.limits = limits
        self.reading = reading
        self.documents = documents
        hash = ContentHash(reading.contentHash)
        self.diagnostics = diagnostics
        hasErrors = diagnostics.contains { $0.severity == .error }
        places = [reading.range]
    }

    var declaration: WorkflowDeclaration { reading.declaration }

    /// Runs all phases.
    mutating func run() -> Definition? {
        checkHeader()
        loadDocuments()
        collectNames()
        collectStates()
        prepareScopes()
        collectFields()
        if !isOpen { collectInvokes() }
        collectDoneData()
        var blueprint = lower()
        let guide = lowerGuide()
        checkFlow()
        guard !hasErrors else { return nil }
        blueprint.contentHash = hash.value
        do {
            let chart = try Chart(blueprint)
            var lint = Lint(self, blueprint)
            lint.run()
            for diagnostic in lint.diagnostics { report(diagnostic) }
            return definition(chart, guide, outOfReach: lint.outOfReach)
        } catch {
            report(.chartProblem(error, places: places, in: source))
            return nil
        }
    }

    /// The number under which the chart knows a place.
    mutating func place(_ range: SourceRange) -> Int {
        if let known = placeNumbers[range] { return known }
        places.append(range)
        placeNumbers[range] = places.count - 1
        return places.count - 1
    }

    /// Takes a diagnostic; beyond the limit they are only counted.
    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        if diagnostics.count < limits.diagnostics {
            diagnostics.append(diagnostic)
        } else {
            dropped += 1
        }
    }

    /// The name that was probably meant; not looked for any more once there are too many mistakes.
    func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
        guard diagnostics.count < limits.diagnostics else { return nil }
        return PassoDiagnostics.nearest(to: name, in: candidates)
    }

    /// Reports more of something than allowed, at the first one past the limit.
    mutating func checkCount(
        _ what: String,
        _ ranges: some Sequence<SourceRange>,
        limit: Int
    ) {
        for (index, range) in ranges.enumerated() where index == limit {
            report(.definitionLimit(what, limit: limit, at: range, in: source))
        }
    }
}
