import PassoDiagnostics
import PassoMessages
import PassoRuntime

/// A transcript for a person's eyes: one line for each thing that happens, with its time.
struct TranscriptPrinter {
    let locale: String
    let color: Bool

    /// The scenario's title and its lines.
    func text(of transcript: Transcript, strings: StringBundle?) -> String {
        let writer = TranscriptWriter(strings: strings, locale: locale)
        var result = [style(transcript.scenario.title, .bold)]
        var last: String?
        let width = transcript.lines.map(\.at.description.count).max() ?? 0
        for line in transcript.lines {
            let time = line.at.description
            // A time is said once for all that happens at it.
            let digits = time == last ? "" : time
            let shown = String(repeating: " ", count: width - digits.count) + digits
            last = time
            result.append("\(style(shown, .faint))  \(styled(line, writer.text(of: line)))")
        }
        return result.joined(separator: "\n")
    }

    private func styled(_ line: TranscriptLine, _ text: String) -> String {
        switch line.content {
        case .refused: style(text, .yellow)
        case .problem: style(text, .red)
        case .state: style(text, .faint)
        case .does, .reads, .sees: text
        }
    }

    private enum Style: Int {
        case bold = 1
        case faint = 2
        case red = 31
        case yellow = 33
    }

    private func style(_ text: String, _ style: Style) -> String {
        color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
