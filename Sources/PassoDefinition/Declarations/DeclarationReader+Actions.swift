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
        if let location = keys["assign"]?.expression {
            return value(keys).map { .assign(location: location, value: $0) }
        }
        if let add = keys["add"] { return .add(assignments(add)) }
        if let remove = keys["remove"] { return .remove(assignments(remove)) }
        if let clear = keys["clear"] { return .clear(clear.texts) }
        if let event = keys["raise"]?.text { return .raise(event: event, arguments: arguments) }
        if let send = keys.pair("send") { return .send(self.send(send, keys)) }
        if let id = keys["cancel"] { return cancel(id) }
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
        if let header = keys["for"].map(Keys.init) { return loop(header, keys) }
        if let log = keys.pair("log") {
            return .log(
                LogDeclaration(
                    label: keys["label"]?.anyText,
                    value: log.value.expression,
                    range: log.value.expression?.range ?? log.key.range
                )
            )
        }
        if let script = keys["script"] { return .script(scriptText(script)) }
        return keys["block"].map { .block(actions($0)) }
    }

    private func loop(_ header: Keys, _ keys: Keys) -> ActionDeclaration? {
        guard let item = header["item"]?.text, let list = header["in"]?.expression else {
            return nil
        }
        return .loop(
            LoopDeclaration(
                item: item,
                index: header["index"]?.text,
                list: list,
                body: actions(keys["do"])
            )
        )
    }
}
