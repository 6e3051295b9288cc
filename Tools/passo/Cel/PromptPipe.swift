import PassoDefinition
import PassoDiagnostics

/// A prompt whose lines come from a pipe or a file: results on standard output, mistakes on standard
/// error.
struct PromptPipe {
    private var session: PromptSession
    private var hasFailed = false

    init(_ session: PromptSession) { self.session = session }

    /// Answers every line.
    ///
    /// - Throws: ``ExitStatus/refused`` when a line was wrong or had no value.
    mutating func run() throws {
        var input = LineInput()
        while let line = input.next() {
            let answer = answer(to: line).inLine(input.number)
            if case .end = answer { break }
            if !answer.show() { hasFailed = true }
        }
        if hasFailed { throw ExitStatus.refused }
    }

    private mutating func answer(to line: LineInput.Line) -> PromptSession.Answer {
        switch line {
        case .text(let text):
            return session.enter(ExpressionText(SourceText(name: "<stdin>", text)))
        case .noText: return .complaint(EngineTexts.fileNotText(path: "<stdin>"))
        case .tooLong:
            let limit = LineInput.maximumBytes >> 20
            return .complaint(EngineTexts.fileTextTooLarge(path: "<stdin>", limit: limit))
        }
    }
}

extension PromptSession.Answer {
    /// The answer with the number of its line in the places of mistakes.
    fileprivate func inLine(_ number: Int) -> Self {
        guard case .mistakes(let diagnostics) = self else { return self }
        return .mistakes(diagnostics.map { $0.source.name == "<stdin>" ? $0.inLine(number) : $0 })
    }

    /// Shows the answer.
    ///
    /// - Returns: whether nothing was wrong.
    func show() -> Bool {
        switch self {
        case .nothing, .end: return true
        case .text(let text): Console.print(text)
        case .mistakes(let diagnostics):
            Report.complain(diagnostics)
            return ExitStatus(diagnostics) == nil
        case .complaint(let message):
            Words.complain(message)
            return false
        }
        return true
    }
}

extension Diagnostic {
    /// The mistake in a text whose first line is another one; empty lines stand for those above.
    fileprivate func inLine(_ number: Int) -> Diagnostic {
        let above = Array(repeating: UInt8(ascii: "\n"), count: number - 1)
        var result = self
        result.source = SourceText(name: source.name, utf8: above + source.utf8)
        result.range = SourceRange(range.lowerBound + above.count, range.upperBound + above.count)
        for place in result.fixIts.indices {
            let range = result.fixIts[place].range
            result.fixIts[place].range = SourceRange(
                range.lowerBound + above.count,
                range.upperBound + above.count
            )
        }
        return result
    }
}
