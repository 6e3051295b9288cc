/// The elements of a list value: one reference.
///
/// A list knows how deep it nests, so that no walk over a value (comparing, printing, releasing)
/// can exhaust the stack: an element that is too deep for ``CELLimits/valueDepth`` becomes `null`.
/// Evaluation and decoding refuse such values before they get here.
public struct CELList: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let elements: [CELValue]
        let depth: Int
        let weight: UInt64

        init(_ elements: [CELValue], depth: Int, weight: UInt64) {
            self.elements = elements
            self.depth = depth
            self.weight = weight
        }
    }

    /// Wraps the elements.
    public init(_ elements: [CELValue]) {
        var (deepest, total) = (0, 1 as UInt64)
        for element in elements {
            deepest = max(deepest, element.depth)
            total = total.plus(element.weight)
        }
        guard deepest >= CELLimits.valueDepth else {
            storage = Storage(elements, depth: deepest + 1, weight: total)
            return
        }
        let kept = elements.map { $0.depth < CELLimits.valueDepth ? $0 : .null }
        storage = Storage(
            kept,
            depth: CELLimits.valueDepth,
            weight: kept.reduce(1 as UInt64) { $0.plus($1.weight) }
        )
    }

    /// The elements, in order.
    public var elements: [CELValue] { storage.elements }

    /// The number of elements.
    public var count: Int { storage.elements.count }

    /// How many lists and maps nest here, this one included.
    var depth: Int { storage.depth }

    /// What it costs to go through the whole list once: see ``CELUnits``.
    var weight: UInt64 { storage.weight }
}

extension CELValue {
    /// How many lists, maps and optionals nest here: 0 for every other value.
    var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .map(let map): map.depth
        case .optional(let optional): optional.depth
        default: 0
        }
    }
}
