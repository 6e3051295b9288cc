/// Finds the number of a name: open addressing over a hash of all bytes, and the name itself
/// compared at the end.
///
/// The names are fixed, so the table tries seeds until every name has a place of its own, where
/// that can be had; then a look-up is one hash, one load and one comparison.
///
/// A text of up to 15 bytes is two words without memory of its own. Of those, few have the same
/// length in one chart; to compare with them all takes less than to hash.
final class NameTable: Sendable {
    /// Names of up to 16 bytes are packed whole, so that two words decide; longer ones are hashed
    /// to two words and compared in full.
    private struct Entry: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var byteCount: Int32 = 0
        var number: Int32 = -1
    }

    /// All bytes of a name, in two words where they fit.
    private struct Key {
        var low: UInt64
        var high: UInt64
        var byteCount: Int32
    }

    private let entries: [Entry]
    private let names: [String]
    private let mask: UInt64
    private let seed: UInt64
    /// Short names by length, and by length where they begin and how many there are.
    private let shortNames: [ShortName]
    private let shortStarts: [Stretch]

    private struct ShortName: Sendable {
        var name: String
        var number: Int32
    }

    /// The longest text that Swift keeps in the two words of its value.
    private static let shortBytes = 15
    /// How many names of one length are compared before hashing is quicker.
    private static let shortNamesCompared = 12

    private static let seedsTried: UInt64 = 256

    /// Numbers distinct names by their positions.
    init(_ names: [String]) {
        var size = 4
        while size < names.count * 4 { size *= 2 }
        let mask = UInt64(size - 1)
        let keys = names.map { Self.pack($0) }
        var seed: UInt64 = 1
        if names.count <= 512 {
            while seed < Self.seedsTried, !Self.isPerfect(keys, seed: seed, mask: mask) {
                seed += 1
            }
        }
        var entries = [Entry](repeating: Entry(), count: size)
        for (number, key) in keys.enumerated() {
            var place = Int(Self.place(key.low, key.high, seed: seed) & mask)
            while entries[place].number >= 0 { place = (place + 1) & (size - 1) }
            entries[place] = Entry(
                low: key.low,
                high: key.high,
                byteCount: key.byteCount,
                number: Int32(truncatingIfNeeded: number)
            )
        }
        self.entries = entries
        self.names = names
        (shortNames, shortStarts) = Self.groupShortNames(names)
        self.mask = mask
        self.seed = seed
    }

    /// The names that are compared, those of each length together.
    private static func groupShortNames(_ names: [String]) -> ([ShortName], [Stretch]) {
        var shortNames: [ShortName] = []
        let starts = (0...shortBytes).map { count in
            let group = names.indices.filter { names[$0].utf8.count == count }
            let start = shortNames.count
            guard group.count <= shortNamesCompared else { return Stretch.empty }
            for number in group {
                shortNames.append(
                    ShortName(name: names[number], number: Int32(truncatingIfNeeded: number))
                )
            }
            return Stretch(start: start, count: group.count)
        }
        return (shortNames, starts)
    }

    /// The number of a name, or -1.
    @inline(__always)
    func number(of name: String) -> Int32 {
        let count = name.utf8.count
        if count <= Self.shortBytes {
            var place = Int(shortStarts[count].start)
            let end = place &+ Int(shortStarts[count].count)
            while place < end {
                if shortNames[place].name._isIdentical(to: name) {
                    return shortNames[place].number
                }
                place &+= 1
            }
        }
        return hashedNumber(of: name)
    }

    /// The number of a name that may be long, or laid out otherwise than most.
    @inline(never)
    private func hashedNumber(of name: String) -> Int32 {
        let key = Self.pack(name)
        var place = Int(Self.place(key.low, key.high, seed: seed) & mask)
        while true {
            let entry = entries[place]
            if entry.number < 0 { return -1 }
            if entry.low == key.low, entry.high == key.high, entry.byteCount == key.byteCount,
                key.byteCount <= 16 || names[Int(entry.number)].utf8.elementsEqual(name.utf8)
            {
                return entry.number
            }
            place = (place + 1) & Int(truncatingIfNeeded: mask)
        }
    }

    private static func pack(_ name: String) -> Key {
        let bytes = name.utf8Span.span
        let count = bytes.count
        var key = Key(low: 0, high: 0, byteCount: Int32(truncatingIfNeeded: count))
        for place in 0..<min(count, 8) {
            key.low |= UInt64(bytes[place]) &<< UInt64(truncatingIfNeeded: place &* 8)
        }
        guard count > 8 else { return key }
        for place in 8..<min(count, 16) {
            key.high |= UInt64(bytes[place]) &<< UInt64(truncatingIfNeeded: place &* 8 &- 64)
        }
        guard count > 16 else { return key }
        for place in 16..<count {
            key.low = (key.low ^ UInt64(bytes[place])) &* 0x9E37_79B9_7F4A_7C15
            key.high = (key.high ^ key.low &>> 29) &* 0xBF58_476D_1CE4_E5B9
        }
        return key
    }

    private static func place(_ low: UInt64, _ high: UInt64, seed: UInt64) -> UInt64 {
        let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* (seed &* 2 &+ 0xBF58_476D_1CE4_E5B9)
        return mixed &>> 32 ^ mixed
    }

    private static func isPerfect(
        _ keys: [Key],
        seed: UInt64,
        mask: UInt64
    ) -> Bool {
        var taken: Set<UInt64> = []
        return keys.allSatisfy { taken.insert(place($0.low, $0.high, seed: seed) & mask).inserted }
    }
}
