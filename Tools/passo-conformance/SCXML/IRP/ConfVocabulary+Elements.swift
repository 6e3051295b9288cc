extension ConfVocabulary {
    /// What stands for an abstract element; nil for a name that is not known.
    static func element(_ name: String, _ element: MarkupElement) -> [Markup]? {
        switch name {
        case "pass", "fail": [.element(end(name))]
        case "incrementID": [assign(element["id"]) { "\($0) + 1" }]
        case "concatVars", "sumVars":
            [assign(element["id1"]) { "\($0) + Var\(element["id2"] ?? "")" }]
        case "extendArray": [assign(element["id"]) { "\($0) + [4]" }]
        case "array123": [.text("[1,2,3]")]
        case "someInlineVal": [.text(someValue)]
        case "contentFoo": [content("foo")]
        case "illegalContent": [content(" xyz ")]
        case "script":
            [.element(MarkupElement(name: "script", children: [.text("Var1 = 1")]))]
        case "sendToSender":
            [
                .element(
                    MarkupElement(
                        name: "send",
                        attributes: [
                            ("event", element["name"] ?? ""),
                            ("targetexpr", "_event.origin"), ("typeexpr", "_event.origintype"),
                        ]
                    )
                )
            ]
        case "incrementArray": [increment(element["id"] ?? "")]
        case "setUpHTTPTest": []
        case "msgContent":
            [
                .element(
                    MarkupElement(
                        name: "content",
                        attributes: [("expr", "'address=' + _ioprocessors['basichttp'].location")]
                    )
                )
            ]
        default: nil
        }
    }

    /// The final state that a test is to reach, or is not.
    private static func end(_ name: String) -> MarkupElement {
        let log = MarkupElement(
            name: "log",
            attributes: [("label", "Outcome"), ("expr", celLiteral(name))]
        )
        return MarkupElement(
            name: "final",
            attributes: [("id", name)],
            children: [
                .element(MarkupElement(name: "onentry", children: [.element(log)]))
            ]
        )
    }

    private static func assign(_ number: String?, _ value: (String) -> String) -> Markup {
        let variable = "Var\(number ?? "")"
        return .element(
            MarkupElement(
                name: "assign",
                attributes: [("location", variable), ("expr", value(variable))]
            )
        )
    }

    private static func content(_ text: String) -> Markup {
        .element(MarkupElement(name: "content", children: [.text(text)]))
    }

    private static func increment(_ number: String) -> Markup {
        let cells = ["[0]", "[1]"].map { "Var\(number)[index]\($0)" }
        return .element(
            MarkupElement(
                name: "foreach",
                attributes: [("item", "item"), ("index", "index"), ("array", "Var\(number)")],
                children: cells.map {
                    .element(
                        MarkupElement(
                            name: "assign",
                            attributes: [("location", $0), ("expr", "\($0) + 1")]
                        )
                    )
                }
            )
        )
    }
}
