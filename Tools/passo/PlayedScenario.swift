import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest

/// A played scenario for readers that are programs.
struct PlayedScenario: Encodable {
    let file: String
    let scenario: String
    let holds: Bool
    let lines: [Line]
    let failures: [Failure]

    /// One thing that happened.
    struct Line: Encodable {
        let at: String
        let nanoseconds: Int64
        let person: String?
        let kind: String
        let text: String
        let event: String?
        let key: String?
        let arguments: [String: PlainValue]
        let field: String?
    }

    /// A mistake, or an expectation that does not hold.
    struct Failure: Encodable {
        let id: String
        let file: String
        let line: Int
        let column: Int
        let text: String
    }

    init(_ input: ScenarioInput, locale: String) {
        let transcript = input.outcome.transcript
        let writer = TranscriptWriter(strings: input.strings, locale: locale)
        file = input.path
        scenario = transcript?.scenario.title ?? ""
        holds = input.outcome.holds
        lines = (transcript?.lines ?? []).map { Line($0, text: writer.text(of: $0)) }
        failures = input.outcome.diagnostics.map { Failure($0) }
    }
}

extension PlayedScenario.Line {
    init(_ line: TranscriptLine, text: String) {
        at = line.at.description
        nanoseconds = line.at.nanoseconds
        person = line.person
        self.text = text
        var notice: Notice?
        (kind, event, notice, field) =
            switch line.content {
            case .does(let event, _, _, let sentence): ("does", event, sentence, nil)
            case .reads(let notice): ("reads", nil, notice, nil)
            case .refused(let event, let reason, let field): ("refused", event, reason, field)
            case .sees(let sight): ("sees", nil, Notice(key: sight.label), nil)
            case .state: ("state", nil, nil, nil)
            case .problem: ("problem", nil, nil, nil)
            }
        key = notice?.key
        arguments = PlainValue.arguments(of: notice)
    }
}

extension PlayedScenario.Failure {
    init(_ diagnostic: Diagnostic) {
        let position = diagnostic.source.position(at: diagnostic.range.lowerBound)
        id = diagnostic.id.rawValue
        file = diagnostic.source.name
        line = position.line
        column = position.column
        text =
            Words.engine.text(for: diagnostic.id, arguments: diagnostic.arguments)
            ?? diagnostic.id.rawValue
    }
}
