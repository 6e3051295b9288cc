extension ShapeValue {
    static let name = ShapeValue(.name)
    static let message = ShapeValue(.message)
    static let expression = ShapeValue(.expression)
    static let integer = ShapeValue(.integer)
    static let boolean = ShapeValue(.boolean)
    static let names = ShapeValue(.name, items: .value(.name))
    static let actions = ShapeValue(
        .name,
        items: .action,
        mapping: .byKey(.actions, otherwise: nil)
    )
    static let transitions = ShapeValue(items: .shape(.transition), mapping: .shape(.transition))
    static let paragraphs = ShapeValue(
        .message,
        items: .either(.message, .paragraph),
        mapping: .shape(.paragraph)
    )
    static let arguments = ShapeValue(
        mapping: .entries(
            ShapeValue(.expression, mapping: .byKey([.label, .message], otherwise: nil))
        )
    )
    static let payload = ShapeValue(mapping: .entries(ShapeValue(.type)))
    static let eventPayload = ShapeValue(
        mapping: .entries(ShapeValue(.type, mapping: .shape(.typed)))
    )
    static let expressions = ShapeValue(
        items: .entries(.expression),
        mapping: .entries(.expression)
    )
    static let text = ShapeValue(.text)
    /// A name, or the expression that gives it.
    static let computedName = ShapeValue(.name, mapping: .shape(.computed))
    static let content = ShapeValue(.text, mapping: .shape(.content))
    static let initial = ShapeValue(.name, items: .value(.name), mapping: .shape(.initial))
        .named("initial")
    static let invocations = ShapeValue(
        .name,
        items: .either(.name, .invoke),
        mapping: .shape(.invoke)
    ).named("invocation")
    static func shape(_ name: ShapeName) -> ShapeValue { ShapeValue(mapping: .shape(name)) }
    static func entries(_ value: ShapeValue) -> ShapeValue { ShapeValue(mapping: .entries(value)) }
}

extension [ShapeName] {
    /// The forms of an action, told apart by their first key.
    static let actions: [ShapeName] = [
        .perform, .set, .assign, .add, .remove, .clear, .raise, .send, .cancel, .tell, .branch,
        .loop, .log, .script, .block,
    ]
}

extension Shape {
    /// What is run before any state is entered: assignments as text, or actions.
    private static let script = ShapeValue(
        .text,
        items: .action,
        mapping: .byKey(.actions, otherwise: .shape(.document))
    )

    /// The shape of this name.
    static func named(_ name: ShapeName) -> Shape {
        switch name {
        case .workflow: workflow
        case .data, .openData, .typed, .each, .fieldRefusals, .fileRefusals: fieldShape(name)
        case .event, .hostAction, .target: outsideShape(name)
        case .state: state
        case .initial, .donedata, .invoke: stateShape(name)
        case .transition: Shape(name, transitionKeys)
        case .listedTransition: listedTransition
        case .requirement: requirement
        case .step, .guide, .paragraph: guideShape(name)
        case .label: Shape(name, [.required("label", .message)])
        case .message:
            Shape(name, [.required("message", .message), .optional("with", .arguments)])
        case .computed, .content, .document: valueShape(name)
        default: actionShape(name)
        }
    }

    private static let workflow = Shape(
        .workflow,
        [
            .required("passo", .integer),
            .requiredUnlessOpen("workflow", .name),
            .required("version", .integer),
            .optional("strings", .name),
            .optional("semantics", ShapeValue(.word(["passo", "scxml"]))),
            .optional("datamodel", ShapeValue(.word(["cel", "null"]))),
            .optional("binding", ShapeValue(.word(["early", "late"]))),
            .optional("title", .message),
            .optional("summary", .paragraphs),
            .optional(
                "modes",
                ShapeValue(items: .value(.name), mapping: .entries(.message))
            ),
            .optional(
                "constants",
                .entries(ShapeValue(.literal, items: .value(.literal)))
            ),
            .optional("inputs", ShapeValue(mapping: .group(.type, item: .typed))),
            .optional("data", ShapeValue(mapping: .group(.type, item: .data))),
            .optional("refuse", .shape(.fileRefusals)),
            .optional("events", .entries(ShapeValue(.empty, mapping: .shape(.event)))),
            .optional("actions", .entries(ShapeValue(.empty, mapping: .shape(.hostAction)))),
            .optional("targets", .entries(ShapeValue(.name, mapping: .shape(.target)))),
            .optional("script", script),
            .optional("initial", .initial),
            .required("states", .entries(ShapeValue(.empty, mapping: .shape(.state)))),
            .optional("always", .expressions),
            .optional("steps", ShapeValue(items: .shape(.step))),
            .optional("guide", .shape(.guide)),
        ]
    )

    private static let state = Shape(
        .state,
        [
            .optional("title", .message),
            .optional("data", ShapeValue(mapping: .group(.type, item: .data))),
            .optional("initial", .initial),
            .optional("states", .entries(ShapeValue(.empty, mapping: .shape(.state)))),
            .optional("parallel", .entries(ShapeValue(.empty, mapping: .shape(.state)))),
            .optional("final", .boolean),
            .optional("donedata", .shape(.donedata)),
            .optional("history", ShapeValue(.word(["shallow", "deep"]))),
            .optional("to", .names),
            .optional("do", .actions),
            .optional("entry", .actions),
            .optional("exit", .actions),
            .optional("invoke", .invocations),
            .optional("after", .entries(.transitions)),
            .optional("on", .entries(.transitions)),
            .optional("eventless", .transitions),
            .optional("done", .transitions),
            .optional("transitions", ShapeValue(items: .shape(.listedTransition))),
        ],
        [
            .atMostOne("on", "transitions"), .atMostOne("eventless", "transitions"),
            .atMostOne("done", "transitions"),
        ]
    )

