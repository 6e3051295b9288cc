/// The name of one running instance, such as `t1` or `t1/form`.
public struct InstanceID: Hashable, Comparable, Sendable, Codable, RawRepresentable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The name itself.
    public let rawValue: String

    /// Makes an id.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes an id.
    public init(_ name: String) { rawValue = name }

    /// Makes an id from a literal name.
    public init(stringLiteral value: String) { rawValue = value }

    /// The name itself.
    public var description: String { rawValue }

    /// Orders names by code points.
    public static func < (left: InstanceID, right: InstanceID) -> Bool {
        left.rawValue < right.rawValue
    }
}
