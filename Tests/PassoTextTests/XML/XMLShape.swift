import PassoDiagnostics
import PassoText

/// Shows documents as text, with namespaces in braces, so that trees can be compared.
enum XMLShape {
    static func of(_ document: MarkupDocument?) -> String {
        guard let document else { return "nothing" }
        return (document.prolog + [.element(document.root)] + document.epilog).map(of).joined()
    }

    static func of(_ node: MarkupNode) -> String {
        switch node {
        case .element(let element):
            let attributes = element.attributes.filter { !$0.isDeclaration }.map {
                " \(of($0.name))='\(shown($0.value.text))'"
            }
            let children = element.children.map(of).joined()
            return "<\(of(element.name))\(attributes.joined())>\(children)</>"
        case .text(let text):
            return (text.isSection ? "!" : "") + "'" + shown(text.scalar.text) + "'"
        case .comment(let comment): return "#'\(shown(comment.text))'"
        case .instruction(let instruction):
            return "?\(instruction.target)'\(shown(instruction.text))'"
        }
    }

    private static func of(_ name: MarkupName) -> String {
        (name.namespace.map { "{\($0)}" } ?? "") + name.local
    }

    private static func shown(_ text: String) -> String {
        text.replacing("\n", with: "\\n").replacing("\t", with: "\\t").replacing("\r", with: "\\r")
    }
}

/// Properties that hold for every document, however it is written.
enum XMLCheck {
    /// Returns what is wrong with the ranges of a tree and of its mistakes.
    static func faults(
        _ document: MarkupDocument?,
        _ problems: [Diagnostic],
        in source: SourceText
    ) -> [String] {
        var faults = TreeCheck.faults(nil, problems, in: source)
        if document == nil && problems.isEmpty { faults.append("refused without a mistake") }
        guard let document else { return faults }
        let file = SourceRange(0, source.utf8.count)
        check([.element(document.root)], within: file, in: source, &faults)
        check(
            document.prolog,
            within: SourceRange(0, document.root.range.lowerBound),
            in: source,
            &faults
        )
        return faults
    }

    private static func check(
        _ nodes: [MarkupNode],
        within outer: SourceRange,
        in source: SourceText,
        _ faults: inout [String]
    ) {
        var place = outer.lowerBound
        for node in nodes {
            if node.range.lowerBound < place || !outer.contains(node.range) {
                faults.append("\(node.range.offsets) is not in \(outer.offsets)")
            }
            place = node.range.upperBound
            switch node {
            case .element(let element): check(element, in: source, &faults)
            case .text(let text):
                faults += TreeCheck.faults(of: text.scalar, within: text.range, in: source)
            case .comment, .instruction: break
            }
        }
    }

    private static func check(
        _ element: MarkupElement,
        in source: SourceText,
        _ faults: inout [String]
    ) {
        if source.text(in: element.nameRange) != element.name.qualified {
            faults.append("\(element.name.qualified) stands elsewhere")
        }
        for attribute in element.attributes {
            if source.text(in: attribute.nameRange) != attribute.name.qualified
                || !element.startTag.contains(attribute.range)
            {
                faults.append("\(attribute.name.qualified) stands elsewhere")
            }
            faults += TreeCheck.faults(
                of: attribute.value,
                within: attribute.valueRange,
                in: source
            )
        }
        check(element.children, within: element.contentRange, in: source, &faults)
    }
}
