import PassoCEL
import PassoCore
import PassoDiagnostics

/// Looks for what works otherwise than its author probably meant.
///
/// It looks at charts without mistakes only, and says what is certain: what it is not able to decide
/// it leaves alone.
struct Lint {
    let chart: LintChart
    let configurations: Configurations
    let source: SourceText
    let limits: DefinitionLimits
    /// What the place numbers of the chart stand for.
    let places: [SourceRange]
    /// The conditions that the author wrote, by their programs.
    let conditions: [ObjectIdentifier: ExpressionDeclaration]
    /// The events that the definition declares.
    let events: [EventDeclaration]
    /// The names of the declared events under each dotted prefix.
    let eventNames: [String: [String]]
    /// Decides while named constants have their values.
    var decider: CELDecider
    /// Decides whatever values named constants have: they are there to be changed.
    var openDecider: CELDecider
    /// How many questions may still be asked of the deciders.
    var questions: Int
    private(set) var diagnostics: [Diagnostic] = []
    /// What is certainly never reached.
    var outOfReach = OutOfReach()

    init(_ compilation: Compilation, _ blueprint: ChartBlueprint) {
        chart = LintChart(blueprint, tree: compilation.tree)
        configurations = Configurations(chart)
        source = compilation.source
        limits = compilation.limits
        places = compilation.places
        conditions = compilation.conditions
        let derived = compilation.symbols.derived
        events = compilation.symbols.events.map(\.declaration).filter {
            !derived.contains($0.name.value)
        }
        let names = compilation.symbols.events.map(\.name)
        eventNames = compilation.symbols.eventPrefixes.mapValues { $0.map { names[$0] } }
        decider = CELDecider(maximumCases: limits.lintCases, namedConstantsAreOpen: false)
        openDecider = CELDecider(maximumCases: limits.lintCases, namedConstantsAreOpen: true)
        questions = limits.lintQuestions
        takeOver(compilation.diagnostics)
    }

    /// Runs all checks.
    mutating func run() {
        checkRegions()
        checkDone()
        checkRaised()
        checkConditions()
        checkTimers()
        checkChoices()
        checkRings()
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Whether a question may still be asked; each one counts.
    mutating func mayAsk() -> Bool {
        guard questions > 0 else { return false }
        questions -= 1
        return true
    }

    /// The place behind a place number.
    func range(_ place: Int) -> SourceRange {
        places.indices.contains(place) ? places[place] : SourceRange(at: 0)
    }

    func range(of transition: LintChart.Transition) -> SourceRange {
        range(transition.blueprint.place)
    }
}
