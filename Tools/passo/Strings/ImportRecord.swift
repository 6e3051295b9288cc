import PassoCatalog
import PassoDiagnostics

/// What `passo strings import --json` says.
struct ImportRecord: Encodable {
    /// Whether the tables and ledgers were written.
    let written: Bool
    let files: [File]
    /// What stands against writing, beside the files themselves.
    let problems: [Problem]

    struct File: Encodable {
        let path: String
        let bundle: String?
        let locale: String?
        let counts: [String: Int]
        let messages: [Message]
        let problems: [Problem]
    }

    struct Message: Encodable {
        let key: String
        let outcome: String
        let line: Int
        let column: Int
        let before: String?
        let returned: String?
        let stateBefore: String?
        let state: String?
        let problems: [Problem]
    }

    struct Problem: Encodable {
        let id: String
        let severity: String
        let message: String
        let file: String
        let line: Int
        let column: Int
    }

    init(_ intake: ExchangeImport, _ mistakes: [Diagnostic], isWritten: Bool) {
        written = isWritten
        problems = mistakes.map(Problem.init)
        files = intake.reports.map(File.init)
    }
}

extension ImportRecord.File {
    init(_ report: ExchangeReport) {
        let counts = ExchangeReport.Outcome.allCases.map { ($0.rawValue, report.count($0)) }
        self.init(
            path: report.source.name,
            bundle: report.bundle,
            locale: report.locale,
            counts: Dictionary(uniqueKeysWithValues: counts),
            messages: report.messages.map { ImportRecord.Message($0, in: report.source) },
            problems: report.diagnostics.map(ImportRecord.Problem.init)
        )
    }
}

extension ImportRecord.Message {
    init(_ message: ExchangeReport.Message, in source: SourceText) {
        let place = source.position(at: message.range.lowerBound)
        self.init(
            key: message.key,
            outcome: message.outcome.rawValue,
            line: place.line,
            column: place.column,
            before: message.before,
            returned: message.returned,
            stateBefore: message.stateBefore?.rawValue,
            state: message.state?.rawValue,
            problems: message.diagnostics.map(ImportRecord.Problem.init)
        )
    }
}

extension ImportRecord.Problem {
    init(_ diagnostic: Diagnostic) {
        let place = diagnostic.source.position(at: diagnostic.range.lowerBound)
        self.init(
            id: diagnostic.id.rawValue,
            severity: diagnostic.severity.rawValue,
            message: Words.engine.sentence(
                for: diagnostic.id,
                arguments: diagnostic.arguments
            ),
            file: diagnostic.source.name,
            line: place.line,
            column: place.column
        )
    }
}
