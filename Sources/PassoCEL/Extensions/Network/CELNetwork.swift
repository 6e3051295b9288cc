/// A range of addresses with a common prefix: the value of `cidr('192.168.0.0/24')`.
///
/// The address keeps the bits beyond the prefix, as it was written: `192.168.0.1/24` and
/// `192.168.0.0/24` are different values of the same range.
public struct CELNetwork: Hashable, Sendable {
    /// The address as it was written.
    public let address: CELAddress
    /// The number of bits that all addresses share: at most 32 or 128.
    public let prefixLength: Int

    /// Creates a range, or `nil` when the prefix is negative or longer than the address.
    public init?(_ address: CELAddress, prefixLength: Int) {
        guard 0...address.width ~= prefixLength else { return nil }
        self.address = address
        self.prefixLength = prefixLength
    }

    /// The range with nothing but zeros after the prefix.
    public var masked: CELNetwork {
        CELNetwork(address.masked(to: prefixLength), prefixLength: prefixLength) ?? self
    }

    /// Whether the address has nothing but zeros after the prefix.
    public var isMask: Bool { masked == self }

    /// Whether an address lies in the range; never one of the other version.
    public func contains(_ other: CELAddress) -> Bool {
        other.version == address.version
            && other.masked(to: prefixLength) == address.masked(to: prefixLength)
    }

    /// Whether all addresses of another range lie in this one.
    public func contains(_ other: CELNetwork) -> Bool {
        prefixLength <= other.prefixLength && contains(other.address)
    }
}

extension CELNetwork: CELOpaque, CELConvertible {
    /// The type `net.CIDR`.
    public static let celType = CELType.opaque("net.CIDR", [])

    /// The type `net.CIDR`.
    public var celType: CELType { Self.celType }

    /// The value that expressions see.
    public var celValue: CELValue { .object(CELObject(self)) }

    /// Takes a value of this type.
    public init?(celValue: CELValue) {
        guard case .object(let object) = celValue, let value = object.value as? CELNetwork else {
            return nil
        }
        self = value
    }

    /// Whether both are the same range.
    public func isEqual(to other: any CELOpaque) -> Bool { other as? CELNetwork == self }

    /// The call that gives this range.
    public var description: String { "cidr('\(text)')" }
}
