/// An address of the internet, of version 4 or 6: the value of `ip('127.0.0.1')`.
///
/// ```swift
/// let address = CELAddress("2001:db8::1")
/// let value = address.map { CELValue.object(CELObject($0)) }
/// ```
public struct CELAddress: Hashable, Sendable {
    /// The bits; an address of version 4 has only the lowest 32.
    let bits: UInt128
    /// 4 or 6.
    public let version: Int

    /// The number of bits: 32 or 128.
    var width: Int { version == 4 ? 32 : 128 }

    /// An address of version 4.
    init(v4 bits: UInt32) {
        self.init(bits: UInt128(bits), version: 4)
    }

    /// An address of version 6; what maps an address of version 4 becomes that address.
    init(v6 bits: UInt128) {
        let isMapped = bits >> 32 == 0xFFFF
        self.init(bits: isMapped ? bits & 0xFFFF_FFFF : bits, version: isMapped ? 4 : 6)
    }

    private init(bits: UInt128, version: Int) {
        self.bits = bits
        self.version = version
    }

    /// The address whose bits beyond the first `length` are zero.
    func masked(to length: Int) -> CELAddress {
        let rest = width - length
        // A shift by the whole width gives zero.
        return CELAddress(bits: (bits >> rest) << rest, version: version)
    }
}

extension CELAddress {
    /// Whether this is `0.0.0.0` or `::`.
    public var isUnspecified: Bool { bits == 0 }

    /// Whether this is in `127.0.0.0/8`, or `::1`.
    public var isLoopback: Bool { version == 4 ? bits >> 24 == 127 : bits == 1 }

    /// Whether this is in `224.0.0.0/4` or `ff00::/8`.
    var isMulticast: Bool { version == 4 ? bits >> 28 == 0xE : bits >> 120 == 0xFF }

    /// Whether this is in `224.0.0.0/24`, or of version 6 with multicast scope 2.
    public var isLinkLocalMulticast: Bool {
        version == 4 ? bits >> 8 == 0xE00000 : (bits >> 112) & 0xFF0F == 0xFF02
    }

    /// Whether this is in `169.254.0.0/16` or `fe80::/10`.
    public var isLinkLocalUnicast: Bool {
        version == 4 ? bits >> 16 == 0xA9FE : bits >> 118 == 0x3FA
    }

    /// Whether this is none of: unspecified, loopback, multicast, link-local, broadcast.
    ///
    /// Private addresses such as `10.0.0.1` count as global.
    public var isGlobalUnicast: Bool {
        !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
            && !(version == 4 && bits == 0xFFFF_FFFF)
    }
}

extension CELAddress: CELOpaque, CELConvertible {
    /// The type `net.IP`.
    public static let celType = CELType.opaque("net.IP", [])

    /// The type `net.IP`.
    public var celType: CELType { Self.celType }

    /// The value that expressions see.
    public var celValue: CELValue { .object(CELObject(self)) }

    /// Takes a value of this type.
    public init?(celValue: CELValue) {
        guard case .object(let object) = celValue, let value = object.value as? CELAddress else {
            return nil
        }
        self = value
    }

    /// Whether both are the same address.
    public func isEqual(to other: any CELOpaque) -> Bool { other as? CELAddress == self }

    /// The call that gives this address.
    public var description: String { "ip('\(text)')" }
}
