internal import PassoDiagnostics
internal import PassoText

/// A translator's file in plain text while it is read: what is wrong with it, and its messages so far.
struct ReturnedFile {
    /// The file.
    let source: SourceText
    private let limits: ExchangeLimits
    private var problems: DiagnosticCollector
    /// The messages in the order of the file.
    private(set) var units: [ReturnedUnit] = []

    /// Begins to read a file.
    init(_ source: SourceText, limits: ExchangeLimits) {
        self.source = source
        self.limits = limits
        problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
    }

    /// What is wrong with the file beside its messages.
    var diagnostics: [Diagnostic] { problems.diagnostics }
    /// Whether reading should end.
    var isStopped: Bool { problems.isStopped }

    /// Looks at the whole of the file: its size and whether it is UTF-8.
    ///
    /// - Returns: where its text begins; nil when it cannot be read, which is reported.
    mutating func start() -> Int? {
        var textLimits = TextLimits()
        textLimits.maximumBytes = limits.maximumBytes
        let intake = TextIntake(source, limits: textLimits, controls: false, problems: &problems)
        return intake.isReadable ? intake.start : nil
    }

    /// Adds what is wrong with the file.
    mutating func report(_ diagnostic: Diagnostic) { problems.report(diagnostic) }

    /// Adds a mistake after which reading ends.
    mutating func stop(with diagnostic: Diagnostic) { problems.stop(with: diagnostic) }

    /// Forgets all that is wrong, for one word that says it all.
    mutating func refuse(with diagnostic: Diagnostic) {
        problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
        problems.stop(with: diagnostic)
    }

    /// Adds a message, up to the limit.
    mutating func append(_ unit: ReturnedUnit) {
        guard units.count < limits.maximumUnits else {
            stop(with: .exchangeUnitLimit(limits.maximumUnits, in: source, at: unit.range))
            return
        }
        units.append(unit)
    }

    /// The messages, those among them marked whose keys others before them have.
    func document() -> ReturnedDocument {
        var document = ReturnedDocument(source: source, units: units)
        document.markKeysGivenTwice()
        return document
    }
}
