/// What an element may have: attributes, children and what excludes what (Recommendation, 3 to 6).
struct SCXMLRule: Sendable {
    /// Attributes without a namespace.
    var attributes: [String] = []
    /// Those of them that must be there.
    var required: [String] = []
    /// Attributes and children of which at most one may be there.
    var exclusive: [[String]] = []
    /// Attributes and children of which one must be there.
    var oneOf: [[String]] = []
    /// Elements of the namespace of SCXML.
    var children: [String] = []
    /// Those of them that may stand once.
    var single: [String] = []
    /// Attributes of our namespace, on elements of SCXML.
    var ownAttributes: [String] = []
    /// Elements of our namespace.
    var ownChildren: [String] = []
    /// Whether it holds text or any markup, which is data and no part of the chart.
    var isOpaque = false
}

extension SCXMLRule {
    /// The rule of an element of SCXML; nil when there is no such element.
    static func scxml(_ name: String) -> SCXMLRule? { table[name] }

    /// The rule of an element of our namespace; nil when there is no such element.
    static func own(_ name: String) -> SCXMLRule? { ownTable[name] }

    /// The elements of SCXML.
    static let names = table.keys.sorted()

    /// The elements of our namespace.
    static let ownNames = ownTable.keys.sorted()

    static let actions = ["raise", "if", "foreach", "log", "assign", "script", "send", "cancel"]
    static let ownActions = ["perform", "add", "remove", "clear", "tell", "block"]

    /// An element that holds executable content (Recommendation, 4).
    private static func executable(
        _ attributes: [String] = [],
        required: [String] = [],
        children: [String] = [],
        ownAttributes: [String] = []
    ) -> SCXMLRule {
        SCXMLRule(
            attributes: attributes,
            required: required,
            children: actions + children,
            ownAttributes: ownAttributes,
            ownChildren: ownActions
        )
    }

    private static let table: [String: SCXMLRule] = [
        "scxml": SCXMLRule(
            attributes: ["initial", "name", "version", "datamodel", "binding"],
            required: ["version"],
            oneOf: [["<state>", "<parallel>", "<final>"]],
            children: ["state", "parallel", "final", "datamodel", "script", "transition"],
            single: ["datamodel", "script"],
            ownAttributes: ["semantics", "language", "version", "strings", "title"],
            ownChildren: [
                "summary", "mode", "constant", "input", "refusal", "event", "action", "target",
                "initial", "script", "always", "step", "guide",
            ]
        ),
        "state": SCXMLRule(
            attributes: ["id", "initial"],
            exclusive: [["initial", "<initial>"]],
            children: [
                "onentry", "onexit", "transition", "initial", "state", "parallel", "final",
                "history", "datamodel", "invoke",
            ],
            single: ["initial", "datamodel"],
            ownAttributes: ["title"],
            ownChildren: ["after"]
        ),
        "parallel": SCXMLRule(
            attributes: ["id"],
            children: [
                "onentry", "onexit", "transition", "state", "parallel", "history", "datamodel",
                "invoke",
            ],
            single: ["datamodel"],
            ownAttributes: ["title"],
            ownChildren: ["after"]
        ),
        "transition": executable(
            ["event", "cond", "target", "type"],
            ownAttributes: ["done", "check", "held"]
        ).with(ownChildren: ["require", "answer", "refuse"]),
        "initial": SCXMLRule(
            oneOf: [["<transition>"]],
            children: ["transition"],
            single: ["transition"]
        ),
        "final": SCXMLRule(
            attributes: ["id"],
            children: ["onentry", "onexit", "donedata"],
            single: ["donedata"],
            ownAttributes: ["title"]
        ),
        "onentry": executable(),
        "onexit": executable(),
        "history": SCXMLRule(
            attributes: ["id", "type"],
            oneOf: [["<transition>"]],
            children: ["transition"],
            single: ["transition"],
            ownAttributes: ["title"]
        ),
        "raise": SCXMLRule(
            attributes: ["event"],
            required: ["event"],
            ownChildren: ["with"]
        ),
        "if": executable(["cond"], required: ["cond"], children: ["elseif", "else"]),
        "elseif": SCXMLRule(attributes: ["cond"], required: ["cond"]),
        "else": SCXMLRule(),
        "foreach": executable(["array", "item", "index"], required: ["array", "item"]),
        "log": SCXMLRule(attributes: ["label", "expr"]),
        "datamodel": SCXMLRule(children: ["data"]),
        "data": SCXMLRule(
            attributes: ["id", "src", "expr"],
            required: ["id"],
            exclusive: [["src", "expr", "<>"]],
            ownAttributes: [
                "type", "label", "limit", "lines", "required", "each", "unique", "max", "sensitive",
                "content",
            ],
            ownChildren: ["refusal"],
            isOpaque: true
        ),
        "assign": SCXMLRule(
            attributes: ["location", "expr"],
            required: ["location"],
            exclusive: [["expr", "<>"]],
            oneOf: [["expr", "<>"]],
            ownAttributes: ["set"],
            isOpaque: true
        ),
        "donedata": SCXMLRule(
            exclusive: [["<content>", "<param>"]],
            children: ["content", "param"],
            single: ["content"]
        ),
        "content": SCXMLRule(
            attributes: ["expr"],
            exclusive: [["expr", "<>"]],
            isOpaque: true
        ),
        "param": SCXMLRule(
            attributes: ["name", "expr", "location"],
            required: ["name"],
            exclusive: [["expr", "location"]],
            oneOf: [["expr", "location"]]
        ),
        "script": SCXMLRule(attributes: ["src"], exclusive: [["src", "<>"]], isOpaque: true),
        "send": SCXMLRule(
            attributes: [
                "event", "eventexpr", "target", "targetexpr", "type", "typeexpr", "id",
                "idlocation", "delay", "delayexpr", "namelist",
            ],
            exclusive: [
                ["event", "eventexpr"], ["target", "targetexpr"], ["type", "typeexpr"],
                ["id", "idlocation"], ["delay", "delayexpr"], ["namelist", "<content>"],
                ["<param>", "<content>"],
            ],
            children: ["param", "content"],
            single: ["content"]
        ),
        "cancel": SCXMLRule(
            attributes: ["sendid", "sendidexpr"],
            exclusive: [["sendid", "sendidexpr"]],
            oneOf: [["sendid", "sendidexpr"]]
        ),
        "invoke": SCXMLRule(
            attributes: [
                "type", "typeexpr", "src", "srcexpr", "id", "idlocation", "namelist", "autoforward",
            ],
            exclusive: [
                ["type", "typeexpr"], ["src", "srcexpr", "<content>"], ["id", "idlocation"],
                ["namelist", "<param>"],
            ],
            children: ["param", "finalize", "content"],
            single: ["finalize", "content"],
            ownAttributes: ["workflow"]
        ),
        "finalize": executable(),
    ]

