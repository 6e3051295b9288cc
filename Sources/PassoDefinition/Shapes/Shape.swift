/// What one mapping of the language may hold: the table from which both the check of keys and the
/// JSON Schema come, so that the two cannot disagree.
struct Shape: Sendable {
    let name: ShapeName
    let keys: [ShapeKey]

    init(_ name: ShapeName, _ keys: [ShapeKey]) {
        self.name = name
        self.keys = keys
    }

    func key(_ name: String) -> ShapeKey? { keys.first { $0.name == name } }
}

/// One key of a ``Shape``.
struct ShapeKey: Sendable {
    let name: String
    let value: ShapeValue
    let isRequired: Bool

    static func required(_ name: String, _ value: ShapeValue) -> ShapeKey {
        ShapeKey(name: name, value: value, isRequired: true)
    }

    static func optional(_ name: String, _ value: ShapeValue) -> ShapeKey {
        ShapeKey(name: name, value: value, isRequired: false)
    }
}

/// What may stand in one place, by the kind of node found there.
///
/// Every place of the language can be told apart by the kind of its node alone, so there is at most
/// one rule for a scalar, one for a list and one for a mapping.
struct ShapeValue: Sendable {
    var scalar: ScalarRule?
    var items: ItemRule?
    var mapping: MappingRule?

    init(_ scalar: ScalarRule? = nil, items: ItemRule? = nil, mapping: MappingRule? = nil) {
        self.scalar = scalar
        self.items = items
        self.mapping = mapping
    }
}

/// What a scalar may be.
enum ScalarRule: Sendable, Equatable {
    /// A name this file declares, such as a state or an event.
    case name
    /// A key of the string bundle.
    case message
    /// A type such as `list(string)`.
    case type
    /// A CEL expression; its text is the scalar's.
    case expression
    /// A whole number.
    case integer
    /// `true` or `false`.
    case boolean
    /// Any literal.
    case literal
    /// Nothing at all, or null.
    case empty
    /// One of these words.
    case word([String])
}

/// What a list's items may be.
enum ItemRule: Sendable {
    case value(ScalarRule)
    case shape(ShapeName)
    case either(ScalarRule, ShapeName)
    case action
}

/// What a mapping may be.
indirect enum MappingRule: Sendable {
    /// These keys.
    case shape(ShapeName)
    /// The author's names, each with such a value.
    case entries(ShapeValue)
    /// The shape whose first key is present; without one, the other rule.
    case byKey([ShapeName], otherwise: MappingRule?)
    /// Values and groups of values, nested: `name: rule` or a mapping of them.
    case group(ScalarRule, item: ShapeName?)
}

/// The mappings of the language.
enum ShapeName: String, Sendable, CaseIterable {
    case workflow, data, typed, each, fieldRefusals, fileRefusals, event, hostAction, target
    case state, transition, requirement, step, guide, paragraph, label, message
    case perform, set, add, remove, clear, raise, send, cancel, tell, branch, loop, log, loopHeader
}
