import PassoDiagnostics
import PassoText

extension DeclarationReader {
    /// One action, or a list of them.
    func actions(_ node: TextNode?) -> [ActionDeclaration] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else {
            return action(node).map { [$0] } ?? []
        }
        return items.compactMap(action)
    }

    private func action(_ node: TextNode) -> ActionDeclaration? {
        if let name = node.text { return .perform(name: name, arguments: []) }
        let keys = Keys(node)
        let arguments = assignments(keys["with"])
        if let name = keys["perform"]?.text { return .perform(name: name, arguments: arguments) }
        if let set = keys["set"] { return .set(assignments(set)) }
        if let add = keys["add"] { return .add(assignments(add)) }
        if let remove = keys["remove"] { return .remove(assignments(remove)) }
        if let clear = keys["clear"] { return .clear(clear.texts) }
        if let event = keys["raise"]?.text { return .raise(event: event, arguments: arguments) }
        if let event = keys["send"]?.text {
            return .send(
                SendDeclaration(
                    range: event.range,
                    event: .name(event),
                    target: keys["to"]?.text.map { .name($0) },
                    delay: keys["after"]?.expression,
                    id: keys["id"]?.text,
                    arguments: arguments
                )
            )
        }
        if let id = keys["cancel"]?.text { return .cancel(id: id) }
        if let message = message(keys["tell"], with: keys["with"]) { return .tell(message) }
        return block(keys)
    }

    private func block(_ keys: Keys) -> ActionDeclaration? {
        if let condition = keys["if"]?.expression {
            return .branch(
                condition: condition,
                then: actions(keys["then"]),
                otherwise: actions(keys["else"])
            )
        }
        if let header = keys["for"].map(Keys.init), let item = header["item"]?.text,
            let list = header["in"]?.expression
        {
            return .loop(LoopDeclaration(item: item, list: list, body: actions(keys["do"])))
        }
        return keys["log"]?.expression.map { .log(LogDeclaration(value: $0, range: $0.range)) }
    }
}
