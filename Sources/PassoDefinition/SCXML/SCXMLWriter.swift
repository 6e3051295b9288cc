import PassoDiagnostics
import PassoText

/// Writes declarations as SCXML: what SCXML can say in its own elements, so that another processor
/// sees the chart, and the rest beside it in our namespace.
///
/// ``SCXMLReader`` reads the same declarations from the text.
struct SCXMLWriter {
    /// Returns the text of a document.
    ///
    /// - Parameter workflow: what it declares.
    /// - Throws: what XML cannot hold.
    /// - Returns: the text, in UTF-8.
    static func text(of workflow: WorkflowDeclaration) throws(SCXMLWriteError) -> String {
        var root = try SCXMLWriter().root(workflow)
        if root.usesOwn {
            root.attributes.insert(
                XMLOutputAttribute("xmlns:\(SCXMLNamespace.prefix)", SCXMLNamespace.passo),
                at: 1
            )
        }
        do throws(XMLWriteError) {
            return try XMLWriter().write(root)
        } catch {
            throw .unwritable(error)
        }
    }

    private func root(
        _ workflow: WorkflowDeclaration
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        let isOpen = workflow.semantics?.value == "scxml"
        var result = XMLOutputElement(
            "scxml",
            [.init("xmlns", SCXMLNamespace.scxml), .init("version", "1.0")]
        )
        result.add("name", workflow.name)
        result.add("datamodel", workflow.datamodel?.value ?? (isOpen ? nil : "cel"))
        result.add("binding", workflow.binding)
        if let initial = workflow.initial, initial.actions.isEmpty {
            result.add("initial", initial.targets.joined)
        }
        result.addOwn("semantics", isOpen ? nil : "passo")
        for (name, number) in [("language", workflow.language), ("version", workflow.version)] {
            guard let number, !isOpen || number.value != 1 else { continue }
            result.addOwn(name, String(number.value))
        }
        result.addOwn("strings", workflow.strings?.value)
        result.addOwn("title", workflow.title?.value)
        result.add(ownBeforeStates(workflow))
        if !workflow.data.isEmpty { result.add([try datamodel(workflow.data)]) }
        result.add(try script(workflow.script))
        if let initial = workflow.initial, !initial.actions.isEmpty {
            result.add([try self.initial(initial, name: "passo:initial")])
        }
        for state in workflow.states { result.add([try self.state(state)]) }
        result.add(ownBehindStates(workflow))
        return result
    }

    /// One `<script>`, or our own where there is more than SCXML has.
    private func script(
        _ actions: [ActionDeclaration]
    ) throws(SCXMLWriteError) -> [XMLOutputElement] {
        guard !actions.isEmpty else { return [] }
        if actions.count == 1, case .script = actions[0] { return try self.actions(actions) }
        return [XMLOutputElement("passo:script", elements: try self.actions(actions))]
    }
}

/// Why a declaration cannot be written as SCXML.
enum SCXMLWriteError: Error, Hashable {
    /// A character or a name that XML cannot hold.
    case unwritable(XMLWriteError)

    /// Content that says it is XML and is none.
    case badContent(SourceRange)
}

extension XMLOutputElement {
    init(
        _ name: String,
        _ attributes: [XMLOutputAttribute] = [],
        elements: [XMLOutputElement]
    ) {
        self.init(name, attributes, children: elements.map { .element($0) })
    }

    /// Adds an attribute unless there is no value.
    mutating func add(_ name: String, _ value: String?) {
        if let value { attributes.append(XMLOutputAttribute(name, value)) }
    }

    mutating func add(_ name: String, _ value: Located<String>?) { add(name, value?.value) }

    mutating func add(_ name: String, _ value: ExpressionDeclaration?) { add(name, value?.text) }

    /// Adds names, which are apart by blanks.
    mutating func add(_ name: String, _ values: [Located<String>]) {
        if !values.isEmpty { add(name, values.joined) }
    }

    /// Adds a name, or the expression that gives it under another attribute.
    mutating func add(_ name: String, or expression: String, _ value: NameDeclaration?) {
        switch value {
        case .name(let value): add(name, value)
        case .expression(let value): add(expression, value)
        case nil: break
        }
    }

    /// Adds an attribute of our namespace.
    mutating func addOwn(_ name: String, _ value: String?) {
        add("\(SCXMLNamespace.prefix):\(name)", value)
    }

    mutating func add(_ elements: [XMLOutputElement]) {
        children += elements.map { .element($0) }
    }

    /// Whether our prefix occurs in it.
    var usesOwn: Bool {
        let start = SCXMLNamespace.prefix + ":"
        return name.hasPrefix(start) || attributes.contains { $0.name.hasPrefix(start) }
            || children.contains { node in
                if case .element(let element) = node { element.usesOwn } else { false }
            }
    }
}

extension [Located<String>] {
    /// The names, apart by blanks.
    var joined: String { map(\.value).joined(separator: " ") }
}
