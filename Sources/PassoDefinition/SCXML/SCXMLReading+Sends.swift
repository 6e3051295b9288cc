import PassoDiagnostics
import PassoText

extension SCXMLReading {
    /// `<send>` (Recommendation, 6.2).
    mutating func send(_ element: MarkupElement) -> SendDeclaration {
        SendDeclaration(
            range: element.nameRange,
            event: element.name("event", or: "eventexpr"),
            target: element.name("target", or: "targetexpr"),
            type: element.name("type", or: "typeexpr"),
            delay: delay(of: element) ?? element.expression("delayexpr"),
            id: element.text("id"),
            idLocation: element.expression("idlocation"),
            nameList: element.names("namelist") ?? [],
            arguments: parameters(in: element),
            content: content(in: element)
        )
    }

    /// The delay as the workflow language writes it: the schema of SCXML allows `.5s` and `2d` besides.
    private mutating func delay(of element: MarkupElement) -> ExpressionDeclaration? {
        guard let written = element.expression("delay") else { return nil }
        let text = written.text
        if DurationLiteral.duration(text) != nil { return written }
        var other = text.hasPrefix(".") ? "0" + text : text
        if other.hasSuffix("d"), let days = Double(other.dropLast()), days < 1e6 {
            other = days.rounded() == days ? "\(Int(days) * 24)h" : "\(days * 24)h"
        }
        guard DurationLiteral.duration(other) != nil else {
            check.report(.badDuration(text, at: written.range, in: check.source))
            return nil
        }
        return ExpressionDeclaration(text: other, range: written.range, scalar: nil)
    }

    /// `<invoke>` (Recommendation, 6.4).
    mutating func invoke(_ element: MarkupElement) -> InvokeDeclaration {
        InvokeDeclaration(
            range: element.nameRange,
            type: element.name("type", or: "typeexpr"),
            src: element.name("src", or: "srcexpr"),
            workflow: element.own("workflow"),
            content: content(in: element),
            id: element.text("id"),
            idLocation: element.expression("idlocation"),
            nameList: element.names("namelist") ?? [],
            arguments: parameters(in: element),
            finalize: element.all("finalize").first.map { actions(in: $0) },
            isAutoforward: element.text("autoforward")?.value == "true"
        )
    }

    /// `<donedata>` (Recommendation, 5.5).
    func doneData(_ element: MarkupElement) -> DoneDataDeclaration {
        DoneDataDeclaration(arguments: parameters(in: element), content: content(in: element))
    }

    /// `<param>`: a location is an expression like any other (Recommendation, 5.7).
    private func parameters(in element: MarkupElement) -> [AssignmentDeclaration] {
        element.all("param").compactMap { parameter in
            guard let name = parameter.text("name"),
                let value = parameter.expression("expr") ?? parameter.expression("location")
            else { return nil }
            return AssignmentDeclaration(name: name, value: value)
        }
    }

    /// `<content>`; one without anything is an empty text (Recommendation, 5.6).
    private func content(in element: MarkupElement) -> ContentDeclaration? {
        element.all("content").first.map { content in
            content.expression("expr").map { .expression($0) } ?? content.content
                ?? .text(Located("", at: content.contentRange))
        }
    }

    /// The items of a `<datamodel>` (Recommendation, 5.2 and 5.3).
    func data(of model: MarkupElement) -> [SlotDeclaration] {
        model.all("data").compactMap { element in
            guard let name = element.text("id") else { return nil }
            let type = element.own("type") ?? Located("dyn", at: name.range)
            var result = SlotDeclaration(name: name, type: type)
            let value = element.expression("expr")
            let isContent = element.own("content")?.value == "true"
            result.initial = isContent ? nil : value
            result.content = isContent ? value.map { .expression($0) } : element.content
            result.src = element.text("src")
            result.isSensitive = element.own("sensitive")?.value == "true"
            result.label = element.own("label")
            result.limit = element.ownExpression("limit")
            result.lines = element.own("lines")
            result.required = element.ownExpression("required")
            result.each = element.ownExpression("each")
            result.unique = element.own("unique")
            result.max = element.ownExpression("max")
            result.refusals = refusals(element.allOwn("refusal"))
            return result
        }
    }
}
