import PassoCEL
public import PassoCore
import PassoDefinition
public import PassoMessages

/// Writes the lines of a transcript for a reader.
///
/// Sentences come from the bundle of the definitions when it has the keys `play.…`; without them a
/// line names person and event by their labels.
public struct TranscriptWriter: Sendable {
    private let strings: StringBundle?
    private let locale: String
    private let timeZone: String

    /// Takes the texts and the reader's language.
    public init(strings: StringBundle?, locale: String, timeZone: String = "UTC") {
        self.strings = strings
        self.locale = locale
        self.timeZone = timeZone
    }

    /// Writes a line without its time.
    public func text(of line: TranscriptLine) -> String {
        switch line.content {
        case .does(let event, let title, let target, let sentence):
            if let sentence, strings?.contains(sentence.key) == true { return text(of: sentence) }
            let what = title.map { text(of: Notice(key: $0)) } ?? event
            let whom = [line.name, target].compactMap { $0 }.joined(separator: " → ")
            return whom.isEmpty ? what : "\(whom): \(what)"
        case .reads(let notice):
            let reader = name(of: line)
            guard strings?.contains("play.reads") == true else {
                return "\(reader ?? "–") ← \(text(of: notice))"
            }
            return text(of: told("play.reads", "message", notice, to: reader))
        case .refused(let event, let reason, _):
            let reason = reason ?? Notice(key: event)
            guard strings?.contains("play.refused") == true, strings?.contains(reason.key) == true
            else { return "✗ \(text(of: reason))" }
            return text(of: told("play.refused", "reason", reason, to: nil))
        case .sees(let sight):
            return "  \(text(of: Notice(key: sight.label))): \(text(of: sight.value))"
        case .state(let instance, let title):
            return "\(line.name ?? instance): \(text(of: Notice(key: title)))"
        case .problem(let problem): return "! \(problem)"
        }
    }

    /// The reader's name; supervisors are called by their label.
    private func name(of line: TranscriptLine) -> String? {
        line.person == "supervisor" ? text(of: Notice(key: "supervisor")) : line.name
    }

    /// Formats a value that stands alone.
    private func text(of value: NoticeValue) -> String {
        switch value {
        case .label(let key): text(of: Notice(key: key))
        case .message(let notice): text(of: notice)
        case .value(let value): value.stringValue ?? ScenarioValues.shown(value)
        case .missing: ""
        }
    }

    /// Formats a notice; a key that no table has is shown as it is.
    public func text(of notice: Notice) -> String {
        guard let strings, strings.contains(notice.key) else { return notice.key }
        return strings.text(
            notice.key,
            notice.messageArguments,
            in: locale,
            timeZone: timeZone
        ).text
    }

    private func told(
        _ key: String,
        _ argument: String,
        _ notice: Notice,
        to name: String?
    ) -> Notice {
        var arguments = [NoticeArgument(name: argument, value: .message(notice))]
        if let name { arguments.append(NoticeArgument(name: "agent", value: .value(.init(name)))) }
        return Notice(key: key, arguments: arguments)
    }
}
