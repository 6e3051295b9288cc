extension Shape {
    /// The shapes of actions and of their parts.
    static func actionShape(_ name: ShapeName) -> Shape {
        switch name {
        case .perform: Shape(name, [.required("perform", .name), .optional("with", .expressions)])
        case .set: Shape(name, [.required("set", .expressions)])
        case .assign:
            Shape(
                name,
                [
                    .required("assign", .expression),
                    .optional("value", .expression),
                    .optional("content", .content),
                ],
                [.oneOf("value", "content")]
            )
        case .add: Shape(name, [.required("add", .expressions)])
        case .remove: Shape(name, [.required("remove", .expressions)])
        case .clear: Shape(name, [.required("clear", .names)])
        case .raise: Shape(name, [.required("raise", .name), .optional("with", .expressions)])
        case .send: send
        case .cancel: Shape(name, [.required("cancel", .computedName)])
        case .tell: Shape(name, [.required("tell", .message), .optional("with", .arguments)])
        case .branch:
            Shape(
                name,
                [
                    .required("if", .expression),
                    .required("then", .actions),
                    .optional("else", .actions),
                ]
            )
        case .loop: Shape(name, [.required("for", .shape(.loopHeader)), .required("do", .actions)])
        case .loopHeader:
            Shape(
                name,
                [
                    .required("item", .name),
                    .required("in", .expression),
                    .optional("index", .name),
                ]
            )
        case .script:
            Shape(
                name,
                [.required("script", ShapeValue(.text, mapping: .shape(.document)).orNothing)]
            )
        case .block: Shape(name, [.required("block", .actions)])
        default:
            Shape(name, [.required("log", .expression.orNothing), .optional("label", .text)])
        }
    }

    private static let send = Shape(
        .send,
        [
            .required("send", .computedName.orNothing),
            .optional("to", .computedName),
            .optional("type", .computedName),
            .optional("after", .expression),
            .optional("id", .name),
            .optional("idlocation", .expression),
            .optional("names", .names),
            .optional("with", .expressions),
            .optional("content", .content),
        ],
        [
            .atMostOne("id", "idlocation"), .atMostOne("names", "content"),
            .atMostOne("with", "content"),
        ]
    )

    /// Values that expressions give where a name or a text could stand.
    static func valueShape(_ name: ShapeName) -> Shape {
        switch name {
        case .computed: Shape(name, [.required("value", .expression)])
        case .content:
            Shape(
                name,
                [.optional("value", .expression), .optional("xml", .text)],
                [.oneOf("value", "xml")]
            )
        default: Shape(name, [.required("src", .name)])
        }
    }
}
