extension TextBuffer {
    /// Appends a stretch of the texts of a table.
    @inline(__always)
    mutating func append(_ look: TableLook, from start: UInt32, to end: UInt32) {
        unsafe append(look.view.slice(look.texts &+ Int(start), Int(end) &- Int(start)))
    }

    /// Appends a whole number in digits of one byte with groups of three or as the shape says.
    @inline(__always)
    mutating func append(_ value: Int64, _ shape: IntegerShape) {
        // 19 digits, and at most 18 groups and one sign of at most four bytes each.
        unsafe append(upTo: 96) { room in
            var place = 96
            var rest = value.magnitude
            var digits = 0
            var next = shape.primary
            repeat {
                if digits == next {
                    place &-= shape.group.count
                    unsafe shape.group.write(to: room + place)
                    next &+= shape.secondary
                }
                let quotient = rest / 10
                place &-= 1
                let digit = UInt8(truncatingIfNeeded: rest &- quotient &* 10)
                unsafe room.storeBytes(of: shape.zero &+ digit, toByteOffset: place, as: UInt8.self)
                rest = quotient
                digits &+= 1
            } while rest > 0
            if value < 0 {
                place &-= shape.minus.count
                unsafe shape.minus.write(to: room + place)
            }
            return place
        }
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
