import PassoDiagnostics
import PassoText

/// Reads declarations from a tree that ``ShapeCheck`` has seen: what does not fit is left out.
struct DeclarationReader {
    /// Whether the definition follows the Recommendation to the letter: its data have no types.
    private var isOpen = false

    /// Reads a whole definition.
    func workflow(_ root: TextNode) -> WorkflowDeclaration {
        var reader = self
        reader.isOpen = root.isOpenDefinition
        return reader.workflow(Keys(root))
    }

    private func workflow(_ keys: Keys) -> WorkflowDeclaration {
        var result = WorkflowDeclaration()
        result.language = keys["passo"]?.integer
        result.name = keys["workflow"]?.text
        result.version = keys["version"]?.integer
        result.strings = keys["strings"]?.text
        // Without the word it is `passo`, too.
        result.semantics = keys["semantics"]?.text.flatMap { $0.value == "passo" ? nil : $0 }
        result.datamodel = keys["datamodel"]?.word
        result.binding = keys["binding"]?.text
        result.script = keys["script"].map(script) ?? []
        result.title = keys["title"]?.text
        result.summary = paragraphs(keys["summary"])
        result.modes = modes(keys["modes"])
        result.constants = keys.entries("constants").map {
            ConstantDeclaration(name: $0.name, value: $0.value)
        }
        result.inputs = slots(keys["inputs"], prefix: "", items: .typed)
        result.data = data(keys["data"])
        result.refusals = refusals(keys["refuse"])
        result.events = keys.entries("events").map { event($0.name, $0.value) }
        result.actions = keys.entries("actions").map { signature($0.name, $0.value) }
        result.targets = keys.entries("targets").compactMap { target($0.name, $0.value) }
        result.initial = initial(keys["initial"])
        result.states = keys.entries("states").map { state($0.name, $0.value) }
        result.invariants = assignments(keys["always"])
        result.steps = keys.items("steps").compactMap(step)
        result.guide = refusals(keys["guide"])
        return result
    }

    private func modes(_ node: TextNode?) -> [ModeDeclaration] {
        guard let node else { return [] }
        if case .mapping = node.content {
            return Keys(node).entries.map { ModeDeclaration(name: $0.name, label: $0.value.text) }
        }
        return node.texts.map { ModeDeclaration(name: $0, label: nil) }
    }

    private func event(_ name: Located<String>, _ node: TextNode) -> EventDeclaration {
        let keys = Keys(node)
        var result = EventDeclaration(signature: signature(name, node))
        result.title = keys["title"]?.text
        result.unheard = keys["unheard"]?.text
        result.isInternal = keys["internal"]?.boolean ?? false
        return result
    }

    private func signature(_ name: Located<String>, _ node: TextNode) -> SignatureDeclaration {
        let parameters = Keys(node).entries("data").compactMap { entry in
            if let type = entry.value.text {
                return ParameterDeclaration(name: entry.name, type: type)
            }
            let keys = Keys(entry.value)
            return keys["type"]?.text.map {
                ParameterDeclaration(
                    name: entry.name,
                    type: $0,
                    isSensitive: keys["sensitive"]?.boolean ?? false
                )
            }
        }
        return SignatureDeclaration(name: name, parameters: parameters)
    }

    private func target(_ name: Located<String>, _ node: TextNode) -> TargetDeclaration? {
        if let workflow = node.text { return TargetDeclaration(name: name, workflow: workflow) }
        let keys = Keys(node)
        guard let workflow = keys["workflow"]?.text else { return nil }
        let events = keys["events"].map { _ in
            keys.entries("events").map { signature($0.name, $0.value) }
        }
        return TargetDeclaration(name: name, workflow: workflow, events: events)
    }

    /// The data items under a node.
    func data(_ node: TextNode?) -> [SlotDeclaration] {
        guard isOpen, let node else { return slots(node, prefix: "", items: .data) }
        return Keys(node).entries.map { entry in
            let keys = Keys(entry.value)
            let type = entry.value.text ?? keys["type"]?.text
            return item(entry.name, type: type ?? Located("dyn", at: entry.name.range), keys)
        }
    }

    /// The data items or inputs under a node, groups flattened to dotted names.
    private func slots(_ node: TextNode?, prefix: String, items: ShapeName) -> [SlotDeclaration] {
        guard let node else { return [] }
        return Keys(node).entries.flatMap { entry -> [SlotDeclaration] in
            let name = Located(prefix + entry.name.value, at: entry.name.range)
            if let type = entry.value.text { return [SlotDeclaration(name: name, type: type)] }
            let keys = Keys(entry.value)
            if case .mapping(let entries) = entry.value.content, items.isItem(entries),
                let type = keys["type"]
            {
                return type.text.map { [item(name, type: $0, keys)] } ?? []
            }
            return slots(entry.value, prefix: name.value + ".", items: items)
        }
    }

    private func item(
        _ name: Located<String>,
        type: Located<String>,
        _ keys: Keys
    ) -> SlotDeclaration {
        var result = SlotDeclaration(name: name, type: type)
        result.initial = keys["initial"]?.expression
        switch content(keys["content"]) {
        // Two ways to say the same.
        case .expression(let value): result.initial = value
        case let content: result.content = content
        }
        result.src = keys["src"]?.text
        result.label = keys["label"]?.text
        result.isSensitive = keys["sensitive"]?.boolean ?? false
        result.limit = keys["limit"]?.expression
        result.lines = keys["lines"]?.text
        result.required = keys["required"]?.expression
        result.each = keys["each"].flatMap { Keys($0)["limit"]?.expression }
        result.unique = keys["unique"]?.text
        result.max = keys["max"]?.expression
        result.refusals = refusals(keys["refuse"])
        return result
    }

    func refusals(_ node: TextNode?) -> [RefusalKeyDeclaration] {
        guard let node else { return [] }
        return Keys(node).entries.compactMap { entry in
            entry.value.text.map { RefusalKeyDeclaration(rule: entry.name, key: $0) }
        }
    }

    /// Names with expressions; a list of such mappings may give a name more than once.
    func assignments(_ node: TextNode?) -> [AssignmentDeclaration] {
        guard let node else { return [] }
        if case .sequence(let items) = node.content { return items.flatMap { assignments($0) } }
        return Keys(node).entries.compactMap { entry in
            entry.value.expression.map { AssignmentDeclaration(name: entry.name, value: $0) }
        }
    }
}
