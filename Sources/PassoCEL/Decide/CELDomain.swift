/// The values that a term can have: bounds, the only ones that are left, and those it is not.
///
/// Values are compared as CEL compares them; what has no order to the rest says nothing.
struct CELDomain {
    private var lower: Bound?
    private var upper: Bound?
    private var allowed: [CELValue]?
    private var excluded: [CELValue] = []
    /// Whether it may stand in no order to anything.
    private var mayBeUnordered: Bool
    private let isWhole: Bool

    private struct Bound {
        var value: CELValue
        var isIncluded: Bool
    }

    init(_ term: CELTerm) {
        mayBeUnordered = !term.type.isTotallyOrdered
        isWhole = term.type == .int || term.type == .uint
        if term.isCount { lower = Bound(value: .int(0), isIncluded: true) }
        if term.type == .uint { lower = Bound(value: .uint(0), isIncluded: true) }
    }

    /// Learns how the term stands to a value.
    mutating func restrict(_ relation: CELRelation, to value: CELValue) {
        if !relation.contains(.unordered) { mayBeUnordered = false }
        switch relation.subtracting(.unordered) {
        case .equal: allow([value])
        case [.less, .greater]: excluded.append(value)
        case .less: lowerUpper(Bound(value: value, isIncluded: false))
        case [.less, .equal]: lowerUpper(Bound(value: value, isIncluded: true))
        case .greater: raiseLower(Bound(value: value, isIncluded: false))
        case [.greater, .equal]: raiseLower(Bound(value: value, isIncluded: true))
        default: break
        }
    }

    /// Learns that the term is one of some values.
    mutating func allow(_ values: [CELValue]) {
        mayBeUnordered = false
        allowed = allowed.map { known in known.filter { values.contains($0) } } ?? values
    }

    /// Learns that the term is none of some values.
    mutating func exclude(_ values: [CELValue]) { excluded += values }

    /// Learns that the term is at most, or at least, what another one can be.
    mutating func restrict(_ relation: CELRelation, to other: CELDomain) {
        guard !mayBeUnordered, !other.mayBeUnordered else { return }
        if relation == .equal {
            if let values = other.allowed { allow(values) }
            excluded += other.excluded
        }
        let isStrict = !relation.contains(.equal)
        if !relation.contains(.greater), let bound = other.highest {
            lowerUpper(Bound(value: bound.value, isIncluded: bound.isIncluded && !isStrict))
        }
        if !relation.contains(.less), let bound = other.lowest {
            raiseLower(Bound(value: bound.value, isIncluded: bound.isIncluded && !isStrict))
        }
    }

    private var highest: Bound? {
        guard let allowed, let first = allowed.first else { return upper }
        let value = allowed.dropFirst().reduce(first) { Self.isBelow($0, $1) ? $1 : $0 }
        return Bound(value: value, isIncluded: true)
    }

    private var lowest: Bound? {
        guard let allowed, let first = allowed.first else { return lower }
        let value = allowed.dropFirst().reduce(first) { Self.isBelow($1, $0) ? $1 : $0 }
        return Bound(value: value, isIncluded: true)
    }

    private mutating func lowerUpper(_ bound: Bound) {
        guard let upper else { return self.upper = bound }
        switch CELValue.order(bound.value, upper.value) {
        case .less: self.upper = bound
        case .equal: self.upper?.isIncluded = upper.isIncluded && bound.isIncluded
        case .greater, .unordered, nil: break
        }
    }

    private mutating func raiseLower(_ bound: Bound) {
        guard let lower else { return self.lower = bound }
        switch CELValue.order(bound.value, lower.value) {
        case .greater: self.lower = bound
        case .equal: self.lower?.isIncluded = lower.isIncluded && bound.isIncluded
        case .less, .unordered, nil: break
        }
    }

    private static func isBelow(_ left: CELValue, _ right: CELValue) -> Bool {
        CELValue.order(left, right) == .less
    }

    /// Whether no value is left, as far as bounds and enumerations tell.
    var isEmpty: Bool {
        if mayBeUnordered { return false }
        if let allowed { return !allowed.contains { admits($0) } }
        if isWhole, let range = wholeRange { return isEmpty(range) }
        guard let lower, let upper else { return false }
        switch CELValue.order(lower.value, upper.value) {
        case .greater: return true
        case .equal:
            return !(lower.isIncluded && upper.isIncluded) || excluded.contains(lower.value)
        case .less, .unordered, nil: return false
        }
    }

    private func isEmpty(_ range: (low: Int64, high: Int64)) -> Bool {
        guard range.low <= range.high else { return true }
        let (width, overflow) = range.high.subtractingReportingOverflow(range.low)
        guard !overflow, width < 64 else { return false }
        return (range.low...range.high).allSatisfy { number in
            excluded.contains { $0 == .int(number) }
        }
    }

    private func admits(_ value: CELValue) -> Bool {
        if excluded.contains(value) { return false }
        if let lower, let order = CELValue.order(value, lower.value) {
            if order == .less || order == .equal && !lower.isIncluded { return false }
        }
        if let upper, let order = CELValue.order(value, upper.value) {
            if order == .greater || order == .equal && !upper.isIncluded { return false }
        }
        return true
    }

    /// The bounds of a whole number, both included, as far as they are whole numbers themselves; an
    /// empty range is one whose ends lie the wrong way round.
    private var wholeRange: (low: Int64, high: Int64)? {
        var range = (low: Int64.min, high: Int64.max)
        if let lower {
            guard let value = Self.whole(lower.value) else { return nil }
            let (next, overflow) = value.addingReportingOverflow(lower.isIncluded ? 0 : 1)
            if overflow { return (1, 0) }
            range.low = next
        }
        if let upper {
            guard let value = Self.whole(upper.value) else { return nil }
            let (next, overflow) = value.subtractingReportingOverflow(upper.isIncluded ? 0 : 1)
            if overflow { return (1, 0) }
            range.high = next
        }
        return range
    }

    private static func whole(_ value: CELValue) -> Int64? {
        switch value {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        default: nil
        }
    }

    /// Some values that are left, to try them.
    var samples: [CELValue] {
        if let allowed { return allowed.filter { admits($0) } }
        var found: [CELValue] = []
        for bound in [lower, upper].compactMap({ $0 }) { found += bound.value.neighbours }
        return found.filter { admits($0) }
    }
}

extension CELValue {
    /// The value and those next to it, where there are such.
    var neighbours: [CELValue] {
        switch self {
        case .int(let number): [self, .int(number &+ 1), .int(number &- 1)]
        case .uint(let number): [self, .uint(number &+ 1), .uint(number &- 1)]
        case .double(let number): [self, .double(number + 1), .double(number - 1)]
        case .string(let text): [self, CELValue(text.string + "x")]
        case .duration(let duration):
            [self]
                + [1, -1].compactMap { step in
                    CELDuration(seconds: duration.seconds &+ step).map { .duration($0) }
                }
        case .timestamp(let instant):
            [self]
                + [1, -1].compactMap { step in
                    CELTimestamp(seconds: instant.seconds &+ step).map { .timestamp($0) }
                }
        default: [self]
        }
    }
}
