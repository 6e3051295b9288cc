/// How large the program of a regular expression becomes, estimated from its text.
///
/// A repetition repeats what it follows: `(a{10}){10}` is a hundred steps. What a byte of a text may
/// cost at worst grows with these steps, whatever the engine does in the common case.
struct CELPatternSize {
    /// The steps of the open groups, outermost first.
    private var groups: [UInt64] = [0]
    /// The steps of the last part, which a repetition repeats.
    private var last: UInt64 = 0

    /// A character class with the letters of many scripts has some hundred ranges.
    private static let unicodeClass: UInt64 = 300
    /// The deepest groups that are looked into; deeper ones count as if they were flat.
    private static let depth = 1_000

    /// Estimates a pattern; no estimate is beyond the limit that compiling it has.
    static func steps(of pattern: CELString, _ limits: CELLimits) -> UInt64 {
        let most = UInt64(max(0, limits.patternInstructions))
        guard pattern.byteCount <= limits.patternBytes else { return most }
        var size = CELPatternSize()
        var bytes = ArraySlice(Array(pattern.string.utf8))
        while let byte = bytes.popFirst() { size.take(byte, &bytes) }
        while size.groups.count > 1 { size.close() }
        return min(most, size.groups[0].plus(1))
    }

    private mutating func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
        switch byte {
        case UInt8(ascii: "\\"):
            let kind = rest.popFirst()
            let isClass = kind == UInt8(ascii: "p") || kind == UInt8(ascii: "P")
            add(isClass ? Self.unicodeClass : 2)
        case UInt8(ascii: "[") where rest.contains(UInt8(ascii: "]")):
            add(Self.members(&rest))
        case UInt8(ascii: "("):
            if groups.count < Self.depth { groups.append(1) }
        case UInt8(ascii: ")"): close()
        case UInt8(ascii: "{"): `repeat`(Self.largestNumber(&rest))
        default: add(2)
        }
    }

    private mutating func add(_ steps: UInt64) {
        last = steps
        groups[groups.count - 1] = groups[groups.count - 1].plus(steps)
    }

    private mutating func close() {
        guard groups.count > 1 else { return }
        add(groups.removeLast())
    }

    private mutating func `repeat`(_ count: UInt64) {
        guard count > 1 else { return }
        let more = last.times(count - 1)
        groups[groups.count - 1] = groups[groups.count - 1].plus(more)
        last = last.plus(more)
    }

    /// The bytes up to the end of a class.
    private static func members(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
        var steps: UInt64 = 4
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            if byte == UInt8(ascii: "\\") {
                let kind = rest.popFirst()
                if kind == UInt8(ascii: "p") || kind == UInt8(ascii: "P") { steps += unicodeClass }
            }
            if byte >= 0x80 { steps += 1 }
        }
        return steps
    }

    /// The largest number up to the end of a repetition.
    private static func largestNumber(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
        var largest: UInt64 = 0
        var number: UInt64 = 0
        for (place, byte) in zip(rest.indices, rest) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number.times(10).plus(UInt64(byte - UInt8(ascii: "0")))
                largest = max(largest, number)
            case UInt8(ascii: ","): number = 0
            case UInt8(ascii: "}"):
                rest = rest[(place + 1)...]
                return largest
            default: return 1
            }
        }
        return 1
    }
}
