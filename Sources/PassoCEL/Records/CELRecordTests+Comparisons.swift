extension CELRecordTests {
    /// A comparison, or `in`.
    mutating func comparison(_ function: String, _ arguments: [NodeID]) -> CELTest<Record>? {
        guard arguments.count == 2 else { return nil }
        let (left, right) = (arguments[0], arguments[1])
        if function == "@in" { return membership(left, right) }
        if let value = constant(right) { return comparison(left, function, value) }
        if let value = constant(left), let mirrored = CELIntRange.mirrored[function] {
            return comparison(right, mirrored, value)
        }
        return comparison(left, function, with: right)
    }

    /// Compares a part with a constant.
    private func comparison(
        _ node: NodeID,
        _ function: String,
        _ value: CELValue
    ) -> CELTest<Record>? {
        switch (value, reader(node)?.kind) {
        case (.int(let bound), _): return range(node, function, bound)
        case (.double(let bound), .double(let read)):
            return Self.compare(function, read, { _ in bound })
        case (.string(let text), _): return equality(function, node, text.string)
        case (.bool(let truth), .bool(let read)) where function == "_==_":
            return CELTest { read($0) == truth }
        case (.bool(let truth), .bool(let read)) where function == "_!=_":
            return CELTest { read($0) != truth }
        default: return nil
        }
    }

    private func range(
        _ node: NodeID,
        _ function: String,
        _ bound: Int64
    ) -> CELTest<Record>? {
        guard let number = number(node),
            let (range, isInside) = CELIntRange.answering(function, bound)
        else { return nil }
        switch number {
        case .int(let read): return CELTest { range.contains(read($0)) == isInside }
        case .codePoints(let node):
            return text(node) { $0.codePointCount(liesIn: range) == isInside }
        case .double: return nil
        }
    }

    private func equality(
        _ function: String,
        _ node: NodeID,
        _ text: String
    ) -> CELTest<Record>? {
        switch function {
        case "_==_": self.text(node) { $0.hasSameCodePoints(as: text) }
        case "_!=_": self.text(node) { !$0.hasSameCodePoints(as: text) }
        default: nil
        }
    }

    /// Compares two parts.
    private func comparison(
        _ left: NodeID,
        _ function: String,
        with right: NodeID
    ) -> CELTest<Record>? {
        switch (number(left), number(right)) {
        case (.int(let left), .int(let right)): return Self.compare(function, left, right)
        case (.double(let left), .double(let right)):
            return Self.compare(function, left, right)
        default: break
        }
        guard case .string(let left) = reader(left)?.kind,
            case .string(let right) = reader(right)?.kind
        else { return nil }
        switch function {
        case "_==_": return CELTest { left($0).hasSameCodePoints(as: right($0)) }
        case "_!=_": return CELTest { !left($0).hasSameCodePoints(as: right($0)) }
        default: return nil
        }
    }

    private static func compare<Value: Comparable & Sendable>(
        _ function: String,
        _ left: @escaping Read<Value>,
        _ right: @escaping Read<Value>
    ) -> CELTest<Record>? {
        switch function {
        case "_==_": CELTest { left($0) == right($0) }
        case "_!=_": CELTest { left($0) != right($0) }
        case "_<_": CELTest { left($0) < right($0) }
        case "_<=_": CELTest { left($0) <= right($0) }
        case "_>_": CELTest { left($0) > right($0) }
        case "_>=_": CELTest { left($0) >= right($0) }
        default: nil
        }
    }
}

extension CELRecordTests {
    /// The longest list of constants that is faster to go through than to hash.
    private static var scannedCount: Int { 16 }

    /// `field in ['a', 'b']`, or `'a' in field`.
    private mutating func membership(_ left: NodeID, _ right: NodeID) -> CELTest<Record>? {
        if let element = constant(left), case .list(let list) = reader(right)?.kind {
            return test(of: list, deciding: true, CELEqualElement(value: element))
        }
        guard case .list(let list) = constant(right), list.count <= Self.scannedCount else {
            return nil
        }
        switch reader(left)?.kind {
        case .string:
            let texts = list.elements.compactMap(\.stringValue)
            guard texts.count == list.count else { return nil }
            return text(left) { text in texts.contains { $0.hasSameCodePoints(as: text) } }
        case .int(let read):
            let numbers = list.elements.compactMap(\.intValue)
            guard numbers.count == list.count else { return nil }
            return CELTest { numbers.contains(read($0)) }
        default: return nil
        }
    }
}

/// Whether an element equals a constant.
private struct CELEqualElement: CELElementTest {
    let value: CELValue

    func test<Element: CELConvertible>(of type: Element.Type) -> CELTest<Element>? {
        switch (Element.celReader { (element: Element) in element }.kind, value) {
        case (.string(let read), .string(let text)):
            CELTest { read($0).hasSameCodePoints(as: text.string) }
        case (.int(let read), .int(let number)): CELTest { read($0) == number }
        case (.bool(let read), .bool(let truth)): CELTest { read($0) == truth }
        default: nil
        }
    }
}

extension CELIntRange {
    /// The comparison that says the same with its sides exchanged.
    static let mirrored = [
        "_<_": "_>_", "_<=_": "_>=_", "_>_": "_<_", "_>=_": "_<=_", "_==_": "_==_",
        "_!=_": "_!=_",
    ]

    /// The integers for which a comparison with a constant holds, or does not hold.
    static func answering(_ function: String, _ bound: Int64) -> (CELIntRange, Bool)? {
        switch function {
        case "_==_": (CELIntRange(low: bound, width: 0), true)
        case "_!=_": (CELIntRange(low: bound, width: 0), false)
        case "_<=_": (CELIntRange(.min, bound), true)
        case "_>_": (CELIntRange(.min, bound), false)
        case "_>=_": (CELIntRange(bound, .max), true)
        case "_<_": (CELIntRange(bound, .max), false)
        default: nil
        }
    }

    private init(_ low: Int64, _ high: Int64) {
        self.init(low: low, width: UInt64(bitPattern: high &- low))
    }
}
