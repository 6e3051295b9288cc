/// The hash of keys that tables are indexed by: part of their format, so it never changes.
///
/// Eight bytes a step, each mixed by one wide multiplication. The keys are the tables' own, so nobody
/// outside can choose them to collide; a look-up of a foreign key reads one short chain.
///
/// Touches raw memory, as ``FlatView`` does, and is given nothing but the bounds of a text.
enum KeyHash {
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let count = bytes.count
        guard let base = unsafe UnsafeRawPointer(bytes.baseAddress) else { return mix(0) }
        var hash = UInt64(count) &* 0xA076_1D64_78BD_642F
        guard count > 8 else { return unsafe mix(hash ^ short(base, count)) }
        var place = 0
        while place &+ 8 < count {
            hash = unsafe mix(hash ^ long(base + place))
            place &+= 8
        }
        return unsafe mix(hash ^ long(base + (count &- 8)))
    }

    /// Up to eight bytes as one number; every byte counts.
    @inline(__always)
    private static func short(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 4 {
            return unsafe UInt64(word(base)) | UInt64(word(base + (count &- 4))) << 32
        }
        guard count > 0 else { return 0 }
        let first = unsafe base.load(as: UInt8.self)
        let middle = unsafe base.load(fromByteOffset: count >> 1, as: UInt8.self)
        let last = unsafe base.load(fromByteOffset: count &- 1, as: UInt8.self)
        return UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        return product.high ^ product.low
    }

    /// Whether two stretches of one length are equal.
    @inline(__always)
    static func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
        guard count > 8 else { return unsafe short(left, count) == short(right, count) }
        var place = 0
        while place &+ 8 < count {
            guard unsafe long(left + place) == long(right + place) else { return false }
            place &+= 8
        }
        return unsafe long(left + (count &- 8)) == long(right + (count &- 8))
    }

    @inline(__always)
    private static func long(_ base: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: unsafe base.loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func word(_ base: UnsafeRawPointer) -> UInt32 {
        UInt32(littleEndian: unsafe base.loadUnaligned(as: UInt32.self))
    }
}

extension KeyHash {
    /// The hash of a key whose bytes stand in an array.
    static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
        unsafe key.withUnsafeBufferPointer { unsafe hash($0) }
    }
}
