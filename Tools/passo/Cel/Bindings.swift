import PassoCEL
import PassoDefinition

/// What an expression may name on the command line: what a definition declares, and values that were
/// given.
struct Bindings {
    /// One value with its name, which may be dotted.
    struct Item {
        let name: String
        var value: CELValue
    }

    /// What is declared without a value: functions, constants, and the names of a definition.
    let declared: CELEnvironment
    /// Whether a definition says what there is.
    let hasSchema: Bool
    /// Whether nothing is known of the names, so that any may be there, as `dyn`.
    var isOpen = false
    /// The values, in the order in which their names came.
    private(set) var items: [Item] = []
    private var places: [String: Int] = [:]

    /// No names yet, and all functions of CEL's documentation.
    init() {
        var environment = CELEnvironment()
        environment.timeZones = CELTimeZone.named
        (declared, hasSchema) = (environment, false)
    }

    /// The names of a definition with the payload of one event.
    init(schema: CELEnvironment) { (declared, hasSchema) = (schema, true) }

    /// The value of a name.
    subscript(name: String) -> CELValue? { places[name].map { items[$0].value } }

    /// Gives a name a value, a new one when it has one.
    mutating func set(_ name: String, _ value: CELValue) {
        if let place = places[name] {
            items[place].value = value
        } else {
            places[name] = items.count
            items.append(Item(name: name, value: value))
        }
    }

    /// The values as programs read them.
    var values: [CELValue] { items.map(\.value) }

    /// What an expression may name, each name at the place of its value.
    ///
    /// A name without a value has a place beyond the last one, which is an error when it is read.
    ///
    /// - Parameter isTyped: whether names have the types of their values. Otherwise they are `dyn`,
    ///   unless a definition says more: values of JSON differ from one time to the next.
    /// - Returns: the environment, for programs that read ``values``.
    func environment(isTyped: Bool) -> CELEnvironment {
        var environment = declared
        var slots: [String: CELSlot] = [:]
        for name in declared.variableNames where places[name] == nil {
            slots[name] = CELSlot(.data, items.count + slots.count)
        }
        for (place, item) in items.enumerated() {
            let slot = CELSlot(.data, place)
            if environment.type(ofVariable: item.name) != nil {
                slots[item.name] = slot
            } else {
                environment.declare(item.name, isTyped ? item.value.likelyType : .dyn, at: slot)
            }
        }
        environment.move(slots)
        return environment
    }

    /// The names that have a value or a declaration, sorted.
    var names: [String] { Set(declared.variableNames).union(places.keys).sorted() }

    /// The type of a name: what the definition says, or what the value is.
    func type(of name: String) -> CELType? {
        declared.type(ofVariable: name) ?? self[name]?.likelyType
    }
}

extension CELValue {
    /// The type that data of this kind probably has: a `null` may be anything, an object is a record
    /// whose members differ, and a list has elements of one kind.
    var likelyType: CELType {
        switch self {
        case .null: return .dyn
        case .list(let list):
            guard let first = list.elements.first?.likelyType else { return .list(.dyn) }
            return .list(list.elements.allSatisfy { $0.likelyType == first } ? first : .dyn)
        case .map(let map):
            guard let first = map.keys.first?.type else { return .map(key: .dyn, value: .dyn) }
            let key = map.keys.allSatisfy { $0.type == first } ? first : .dyn
            return .map(key: key, value: .dyn)
        default: return type
        }
    }

    /// Whether the value may stand where a type is declared.
    func fits(_ type: CELType) -> Bool {
        switch (type, self) {
        case (.dyn, _), (.parameter, _): true
        case (.wrapper(let inner), _): self == .null || fits(inner)
        case (.list(let element), .list(let list)): list.elements.allSatisfy { $0.fits(element) }
        case (.map(let key, let value), .map(let map)):
            map.keys.allSatisfy { $0.fits(key) } && map.values.allSatisfy { $0.fits(value) }
        case (.type, .type): true
        default: self.type == type
        }
    }
}