    private static let listedTransition = Shape(
        .listedTransition,
        [.optional("on", .name), .optional("done", .boolean)] + transitionKeys,
        [.atMostOne("on", "done")]
    )

    private static let transitionKeys: [ShapeKey] =
        [
            .optional("if", .expression),
            .optional(
                "require",
                ShapeValue(items: .shape(.requirement), mapping: .shape(.requirement))
            ),
            .optional("check", .names),
            .optional("to", .names),
            .optional("internal", .boolean),
            .optional("do", .actions),
            .optional("tell", .message),
            .optional("with", .arguments),
            .optional("held", .message),
            .optional("refuse", .message),
        ]

    private static let requirement = Shape(
        .requirement,
        [
            .required("that", .expression),
            .required("else", .message),
            .optional("with", .arguments),
            .optional("field", .name),
        ]
    )

    private static func stateShape(_ name: ShapeName) -> Shape {
        switch name {
        case .initial: Shape(name, [.required("to", .names), .optional("do", .actions)])
        case .donedata:
            Shape(
                name,
                [.optional("with", .expressions), .optional("content", .content)],
                [.atMostOne("with", "content")]
            )
        default:
            Shape(
                name,
                [
                    .optional("workflow", .name),
                    .optional("src", .computedName),
                    .optional("content", .content),
                    .optional("type", .computedName),
                    .optional("id", .name),
                    .optional("idlocation", .expression),
                    .optional("names", .names),
                    .optional("with", .expressions),
                    .optional("autoforward", .boolean),
                    .optional("finalize", .actions),
                ],
                [
                    .atMostOne("workflow", "src", "content"), .atMostOne("id", "idlocation"),
                    .atMostOne("names", "with"),
                ]
            )
        }
    }

    private static func fieldShape(_ name: ShapeName) -> Shape {
        switch name {
        case .data: Shape(name, [.required("type", ShapeValue(.type))] + itemKeys, [itemValue])
        case .openData: Shape(name, [.optional("type", ShapeValue(.type))] + itemKeys, [itemValue])
        case .typed:
            Shape(
                name,
                [.required("type", ShapeValue(.type)), .required("sensitive", .boolean)]
            )
        case .each:
            Shape(name, [.required("limit", .expression)])
        case .fieldRefusals:
            Shape(name, fieldRefusalKeys)
        default:
            Shape(
                name,
                fieldRefusalKeys + [.optional("unheard", .message), .optional("error", .message)]
            )
        }
    }

    private static let itemKeys: [ShapeKey] = [
        .optional("initial", .expression),
        .optional("content", .content),
        .optional("src", .name),
        .optional("label", .message),
        .optional("sensitive", .boolean),
        .optional("limit", .expression),
        .optional("lines", ShapeValue(.word(["one", "many"]))),
        .optional("required", .expression),
        .optional("each", .shape(.each)),
        .optional("unique", ShapeValue(.word(["folded", "exact"]))),
        .optional("max", .expression),
        .optional("refuse", .shape(.fieldRefusals)),
    ]

    private static let itemValue = KeyChoice.atMostOne("initial", "content", "src")

    private static let fieldRefusalKeys: [ShapeKey] = FieldRule.allCases.map {
        .optional($0.rawValue, .message)
    }

    private static func outsideShape(_ name: ShapeName) -> Shape {
        switch name {
        case .event:
            Shape(
                name,
                [
                    .optional("title", .message),
                    .optional("unheard", .message),
                    .optional("data", .eventPayload),
                    .optional("internal", .boolean),
                ]
            )
        case .hostAction:
            Shape(name, [.optional("data", .payload)])
        default:
            Shape(
                name,
                [
                    .required("workflow", .name),
                    .optional(
                        "events",
                        .entries(ShapeValue(.empty, mapping: .shape(.hostAction)))
                    ),
                ]
            )
        }
    }

    private static func guideShape(_ name: ShapeName) -> Shape {
        switch name {
        case .step:
            Shape(
                name,
                [
                    .required("id", .name),
                    .optional("title", .message),
                    .required("instruct", .paragraphs),
                    .optional("note", .paragraphs),
                    .optional("with", .arguments),
                    .optional("at", .names),
                    .optional("modes", .names),
                    .optional("shows", .names),
                    .optional("if", .expression),
                ]
            )
        case .guide:
            Shape(
                name,
                ["limit", "each", "max", "required", "unique"].map { .optional($0, .message) }
            )
        default:
            Shape(
                name,
                [
                    .required("message", .message),
                    .optional("with", .arguments),
                    .optional("modes", .names),
                    .optional("if", .expression),
                ]
            )
        }
    }
}

/// The rules a field may have, each with its own refusal message.
enum FieldRule: String, Sendable, CaseIterable {
    case tooLong, tooHeavy, required, empty, duplicate, tooMany
}
