import Foundation
import PassoCEL
import PassoDefinition
import PassoDiagnostics
import PassoText

/// Reads the values of names from JSON.
///
/// A whole number is an `int`, another number a `double`, an object a map. Where a definition declares
/// a name, its type decides: a `uint` or a `double` may be written as a whole number, bytes as base64,
/// a timestamp as RFC 3339, a duration as `1.5s`; the keys of a map are texts of what they are.
struct DataReader {
    private let source: SourceText
    private var problems: [Diagnostic] = []

    /// The most that a file may hold: far more than a guard reads.
    static let limits: TextLimits = {
        var limits = TextLimits()
        limits.maximumBytes = 16 << 20
        limits.maximumNodes = 1_000_000
        return limits
    }()

    private init(_ source: SourceText) { self.source = source }

    /// Reads the values of a file; `-` is standard input.
    ///
    /// - Returns: whether the bindings have the values now, and everything wrong, warnings too.
    static func load(
        _ path: String,
        into bindings: inout Bindings
    ) -> (isRead: Bool, problems: [Diagnostic]) {
        var limits = DefinitionLimits.standard
        limits.fileBytes = Self.limits.maximumBytes
        let (source, problems) = SourceFile.load(path, limits: limits)
        guard let source else { return (false, problems) }
        var reader = DataReader(source)
        let isRead = reader.read(into: &bindings)
        return (isRead, reader.problems)
    }

    /// Gives the members of the object at the top as values of names.
    ///
    /// A member of a group that a definition declares, such as `agent.calls`, may be written as
    /// `{"agent": {"calls": 3}}` or as `{"agent.calls": 3}`.
    ///
    /// - Returns: whether nothing was wrong; then the bindings have the values.
    private mutating func read(into bindings: inout Bindings) -> Bool {
        let (node, mistakes) = JSONReader.read(source, limits: Self.limits)
        problems = mistakes
        guard let node, mistakes.isEmpty else { return false }
        guard let members = node.mapping else {
            problems.append(.dataNotObject(node.kind, at: node.range, in: source))
            return false
        }
        var result = bindings
        for member in members { read(member, named: member.name, into: &result) }
        guard !problems.contains(where: { $0.severity == .error }) else { return false }
        bindings = result
        return true
    }

    private mutating func read(
        _ member: TextEntry,
        named name: String,
        into bindings: inout Bindings
    ) {
        if let type = bindings.declared.type(ofVariable: name) {
            bindings.set(name, value(member.value, as: type))
        } else if !bindings.hasSchema {
            bindings.set(name, value(member.value, as: .dyn))
        } else if let inner = member.value.mapping, bindings.isGroup(name) {
            for entry in inner { read(entry, named: "\(name).\(entry.name)", into: &bindings) }
        } else {
            let near = nearest(to: name, in: bindings.declared.variableNames)
            problems.append(.dataUnknownName(name, nearest: near, at: member.key.range, in: source))
        }
    }

    /// The value of a node where a type is expected; `null` where it is no such value, which is
    /// reported.
    private mutating func value(_ node: TextNode, as type: CELType) -> CELValue {
        if case .wrapper(let inner) = type {
            return node.isNull ? .null : value(node, as: inner)
        }
        switch node.content {
        case .sequence(let nodes): return list(nodes, node, as: type)
        case .mapping(let entries): return map(entries, node, as: type)
        case .scalar(let scalar):
            guard
                let value = scalar.style == .plain
                    ? number(scalar, node, as: type) : text(scalar.text, as: type)
            else { return refuse(node, type) }
            return value
        }
    }

    private mutating func list(
        _ nodes: [TextNode],
        _ node: TextNode,
        as type: CELType
    ) -> CELValue {
        switch type {
        case .list(let element): return CELValue(nodes.map { value($0, as: element) })
        case .dyn: return CELValue(nodes.map { value($0, as: .dyn) })
        default: return refuse(node, type)
        }
    }

    private mutating func map(
        _ entries: [TextEntry],
        _ node: TextNode,
        as type: CELType
    ) -> CELValue {
        let (keyType, valueType): (CELType, CELType)
        switch type {
        case .map(let key, let value): (keyType, valueType) = (key, value)
        case .dyn: (keyType, valueType) = (.string, .dyn)
        default: return refuse(node, type)
        }
        var pairs: [(CELValue, CELValue)] = []
        for entry in entries {
            let value = value(entry.value, as: valueType)
            guard let key = Self.key(entry.name, as: keyType) else {
                return refuse(entry.key, keyType)
            }
            pairs.append((key, value))
        }
        return .map(CELMap(pairs))
    }

    private static func key(_ text: String, as type: CELType) -> CELValue? {
        switch type {
        case .string, .dyn: CELValue(text)
        case .int: Int64(text).map(CELValue.int)
        case .uint: UInt64(text).map(CELValue.uint)
        case .bool: text == "true" ? true : text == "false" ? false : nil
        default: nil
        }
    }

    /// A number, `true`, `false` or `null`.
    private mutating func number(
        _ scalar: TextScalar,
        _ node: TextNode,
        as type: CELType
    ) -> CELValue? {
        switch (scalar.value, type) {
        case (.null, .null), (.null, .dyn): return .null
        case (.bool(let value), .bool), (.bool(let value), .dyn): return .bool(value)
        case (.int, .double): return Double(scalar.text).map(CELValue.double)
        case (.int(let value), .int), (.int(let value), .dyn): return .int(value)
        case (.int, .uint), (.double, .uint): return UInt64(scalar.text).map(CELValue.uint)
        case (.double, .int), (.double, .dyn):
            // A whole number that got here is one that an int cannot hold.
            let isWhole = scalar.text.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 }
            if type == .int, !isWhole { return nil }
            return isWhole ? tooLarge(scalar, node) : double(scalar, node)
        case (.double, .double): return double(scalar, node)
        default: return nil
        }
    }

    private mutating func double(_ scalar: TextScalar, _ node: TextNode) -> CELValue {
        guard case .double(let value) = scalar.value, value.isFinite else {
            return tooLarge(scalar, node)
        }
        return .double(value)
    }

    private func text(_ text: String, as type: CELType) -> CELValue? {
        switch type {
        case .string, .dyn: CELValue(text)
        case .bytes: Data(base64Encoded: text).map { CELValue.bytes(Array($0)) }
        case .timestamp: CELTimestamp(text).map(CELValue.timestamp)
        case .duration: CELDuration(text).map(CELValue.duration)
        default: nil
        }
    }

    private mutating func tooLarge(_ scalar: TextScalar, _ node: TextNode) -> CELValue {
        problems.append(.dataNumber(scalar.text, at: node.range, in: source))
        return .null
    }

    private mutating func refuse(_ node: TextNode, _ type: CELType) -> CELValue {
        problems.append(
            .dataType(type.description, found: node.kind, at: node.range, in: source)
        )
        return .null
    }
}

extension Bindings {
    /// Whether a name is the beginning of declared names: `agent` of `agent.calls`.
    fileprivate func isGroup(_ name: String) -> Bool {
        declared.variableNames.contains { $0.hasPrefix(name + ".") }
    }
}

extension TextNode {
    /// What the node is, for a sentence to choose by.
    fileprivate var kind: String {
        switch content {
        case .sequence: return "list"
        case .mapping: return "mapping"
        case .scalar(let scalar):
            switch scalar.value {
            case .null: return "nothing"
            case .bool: return "boolean"
            case .int: return "integer"
            case .double: return "number"
            case .string: return "text"
            }
        }
    }
}
