extension ShortestDecimal {
    /// The number with the other sign.
    package var negated: ShortestDecimal {
        ShortestDecimal(digits: digits, point: point, isNegative: !isNegative)
    }

    /// The exact sum of two numbers.
    package func sum(_ other: ShortestDecimal) -> ShortestDecimal {
        guard !isZero else { return other }
        guard !other.isZero else { return self }
        let top = max(point, other.point)
        let bottom = min(point - digits.count, other.point - other.digits.count)
        let mine = digits(from: top, to: bottom)
        let others = other.digits(from: top, to: bottom)
        guard isNegative != other.isNegative else {
            let (sum, carry) = Self.added(mine, others)
            return ShortestDecimal(
                digits: carry > 0 ? [carry] + sum : sum,
                point: carry > 0 ? top + 1 : top,
                isNegative: isNegative
            )
        }
        let isSmaller = mine.lexicographicallyPrecedes(others)
        let rest = isSmaller ? Self.less(others, mine) : Self.less(mine, others)
        let isZero = rest.allSatisfy { $0 == 0 }
        return ShortestDecimal(
            digits: rest,
            point: top,
            isNegative: !isZero && (isSmaller ? other.isNegative : isNegative)
        )
    }

    private func digits(from top: Int, to bottom: Int) -> [UInt8] {
        (bottom..<top).reversed().map { digit(at: $0) }
    }

    private static func added(_ left: [UInt8], _ right: [UInt8]) -> ([UInt8], carry: UInt8) {
        var sum = left
        var carry: UInt8 = 0
        for place in left.indices.reversed() {
            let digit = left[place] + right[place] + carry
            sum[place] = digit % 10
            carry = digit / 10
        }
        return (sum, carry)
    }

    /// The difference of two rows of digits of which the first is not the smaller one.
    private static func less(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var rest = left
        var borrow: UInt8 = 0
        for place in left.indices.reversed() {
            let taken = right[place] + borrow
            borrow = left[place] < taken ? 1 : 0
            rest[place] = left[place] + 10 * borrow - taken
        }
        return rest
    }
}
