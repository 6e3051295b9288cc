import PassoCEL
import PassoDiagnostics

/// Everything a definition declares, by name.
struct Symbols: Sendable {
    var constants: [String: ConstantSymbol] = [:]
    /// The data items in slot order.
    var data: [DataSymbol] = []
    var dataIndex: [String: Int] = [:]
    /// The inputs in slot order.
    var inputs: [InputSymbol] = []
    var inputIndex: [String: Int] = [:]
    var events: [EventSymbol] = []
    var eventIndex: [String: Int] = [:]
    /// The events that the engine makes and nobody declares.
    var derived: Set<String> = []
    /// The events under each dotted prefix of their names.
    var eventPrefixes: [String: [Int]] = [:]
    var actions: [SignatureSymbol] = []
    var actionIndex: [String: Int] = [:]
    var targets: [String: TargetSymbol] = [:]
    var modes: Set<String> = []
    /// The slots that say whether a state is active, for the states that expressions name.
    var watches: [String: Int] = [:]
    /// Temporaries beyond the data items and the watches.
    var hidden: [HiddenSlot] = []

    mutating func add(_ event: EventSymbol) {
        eventIndex[event.name] = events.count
        for end in event.name.indices where event.name[end] == "." {
            eventPrefixes[String(event.name[..<end]), default: []].append(events.count)
        }
        eventPrefixes[event.name, default: []].append(events.count)
        events.append(event)
    }

    /// The events that a descriptor matches (Recommendation, 3.12.1).
    func events(matching descriptor: String) -> [Int] {
        if descriptor == "*" { return Array(events.indices) }
        var prefix = Substring(descriptor)
        if prefix.hasSuffix(".*") { prefix = prefix.dropLast(2) }
        if prefix.hasSuffix(".") { prefix = prefix.dropLast() }
        return eventPrefixes[String(prefix)] ?? []
    }

    /// Whether a name is a group of data items or inputs, such as `draft` in `draft.name`.
    func isInputGroup(_ name: String) -> Bool {
        inputs.contains { $0.name.hasPrefix(name + ".") }
    }

    /// The data items of a group, or the one item of that name.
    func dataItems(_ name: String) -> [DataSymbol] {
        if let index = dataIndex[name] { return [data[index]] }
        return data.filter { $0.name.hasPrefix(name + ".") }
    }
}

struct ConstantSymbol: Sendable {
    let value: CELValue
    let range: SourceRange
}

struct DataSymbol: Sendable {
    let name: String
    let type: CELType
    let slot: Int
    let declaration: SlotDeclaration
    var rules: FieldRules?
    /// What `clear` puts back.
    var initial: CELProgram?
}

struct InputSymbol: Sendable {
    let name: String
    let type: CELType
    var isSensitive = false
}

struct SignatureSymbol: Sendable {
    let name: String
    let parameters: [ParameterSymbol]
}

struct ParameterSymbol: Sendable {
    let name: String
    let type: CELType
    var isSensitive = false
}

struct EventSymbol: Sendable {
    let declaration: EventDeclaration
    let signature: SignatureSymbol
    var name: String { signature.name }
}

struct TargetSymbol: Sendable {
    let workflow: String
    /// The events it takes; nil when they are not declared.
    let events: [String: SignatureSymbol]?
}

struct HiddenSlot: Sendable {
    let name: String
    let type: CELType
}

/// The rules of a field, their numbers known.
struct FieldRules: Sendable {
    var limit: Int?
    var each: Int?
    var maximum: Int?
    var isRequired = false
    var lines = Field.Lines.one
    var identity: Field.Identity?
    var label: String?
    var isList = false
    /// The message of each rule.
    var messages: [FieldRule: Located<String>] = [:]
}
