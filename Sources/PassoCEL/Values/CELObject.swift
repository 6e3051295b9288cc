/// A value of a type that CEL itself does not have, such as an address of a network or a struct of
/// the host.
///
/// Expressions use such a value through functions and through the members that it has.
public protocol CELOpaque: Sendable {
    /// The type: an opaque one, with its name.
    var celType: CELType { get }

    /// Whether both values are equal; called for values of the same type name only.
    func isEqual(to other: any CELOpaque) -> Bool

    /// Feeds what equal values share.
    func hash(into hasher: inout Hasher)

    /// The value as an expression would write it, or as near to that as it gets.
    var description: String { get }

    /// The value of a member, or `nil` when there is no such member or it has no value now.
    func member(_ name: String) -> CELValue?

    /// Whether a member has a value now, which is what `has(x.name)` asks.
    func hasMember(_ name: String) -> Bool

    /// The names of the members.
    var memberNames: [String] { get }
}

extension CELOpaque {
    /// No value has members unless its type says so.
    public func member(_ name: String) -> CELValue? { nil }

    /// A member is there when it can be read.
    public func hasMember(_ name: String) -> Bool { member(name) != nil }

    /// No value has members unless its type says so.
    public var memberNames: [String] { [] }
}

/// A value of the host: one reference.
public struct CELObject: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let value: any CELOpaque

        init(_ value: any CELOpaque) { self.value = value }
    }

    /// Wraps a value.
    public init(_ value: any CELOpaque) { storage = Storage(value) }

    /// The value.
    public var value: any CELOpaque { storage.value }

    /// The type of the value.
    public var type: CELType { storage.value.celType }
}

extension CELObject: Hashable {
    /// Whether both values are of the same type and equal.
    public static func == (left: CELObject, right: CELObject) -> Bool {
        if left.storage === right.storage { return true }
        return left.type.runtimeName == right.type.runtimeName
            && left.value.isEqual(to: right.value)
    }

    /// Feeds what equal values share.
    public func hash(into hasher: inout Hasher) { storage.value.hash(into: &hasher) }
}

extension CELObject: CustomStringConvertible {
    /// The value as an expression would write it.
    public var description: String { storage.value.description }
}
