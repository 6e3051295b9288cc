/// A value that may be absent: what `a.?b` and `optional.of(x)` give.
///
/// It takes one reference, and nests as lists do: a value that is too deep for
/// ``CELLimits/valueDepth`` becomes `null`; evaluation refuses such values before they get here.
public struct CELOptional: Sendable {
    private let storage: Storage?

    private final class Storage: Sendable {
        let value: CELValue

        init(_ value: CELValue) { self.value = value }
    }

    /// The optional without a value.
    public static let none = CELOptional(storage: nil)

    /// Wraps a value, which may be `null` or another optional.
    public init(_ value: CELValue) {
        storage = Storage(value.depth < CELLimits.valueDepth ? value : .null)
    }

    private init(storage: Storage?) { self.storage = storage }

    /// The value, or `nil` where there is none.
    public var value: CELValue? { storage?.value }

    /// How many lists, maps and optionals nest here, this one included.
    var depth: Int { (storage?.value.depth ?? 0) + 1 }
}

extension CELOptional: Hashable {
    /// Whether both are empty or have equal values.
    public static func == (left: CELOptional, right: CELOptional) -> Bool {
        left.value == right.value
    }

    /// Feeds the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension CELOptional: CustomStringConvertible {
    /// The call that gives this optional: `optional.of(1)`.
    public var description: String { value.map { "optional.of(\($0))" } ?? "optional.none()" }
}

extension CELType {
    /// The name of the type of optional values.
    static let optionalName = "optional_type"

    /// The type of an optional value.
    public static func optional(_ value: CELType) -> CELType { .opaque(optionalName, [value]) }

    /// The type of the value, if this is the type of an optional.
    public var optionalValue: CELType? {
        guard case .opaque(Self.optionalName, let parameters) = self else { return nil }
        return parameters.first ?? .dyn
    }
}
