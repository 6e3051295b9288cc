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
        switch value {
        case .int(let bound): range(node, function, bound)
        case .double(let bound):
            if case .double(let read) = number(node) {
                Self.compare(function, read, { _ in bound })
            } else {
                nil
            }
        case .string(let text):
            if case .string(let read) = reader(node)?.kind {
                Self.equality(function, read, text.string)
            } else {
                nil
            }
        case .bool(let truth):
            if case .bool(let read) = reader(node)?.kind {
                switch function {
                case "_==_": CELTest { read($0) == truth }
                case "_!=_": CELTest { read($0) != truth }
                default: nil
                }
            } else {
                nil
            }
        default: nil
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
        case .codePoints(let read):
            return CELTest { read($0).codePointCount(liesIn: range) == isInside }
        case .double: return nil
        }
    }

    private static func equality(
        _ function: String,
        _ read: @escaping Read<String>,
        _ text: String
    ) -> CELTest<Record>? {
        switch function {
        case "_==_": CELTest { read($0).hasSameCodePoints(as: text) }
        case "_!=_": CELTest { !read($0).hasSameCodePoints(as: text) }
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
        case .string(let read):
            let texts = list.elements.compactMap(\.stringValue)
            guard texts.count == list.count else { return nil }
            return CELTest { record in
                let text = read(record)
                return texts.contains { $0.hasSameCodePoints(as: text) }
            }
        case .int(let read):
            let numbers = list.elements.compactMap(\.intValue)
            guard numbers.count == list.count else { return nil }
            return CELTest { numbers.contains(read($0)) }
        default: return nil
        }
    }

    /// `text.startsWith('a')` and `text.endsWith('a')`.
    func textTest(_ node: NodeID, _ target: NodeID, _ argument: NodeID) -> CELTest<Record>? {
        guard case .function(_, let overloads, isQualified: false) = checked.references[node],
            case .string(let read) = reader(target)?.kind,
            case .string(let part) = constant(argument)
        else { return nil }
        let bytes = part.string.utf8
        switch overloads.first?.id {
        case "startsWith_string": return CELTest { read($0).utf8.starts(with: bytes) }
        case "endsWith_string":
            return CELTest { read($0).utf8.suffix(bytes.count).elementsEqual(bytes) }
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