    /// Children of the elements of SCXML that hold executable content, besides actions.
    private func with(ownChildren: [String]) -> SCXMLRule {
        var result = self
        result.ownChildren += ownChildren
        return result
    }
}

extension SCXMLRule {
    /// A message key with its arguments.
    private static func message(
        _ attributes: [String] = [],
        required: [String] = []
    ) -> SCXMLRule {
        SCXMLRule(
            attributes: ["key"] + attributes,
            required: ["key"] + required,
            ownChildren: ["with"]
        )
    }

    private static let paragraph = message(["modes", "if"])

    private static let ownTable: [String: SCXMLRule] = [
        "summary": paragraph, "instruct": paragraph, "note": paragraph,
        "mode": SCXMLRule(attributes: ["name", "label"], required: ["name"]),
        "constant": SCXMLRule(
            attributes: ["name", "value", "text"],
            required: ["name"],
            exclusive: [["value", "text"]],
            ownChildren: ["item", "entry"]
        ),
        "item": SCXMLRule(
            attributes: ["value", "text"],
            exclusive: [["value", "text"]],
            ownChildren: ["item", "entry"]
        ),
        "entry": SCXMLRule(
            attributes: ["name", "value", "text"],
            required: ["name"],
            exclusive: [["value", "text"]],
            ownChildren: ["item", "entry"]
        ),
        "input": SCXMLRule(
            attributes: ["name", "type", "sensitive"],
            required: ["name", "type"]
        ),
        "refusal": SCXMLRule(attributes: ["rule", "key"], required: ["rule", "key"]),
        "event": SCXMLRule(
            attributes: ["name", "title", "unheard", "internal"],
            required: ["name"],
            ownChildren: ["param"]
        ),
        "action": SCXMLRule(attributes: ["name"], required: ["name"], ownChildren: ["param"]),
        "param": SCXMLRule(
            attributes: ["name", "type", "sensitive"],
            required: ["name", "type"]
        ),
        "target": SCXMLRule(
            attributes: ["name", "workflow"],
            required: ["name", "workflow"],
            ownChildren: ["events"]
        ),
        "events": SCXMLRule(ownChildren: ["event"]),
        "initial": SCXMLRule(
            oneOf: [["<transition>"]],
            children: ["transition"],
            single: ["transition"]
        ),
        "script": executable(),
        "always": SCXMLRule(attributes: ["name", "expr"], required: ["name", "expr"]),
        "step": SCXMLRule(
            attributes: ["id", "title", "at", "modes", "shows", "if"],
            required: ["id"],
            ownChildren: ["instruct", "note", "with"]
        ),
        "guide": SCXMLRule(attributes: ["rule", "key"], required: ["rule", "key"]),
        "with": SCXMLRule(
            attributes: ["name", "expr", "label", "message"],
            required: ["name"],
            exclusive: [["expr", "label", "message"]],
            oneOf: [["expr", "label", "message"]],
            ownChildren: ["with"]
        ),
        "after": SCXMLRule(
            attributes: ["delay"],
            required: ["delay"],
            oneOf: [["<transition>"]],
            children: ["transition"]
        ),
        "require": message(["that", "field"], required: ["that"]),
        "answer": message(),
        "refuse": message(),
        "tell": message(),
        "perform": SCXMLRule(attributes: ["name"], required: ["name"], ownChildren: ["with"]),
        "add": SCXMLRule(ownChildren: ["with"]),
        "remove": SCXMLRule(ownChildren: ["with"]),
        "clear": SCXMLRule(attributes: ["names"], required: ["names"]),
        "block": executable(),
    ]
}
