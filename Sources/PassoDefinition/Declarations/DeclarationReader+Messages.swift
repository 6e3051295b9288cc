import PassoDiagnostics
import PassoText

extension DeclarationReader {
    /// The message under a key, with the arguments of the `with` beside it.
    func message(_ node: TextNode?, with arguments: TextNode?) -> MessageDeclaration? {
        node?.text.map { MessageDeclaration(key: $0, arguments: self.arguments(arguments)) }
    }

    func arguments(_ node: TextNode?) -> [ArgumentDeclaration] {
        guard let node else { return [] }
        return Keys(node).entries.compactMap { entry in
            argument(entry.value).map { ArgumentDeclaration(name: entry.name, value: $0) }
        }
    }

    private func argument(_ node: TextNode) -> ArgumentValueDeclaration? {
        if let expression = node.expression { return .expression(expression) }
        let keys = Keys(node)
        if let label = keys["label"]?.text { return .label(label) }
        return message(keys["message"], with: keys["with"]).map { .message($0) }
    }

    /// One text, or a list of them, as the paragraphs of an article.
    func paragraphs(_ node: TextNode?) -> [ParagraphDeclaration] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else {
            return paragraph(node).map { [$0] } ?? []
        }
        return items.compactMap(paragraph)
    }

    private func paragraph(_ node: TextNode) -> ParagraphDeclaration? {
        if let key = node.text {
            return ParagraphDeclaration(message: MessageDeclaration(key: key))
        }
        let keys = Keys(node)
        guard let message = message(keys["message"], with: keys["with"]) else { return nil }
        return ParagraphDeclaration(
            message: message,
            modes: keys["modes"]?.texts ?? [],
            condition: keys["if"]?.expression
        )
    }

    func step(_ node: TextNode) -> StepDeclaration? {
        let keys = Keys(node)
        guard let id = keys["id"]?.text else { return nil }
        var result = StepDeclaration(range: node.startRange, id: id)
        result.title = keys["title"]?.text
        result.instruct = paragraphs(keys["instruct"])
        result.notes = paragraphs(keys["note"])
        result.arguments = arguments(keys["with"])
        result.states = keys["at"]?.texts ?? []
        result.modes = keys["modes"]?.texts ?? []
        result.shows = keys["shows"]?.texts ?? []
        result.condition = keys["if"]?.expression
        return result
    }
}
