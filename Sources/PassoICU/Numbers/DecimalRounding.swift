/// How a number is rounded that lies between two which can be written; named as in ECMA-402.
package enum DecimalRounding: String, Sendable, CaseIterable {
    /// Up, down, away from zero and towards it.
    case ceil, floor, expand, trunc
    /// To the nearer one; from the middle up, down, away from zero and towards it.
    case halfCeil, halfFloor, halfExpand, halfTrunc
    /// To the nearer one; from the middle to the even one.
    case halfEven

    /// Whether the larger magnitude is taken.
    ///
    /// - Parameters:
    ///   - rest: how what is cut off compares with half of the distance; nil where nothing is cut.
    ///   - isOdd: whether the smaller magnitude is an odd multiple of the distance.
    ///   - isNegative: whether the number lies below zero.
    /// - Returns: true for the one further away from zero.
    func isAway(rest: Rest, isOdd: Bool, isNegative: Bool) -> Bool {
        switch self {
        case .ceil: return !isNegative
        case .floor: return isNegative
        case .expand: return true
        case .trunc: return false
        case .halfCeil, .halfFloor, .halfExpand, .halfTrunc, .halfEven:
            guard rest == .half else { return rest == .more }
            switch self {
            case .halfCeil: return !isNegative
            case .halfFloor: return isNegative
            case .halfExpand: return true
            case .halfEven: return isOdd
            default: return false
            }
        }
    }

    /// How something that is cut off compares with one half.
    enum Rest {
        case less, half, more
    }
}

extension ShortestDecimal {
    /// Rounds to so many digits after the point, or before it where they are negative.
    package mutating func round(
        toFraction fraction: Int,
        _ rounding: DecimalRounding = .halfEven
    ) {
        let kept = point + fraction
        guard kept < digits.count else { return }
        let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
        let isAway = rounding.isAway(rest: rest(from: kept), isOdd: isOdd, isNegative: isNegative)
        digits.removeSubrange(max(kept, 0)...)
        if digits.isEmpty { point = -fraction }
        if isAway { increment() }
        trim()
    }

    /// Rounds to a multiple of a small number, counted in units of the last digit that is kept.
    package mutating func round(
        toFraction fraction: Int,
        multiple: Int,
        _ rounding: DecimalRounding
    ) {
        guard multiple > 1 else { return round(toFraction: fraction, rounding) }
        let kept = point + fraction
        let units = (0..<max(kept, 0)).reduce(0) { rest, place in
            (rest * 10 + (place < digits.count ? Int(digits[place]) : 0)) % (2 * multiple)
        }
        let below = units % multiple
        let fine = kept < digits.count ? rest(from: kept) : nil
        guard below > 0 || fine != nil else { return }
        let rest: DecimalRounding.Rest
        if 2 * below == multiple {
            rest = fine == nil ? .half : .more
        } else if 2 * below + 1 == multiple {
            // One half of an odd number lies in the middle of a unit.
            rest = fine ?? .less
        } else {
            rest = 2 * below < multiple ? .less : .more
        }
        let isOdd = units >= multiple
        let isAway = rounding.isAway(rest: rest, isOdd: isOdd, isNegative: isNegative)
        digits.removeSubrange(min(max(kept, 0), digits.count)...)
        let step = isAway ? multiple - below : -below
        var change = ShortestDecimal(Int64(isNegative ? -step : step))
        change.scale(by: -fraction)
        let sign = isNegative
        self = digits.isEmpty ? change : sum(change)
        isNegative = sign
        trim()
    }

    private func rest(from kept: Int) -> DecimalRounding.Rest {
        guard kept >= 0 else { return .less }
        switch digits[kept] {
        case 5 where kept == digits.count - 1: return .half
        case 5...: return .more
        default: return .less
        }
    }

    private mutating func increment() {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }
}
