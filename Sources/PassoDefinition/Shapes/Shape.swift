/// What one mapping of the language may hold: the table from which both the check of keys and the
/// JSON Schema come, so that the two cannot disagree.
struct Shape: Sendable {
    let name: ShapeName
    let keys: [ShapeKey]
    /// Keys that say the same thing in different ways.
    let choices: [KeyChoice]

    init(_ name: ShapeName, _ keys: [ShapeKey], _ choices: [KeyChoice] = []) {
        self.name = name
        self.keys = keys
        self.choices = choices
    }

    func key(_ name: String) -> ShapeKey? { keys.first { $0.name == name } }
}

/// One key of a ``Shape``.
struct ShapeKey: Sendable {
    let name: String
    let value: ShapeValue
    let isRequired: Bool
    /// Whether definitions that follow the Recommendation to the letter can do without it.
    var isOptionalIfOpen = false

    static func required(_ name: String, _ value: ShapeValue) -> ShapeKey {
        ShapeKey(name: name, value: value, isRequired: true)
    }

    static func optional(_ name: String, _ value: ShapeValue) -> ShapeKey {
        ShapeKey(name: name, value: value, isRequired: false)
    }

    static func requiredUnlessOpen(_ name: String, _ value: ShapeValue) -> ShapeKey {
        ShapeKey(name: name, value: value, isRequired: true, isOptionalIfOpen: true)
    }
}

/// Keys of which a mapping may have only one.
struct KeyChoice: Sendable {
    let keys: [String]
    /// Whether it must have one of them.
    let isNeeded: Bool

    static func oneOf(_ keys: String...) -> KeyChoice { KeyChoice(keys: keys, isNeeded: true) }

    static func atMostOne(_ keys: String...) -> KeyChoice { KeyChoice(keys: keys, isNeeded: false) }
}

/// What may stand in one place, by the kind of node found there.
///
/// Every place of the language can be told apart by the kind of its node alone, so there is at most
/// one rule for a scalar, one for a list and one for a mapping.
struct ShapeValue: Sendable {
    var scalar: ScalarRule?
    var items: ItemRule?
    var mapping: MappingRule?
    /// Whether the value may be missing.
    var takesNothing = false
    /// The name for diagnostics, where the rules do not give it.
    var kind: String?

    init(_ scalar: ScalarRule? = nil, items: ItemRule? = nil, mapping: MappingRule? = nil) {
        self.scalar = scalar
        self.items = items
        self.mapping = mapping
    }

    /// The same, or nothing at all.
    var orNothing: ShapeValue {
        var result = self
        result.takesNothing = true
        return result
    }

    /// The same under another name in diagnostics.
    func named(_ kind: String) -> ShapeValue {
        var result = self
        result.kind = kind
        return result
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
    /// A text as it stands, numbers and truth values too.
    case text
    /// Nothing at all, or null.
    case empty
    /// One of these words; of `null` the one without quotes is meant, too.
    case word([String])
}

/// What a list's items may be.
enum ItemRule: Sendable {
    case value(ScalarRule)
    case shape(ShapeName)
    case either(ScalarRule, ShapeName)
    case action
    /// Mappings of the author's names to such values.
    case entries(ScalarRule)
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
    case workflow, data, openData, typed, each, fieldRefusals, fileRefusals, event, hostAction,
        target
    case state, initial, donedata, invoke, transition, listedTransition, requirement, step, guide,
        paragraph, label, message
    case perform, set, assign, add, remove, clear, raise, send, cancel, tell, branch, loop, log
    case script, block, loopHeader, computed, content, document
}

extension ShapeName {
    /// The mapping that has the same keys but for one, whose words therefore fit.
    var extended: ShapeName? {
        switch self {
        case .openData: .data
        case .listedTransition: .transition
        default: nil
        }
    }
}
