extension TextBuffer {
    /// Appends a stretch of the texts of a table.
    @inline(__always)
    mutating func append(_ look: TableLook, from start: UInt32, to end: UInt32) {
        unsafe append(look.view.slice(look.texts &+ Int(start), Int(end) &- Int(start)))
    }

    /// Appends a whole number in digits of one byte, with groups as the shape says.
    @inline(__always)
    mutating func append(_ value: Int64, _ shape: IntegerShape) {
        if value >= 0, value < 10 {
            let digit = shape.zero &+ UInt8(truncatingIfNeeded: value)
            unsafe append(1) { unsafe $0.storeBytes(of: digit, as: UInt8.self) }
            return
        }
        let magnitude = value.magnitude
        let digits = Self.digits(of: magnitude)
        var groups = 0
        if digits > shape.primary { groups = (digits &- shape.primary &- 1) / shape.secondary &+ 1 }
        let sign = value < 0 ? shape.minus.count : 0
        let length = sign &+ digits &+ groups &* shape.group.count
        unsafe append(length) { room in
            if value < 0 { unsafe shape.minus.write(to: room) }
            unsafe Self.write(magnitude, shape, endingAt: room + length)
        }
    }

    /// Writes digits from behind.
    @inline(__always)
    private static func write(
        _ magnitude: UInt64,
        _ shape: IntegerShape,
        endingAt end: UnsafeMutableRawPointer
    ) {
        var place = unsafe end
        var rest = magnitude
        var digits = 0
        var next = shape.primary
        repeat {
            if digits == next {
                unsafe place -= shape.group.count
                unsafe shape.group.write(to: place)
                next &+= shape.secondary
            }
            let quotient = rest / 10
            let digit = UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            unsafe place -= 1
            unsafe place.storeBytes(of: shape.zero &+ digit, as: UInt8.self)
            rest = quotient
            digits &+= 1
        } while rest > 0
    }

    @inline(__always)
    private static func digits(of magnitude: UInt64) -> Int {
        var digits = 1
        var limit: UInt64 = 10
        // No magnitude of 64 signed bits reaches 10^19, and that fits.
        while magnitude >= limit {
            digits &+= 1
            limit &*= 10
        }
        return digits
    }
}

extension IntegerShape.Symbol {
    /// Writes the bytes of the mark; there is room for them and three more.
    @inline(__always)
    fileprivate func write(to room: UnsafeMutableRawPointer) {
        for place in 0..<count {
            let byte = UInt8(truncatingIfNeeded: bytes >> UInt32(8 * place))
            unsafe room.storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
        }
    }
}
