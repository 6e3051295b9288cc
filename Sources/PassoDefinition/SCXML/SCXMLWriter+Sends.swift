import PassoDiagnostics
import PassoText

extension SCXMLWriter {
    func send(_ send: SendDeclaration) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("send")
        result.add("event", or: "eventexpr", send.event)
        result.add("target", or: "targetexpr", send.target)
        result.add("type", or: "typeexpr", send.type)
        if let delay = send.delay {
            let isLiteral = DurationLiteral.duration(delay.text) != nil
            result.add(isLiteral ? "delay" : "delayexpr", delay)
        }
        result.add("id", send.id)
        result.add("idlocation", send.idLocation)
        result.add("namelist", send.nameList)
        result.add(try parameters(send.arguments, content: send.content))
        return result
    }

    func invoke(_ invoke: InvokeDeclaration) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("invoke")
        result.add("type", or: "typeexpr", invoke.type)
        result.add("src", or: "srcexpr", invoke.src)
        result.add("id", invoke.id)
        result.add("idlocation", invoke.idLocation)
        result.add("namelist", invoke.nameList)
        if invoke.isAutoforward { result.add("autoforward", "true") }
        result.addOwn("workflow", invoke.workflow?.value)
        result.add(try parameters(invoke.arguments, content: invoke.content))
        if let finalize = invoke.finalize {
            result.add([XMLOutputElement("finalize", elements: try actions(finalize))])
        }
        return result
    }

    /// `<param>` and `<content>`.
    func parameters(
        _ arguments: [AssignmentDeclaration],
        content: ContentDeclaration?
    ) throws(SCXMLWriteError) -> [XMLOutputElement] {
        var result = arguments.map {
            XMLOutputElement(
                "param",
                [.init("name", $0.name.value), .init("expr", $0.value.text)]
            )
        }
        if let content {
            var element = XMLOutputElement("content")
            try add(content, to: &element)
            result.append(element)
        }
        return result
    }

    /// Puts a value into an element: as its `expr`, or as what it holds.
    func add(
        _ content: ContentDeclaration,
        to element: inout XMLOutputElement
    ) throws(SCXMLWriteError) {
        switch content {
        case .expression(let expression): element.add("expr", expression)
        case .text(let text):
            if !text.value.isEmpty { element.children.append(.text(text.value)) }
        case .xml(let text):
            // Several elements are no document without one around them.
            let source = SourceText(name: "content", "<content>\(text.value)</content>")
            let (document, mistakes) = XMLReader.read(source)
            guard let document, mistakes.isEmpty else { throw .badContent(text.range) }
            for inner in document.root.elements {
                var output = XMLOutputElement(inner)
                output.keepsSpace = true
                let hasDefault = output.attributes.contains { $0.name == "xmlns" }
                if !hasDefault { output.attributes.insert(.init("xmlns", ""), at: 0) }
                element.children.append(.element(output))
            }
        }
    }
}
