extension CELBounds {
    /// The bounds, held to what values of a type can be and to the limits for values whose bounds
    /// nobody declared.
    ///
    /// - Parameters:
    ///   - type: the type of the values.
    ///   - limits: what holds values whose bounds nobody declared.
    ///   - largest: what a value weighs at most of which nothing more is known.
    /// - Returns: bounds that are finite.
    func held(
        to type: CELType,
        _ limits: CELLimits,
        largest: UInt64 = CELLimits.valueWeight
    ) -> CELBounds {
        var held: [Level] = []
        var type = type
        var isOpen = false
        // A level for each list, map and optional of the type, then the rest as it is.
        while true {
            let known = level(held.count)
            let (level, next) = known.held(to: type, limits)
            held.append(level)
            guard let next else { break }
            if next == .dyn, held.count >= levels.count {
                isOpen = self.isOpen
                if isOpen { held.append(self.level(held.count).held(to: .dyn, limits).0) }
                break
            }
            type = next
        }
        var bounds = CELBounds(held, isOpen: isOpen)
        bounds.reckonWeights(largest)
        return bounds
    }

    /// The weights of the levels from their sizes, where those say less than the declared ones.
    private mutating func reckonWeights(_ largest: UInt64) {
        var below = isOpen ? largest : 1
        for place in levels.indices.reversed() {
            let level = levels[place]
            let text = CELUnits.weight(bytes: level.bytes)
            let weight = max(text, level.weight(below: below))
            let declared = level.weight == .max ? largest : level.weight
            levels[place].weight = min(declared, weight)
            below = levels[place].weight
        }
    }
}

extension CELLimits {
    /// What the value of a variable without declared bounds is taken to weigh at most: the longest
    /// text and the largest list, each element of which weighs a few units.
    var undeclaredWeight: UInt64 {
        CELUnits.weight(bytes: UInt64(max(0, resultBytes)))
            .plus(UInt64(max(0, resultElements)).times(4))
    }
}

extension CELBounds.Level {
    /// The level for values of a type, and the type of what lies below; `nil` for scalars.
    fileprivate func held(
        to type: CELType,
        _ limits: CELLimits
    ) -> (CELBounds.Level, below: CELType?) {
        let longest = UInt64(max(0, limits.resultBytes))
        let bytes = self.bytes == .max ? longest : self.bytes
        let count = self.count == .max ? UInt64(max(0, limits.resultElements)) : self.count
        switch type {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type:
            return (CELBounds.Level(integer: integer), nil)
        case .string, .bytes: return (CELBounds.Level(bytes: bytes, weight: weight), nil)
        case .wrapper(let type): return held(to: type, limits)
        case .list(let element): return (CELBounds.Level(count: count, weight: weight), element)
        case .map(let key, let value):
            let keys = key.mayBeText ? (keyBytes ?? 0) : 0
            let level = CELBounds.Level(
                count: count,
                keyBytes: keys == .max ? longest : keys,
                weight: weight
            )
            return (level, value)
        case .dyn, .parameter, .opaque:
            if let value = type.optionalValue {
                return (CELBounds.Level(count: 1, weight: weight), value)
            }
            let level = CELBounds.Level(
                bytes: bytes,
                count: count,
                keyBytes: keyBytes.map { $0 == .max ? longest : $0 },
                integer: integer,
                weight: weight
            )
            return (level, .dyn)
        }
    }
}

extension CELType {
    /// Whether a key of this type can be a text.
    fileprivate var mayBeText: Bool {
        switch self {
        case .string, .dyn, .parameter: true
        default: false
        }
    }
}
