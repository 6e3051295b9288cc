import PassoText

extension ConfVocabulary {
    /// What stands for an abstract element; nil for a name that is not known.
    static func element(_ name: String, _ element: XMLOutputElement) -> [XMLOutputNode]? {
        switch name {
        case "pass", "fail": [end(name)]
        case "incrementID": [assign(element["id"]) { "\($0) + 1" }]
        case "concatVars", "sumVars":
            [assign(element["id1"]) { "\($0) + Var\(element["id2"] ?? "")" }]
        case "extendArray": [assign(element["id"]) { "\($0) + [4]" }]
        case "array123": [.text("[1,2,3]")]
        case "someInlineVal": [.text(someValue)]
        case "contentFoo": [node("content", children: [.text("foo")])]
        case "illegalContent": [node("content", children: [.text(" xyz ")])]
        case "script": [node("script", children: [.text("Var1 = 1")])]
        case "sendToSender":
            [
                node(
                    "send",
                    ("event", element["name"] ?? ""),
                    ("targetexpr", "_event.origin"),
                    ("typeexpr", "_event.origintype")
                )
            ]
        case "incrementArray": [increment(element["id"] ?? "")]
        case "setUpHTTPTest": []
        case "msgContent":
            [node("content", ("expr", "'address=' + _ioprocessors['basichttp'].location"))]
        default: nil
        }
    }

    /// The final state that a test is to reach, or is not.
    private static func end(_ name: String) -> XMLOutputNode {
        let log = node("log", ("label", "Outcome"), ("expr", celLiteral(name)))
        return node("final", ("id", name), children: [node("onentry", children: [log])])
    }

    private static func assign(
        _ number: String?,
        _ value: (String) -> String
    ) -> XMLOutputNode {
        let variable = "Var\(number ?? "")"
        return node("assign", ("location", variable), ("expr", value(variable)))
    }

    private static func increment(_ number: String) -> XMLOutputNode {
        let cells = ["[0]", "[1]"].map { "Var\(number)[index]\($0)" }
        return node(
            "foreach",
            ("item", "item"),
            ("index", "index"),
            ("array", "Var\(number)"),
            children: cells.map { node("assign", ("location", $0), ("expr", "\($0) + 1")) }
        )
    }

    private static func node(
        _ name: String,
        _ attributes: (String, String)...,
        children: [XMLOutputNode] = []
    ) -> XMLOutputNode {
        let attributes = attributes.map { XMLOutputAttribute($0.0, $0.1) }
        return .element(XMLOutputElement(name, attributes, children: children))
    }
}
