internal import Foundation
internal import PassoMessages

/// Values to show a message with: the examples of its placeholders.
struct ExampleArguments {
    let desk: CheckDesk

    /// The value of an argument that chooses nothing.
    func value(
        of parameter: MessageParameter,
        _ facts: PlaceholderFacts?,
        depth: Int = 0
    ) -> MessageArgument {
        let example = facts?.example ?? ""
        switch facts?.kind {
        case .integer?, .double?: return Self.number(example) ?? .int(facts?.minimum ?? 2)
        case .instant?: return Self.instant(example)
        case .label?, .message?: return text(facts, example, depth)
        case .list?: return Self.list(example)
        case .string?, nil: break
        }
        switch parameter.kind {
        case .number, .plural, .ordinal: return Self.number(example) ?? 2
        case .date, .time: return Self.instant(example)
        case .list: return Self.list(example)
        case .any, .select: return .string(example.isEmpty ? "{\(parameter.name)}" : example)
        }
    }

    private static func number(_ example: String) -> MessageArgument? {
        if let whole = Int64(example) { return .int(whole) }
        return Double(example).map { .double($0) }
    }

    private static func list(_ example: String) -> MessageArgument {
        .list(example.split(separator: ", ").map { .string(String($0)) })
    }

    /// The instant of an example such as `2026-03-02T13:04:00Z`, which it is without one, too.
    private static func instant(_ example: String) -> MessageArgument {
        // An example in another form says nothing that could be formatted.
        let date = try? Date(example, strategy: .iso8601)
        let seconds = date?.timeIntervalSince1970 ?? 1_772_456_640
        return MessageInstant(secondsSince1970: seconds).argument
    }

    /// A label or a message in the language around it, where it is known which key it can be.
    private func text(
        _ facts: PlaceholderFacts?,
        _ example: String,
        _ depth: Int
    ) -> MessageArgument {
        let declared = (facts?.keys ?? []).flatMap { desk.expanded($0) }
        let meant = desk.keysByText[example]
        guard depth < desk.limits.maximumMessageDepth,
            let key = meant ?? declared.first, let entry = desk.catalog.template[key]
        else { return .string(example.isEmpty ? "{\(facts?.name ?? "")}" : example) }
        let inner = PlaceholderFacts.all(of: entry)
        let arguments = entry.message.parameters.map { parameter in
            MessageNamedArgument(
                parameter.name,
                value(of: parameter, inner[parameter.name], depth: depth + 1)
            )
        }
        return .message(key: key, arguments: arguments)
    }
}
