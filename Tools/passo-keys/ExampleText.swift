/// A message with the examples of its placeholders in it, for documentation comments.
struct ExampleText {
    private let parameters: [Template.Parameter]
    private let isEnglish: Bool

    /// Returns the text; nil when the message has no placeholders or one of them has no example.
    static func of(_ entry: Template.Entry, isEnglish: Bool) -> String? {
        let examples = entry.parameters.compactMap(\.example)
        guard !examples.isEmpty, examples.count == entry.parameters.count else { return nil }
        let writer = ExampleText(parameters: entry.parameters, isEnglish: isEnglish)
        return writer.text(of: entry.pieces, counting: nil)
    }

    private func text(of pieces: [Piece], counting: String?) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .pound: counting ?? "#"
            case .argument(let argument): text(of: argument, counting: counting)
            }
        }.joined()
    }

    private func text(of argument: Piece.Argument, counting: String?) -> String {
        let example = parameters.first { $0.name == argument.name }?.example ?? ""
        guard !argument.branches.isEmpty else { return example }
        func branch(_ selector: String) -> [Piece]? {
            argument.branches.first { $0.selector == selector }?.pieces
        }
        let other = branch("other") ?? []
        guard argument.kind != "select" else {
            return text(of: branch(example) ?? other, counting: counting)
        }
        guard let number = Int(example) else { return text(of: other, counting: example) }
        let count = number - argument.offset
        let category = isEnglish ? category(of: count, argument.kind) : "other"
        let chosen = branch("=\(number)") ?? branch(category) ?? other
        return text(of: chosen, counting: String(count))
    }

    /// The plural category of a whole number in English, by CLDR.
    private func category(of number: Int, _ kind: String) -> String {
        guard kind == "selectordinal" else { return number == 1 ? "one" : "other" }
        guard !(11...13).contains(abs(number % 100)) else { return "other" }
        switch abs(number % 10) {
        case 1: return "one"
        case 2: return "two"
        case 3: return "few"
        default: return "other"
        }
    }
}
