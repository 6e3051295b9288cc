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
        let width = transcript.lines.map { Self.clock($0.at).count }.max() ?? 0
        for line in transcript.lines {
            let time = Self.clock(line.at)
            // A time is said once for all that happens at it.
            let digits = time == last ? "" : time
            let shown = String(repeating: " ", count: width - digits.count) + digits
            last = time
            result.append("\(style(shown, .faint))  \(styled(line, writer.text(of: line)))")
        }
        return result.joined(separator: "\n")
    }

    /// An instant as a clock that began at zero shows it: `15.000`, `1:02.500`, `24:00:00.000`.
    private static func clock(_ instant: WorldInstant) -> String {
        let milliseconds = instant.nanoseconds / 1_000_000
        let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
        let fraction = padded(rest % 1_000, 3)
        if minutes == 0 { return "\(rest / 1_000).\(fraction)" }
        let seconds = "\(padded(rest / 1_000, 2)).\(fraction)"
        let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return hours == 0 ? "\(minute):\(seconds)" : "\(hours):\(padded(minute, 2)):\(seconds)"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
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
