/// A look at the bytes of a table, with numbers in the little-endian order.
///
/// One of the few files of this module that touch raw memory: a table may be mapped from a file, and
/// a look-up takes a few nanoseconds. Every read is held to the bounds, and a read outside of them
/// gives zero, so that whatever the bytes say, nothing beyond them is read.
///
/// It does not own its bytes: only ``TableStorage`` and its readers keep one, which keep the ``FlatBytes`` that do.
@safe struct FlatView: @unchecked Sendable {
    private let base: UnsafeRawPointer
    let count: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        // Without bytes there is no address, and then nothing is read from this one.
        unsafe base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 16).unsafelyUnwrapped
        count = bytes.count
    }

    @inline(__always)
    func byte(at place: Int) -> UInt8 {
        guard UInt(bitPattern: place) < UInt(bitPattern: count) else { return 0 }
        return unsafe base.load(fromByteOffset: place, as: UInt8.self)
    }

    @inline(__always)
    func word(at place: Int) -> UInt32 {
        guard holds(place, 4) else { return 0 }
        return UInt32(
            littleEndian: unsafe base.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        )
    }

    @inline(__always)
    func long(at place: Int) -> UInt64 {
        guard holds(place, 8) else { return 0 }
        return UInt64(
            littleEndian: unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        )
    }

    /// A stretch, or nothing where it does not lie within the bytes.
    @inline(__always)
    func slice(_ place: Int, _ length: Int) -> UnsafeRawBufferPointer {
        guard holds(place, length) else {
            return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return unsafe UnsafeRawBufferPointer(start: base + place, count: length)
    }

    /// A stretch as a text; its bytes have been found to be UTF-8.
    func text(_ place: Int, _ length: Int) -> String {
        unsafe String(decoding: slice(place, length), as: UTF8.self)
    }

    /// Whether a stretch is UTF-8.
    func isUTF8(_ place: Int, _ length: Int) -> Bool {
        let bytes = unsafe slice(place, length)
        guard length > 0 else { return length == 0 }
        return unsafe bytes.count == length
            && (try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)) != nil
    }

    /// Whether a stretch holds the bytes of a text.
    @inline(__always)
    func holds(_ text: UnsafeBufferPointer<UInt8>, at place: Int, _ length: Int) -> Bool {
        guard text.count == length, holds(place, length) else { return false }
        let mine = unsafe base + place
        guard let theirs = text.baseAddress else { return true }
        return unsafe KeyHash.isEqual(mine, theirs, length)
    }

    @inline(__always)
    private func holds(_ place: Int, _ length: Int) -> Bool {
        UInt(bitPattern: length) <= UInt(bitPattern: count)
            && UInt(bitPattern: place) <= UInt(bitPattern: count &- length)
    }

    /// The sum that a table carries of itself: any change of one word of it changes the sum.
    ///
    /// Four lanes, because one would wait for its own multiplication; each step is a bijection of its
    /// lane.
    func checksum(leavingOut hole: Int) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        var lanes = SIMD4<UInt64>(1, 2, 3, 4)
        let words = count / 8
        var index = 0
        while index + 4 <= words {
            for lane in 0..<4 {
                let place = (index + lane) * 8
                let word = place == hole ? 0 : long(at: place)
                lanes[lane] = (lanes[lane] ^ word) &* prime
            }
            index += 4
        }
        while index < words {
            let word = index * 8 == hole ? 0 : long(at: index * 8)
            lanes[index & 3] = (lanes[index & 3] ^ word) &* prime
            index += 1
        }
        var sum = UInt64(count) &* prime
        for place in words * 8..<count { sum = (sum ^ UInt64(byte(at: place))) &* prime }
        for lane in 0..<4 {
            sum = (sum ^ (lanes[lane] ^ (lanes[lane] >> 32))) &* prime
            sum ^= sum >> 29
        }
        return sum
    }
}
