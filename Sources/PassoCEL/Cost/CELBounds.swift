/// How large a value may be at most: what the worst case of an expression is reckoned from.
///
/// ```swift
/// environment.declare("title", .string, at: title, bounds: .text(bytes: 2_000))
/// environment.declare("tags", .list(.string), at: tags, bounds: .list(10, of: .text(bytes: 200)))
/// ```
///
/// A value without bounds is taken to be within ``CELLimits``: its texts no longer than
/// ``CELLimits/resultBytes``, its lists and maps no larger than ``CELLimits/resultElements``, and all
/// that is in it together no heavier than one such text and one such list of small values.
public struct CELBounds: Hashable, Sendable {
    /// The value itself, then its elements or values, then theirs.
    var levels: [Level]
    /// Whether what lies deeper than the last level is as large as that; else it is scalar.
    var isOpen: Bool

    /// What is known of the values at one depth.
    struct Level: Hashable, Sendable {
        var bytes: UInt64 = 0
        var count: UInt64 = 0
        /// The bytes of a map's keys; `nil` where there is no map.
        var keyBytes: UInt64?
        /// The largest integer.
        var integer: UInt64 = .max
        var weight: UInt64 = 1

        static let scalar = Level()
        static let unbounded = Level(bytes: .max, count: .max, keyBytes: .max, weight: .max)
    }

    /// Nothing is known.
    public static let unbounded = CELBounds([.unbounded], isOpen: true)

    /// Numbers, truth values, timestamps, durations, types and `null`.
    public static let scalar = CELBounds([.scalar])

    init(_ levels: [Level], isOpen: Bool = false) {
        self.levels = levels
        self.isOpen = isOpen
    }

    /// Integers of at most `largest`.
    public static func integer(upTo largest: UInt64) -> CELBounds {
        CELBounds([Level(integer: largest)])
    }

    /// Texts, or bytes, of at most so many bytes.
    public static func text(bytes: UInt64) -> CELBounds {
        CELBounds([Level(bytes: bytes, weight: CELUnits.weight(bytes: bytes))])
    }

    /// Texts of at most so many code points, each of which takes up to 4 bytes.
    public static func text(codePoints: UInt64) -> CELBounds { text(bytes: codePoints.times(4)) }

    /// Lists of at most so many elements, each within the given bounds.
    public static func list(_ count: UInt64, of element: CELBounds = .unbounded) -> CELBounds {
        var level = Level(count: count)
        level.weight = level.weight(below: element.weight)
        return element.wrapped(in: level)
    }

    /// Maps of at most so many entries.
    ///
    /// - Parameters:
    ///   - count: the most entries.
    ///   - keys: the bounds of each key, which is no list or map.
    ///   - values: the bounds of each value.
    /// - Returns: the bounds of the maps.
    public static func map(
        _ count: UInt64,
        keys: CELBounds = .unbounded,
        values: CELBounds = .unbounded
    ) -> CELBounds {
        var level = Level(count: count, keyBytes: keys.bytes)
        level.weight = level.weight(below: values.weight)
        return values.wrapped(in: level)
    }

    /// Optional values within the given bounds.
    public static func optional(_ value: CELBounds) -> CELBounds { list(1, of: value) }

    private func wrapped(in level: Level) -> CELBounds {
        CELBounds([level] + levels, isOpen: isOpen)
    }
}

extension CELBounds {
    /// The most bytes of a text or of bytes.
    public var bytes: UInt64 { levels[0].bytes }

    /// The most elements of a list, or entries of a map.
    public var count: UInt64 { levels[0].count }

    /// The largest integer.
    public var integer: UInt64 { levels[0].integer }

    /// The most that it costs to go through the whole value once, in units.
    public var weight: UInt64 { levels[0].weight }

    /// The largest size.
    public var size: CELSize { CELSize(bytes: bytes, count: count, weight: weight) }

    /// The bounds of the elements of a list, of the values of a map, of an optional's value.
    public var element: CELBounds {
        if levels.count > 1 { return CELBounds(Array(levels.dropFirst()), isOpen: isOpen) }
        return isOpen ? self : .scalar
    }

    /// The bounds of the keys of a map.
    public var key: CELBounds { .text(bytes: levels[0].keyBytes ?? 0) }

    /// What a macro's first variable goes through: the elements of a list or the keys of a map.
    var elementOrKey: CELBounds {
        levels[0].keyBytes == nil ? element : element.merged(with: key)
    }

    /// Bounds for whatever is part of a part.
    var anyPart: CELBounds {
        let below = element.element
        guard let first = below.levels.first else { return .scalar }
        let most = below.levels.dropFirst().reduce(first) { $0.merged(with: $1) }
        return CELBounds([most], isOpen: true).merged(with: element)
    }

    /// Bounds that hold for the values of both.
    public func merged(with other: CELBounds) -> CELBounds {
        var merged = CELBounds([], isOpen: isOpen || other.isOpen)
        for place in 0..<max(levels.count, other.levels.count) {
            merged.levels.append(level(place).merged(with: other.level(place)))
        }
        return merged
    }

    func level(_ place: Int) -> Level {
        place < levels.count ? levels[place] : isOpen ? levels[levels.count - 1] : .scalar
    }
}

extension CELBounds.Level {
    func merged(with other: CELBounds.Level) -> CELBounds.Level {
        CELBounds.Level(
            bytes: max(bytes, other.bytes),
            count: max(count, other.count),
            keyBytes: largest(keyBytes, other.keyBytes),
            integer: max(integer, other.integer),
            weight: max(weight, other.weight)
        )
    }

    private func largest(_ first: UInt64?, _ second: UInt64?) -> UInt64? {
        guard let first, let second else { return first ?? second }
        return max(first, second)
    }

    /// What the entries or elements weigh, the values of which weigh so much each.
    func weight(below: UInt64) -> UInt64 {
        let key = keyBytes.map { CELUnits.weight(bytes: $0).plus(CELUnits.entryWeight) } ?? 0
        return count.times(below.plus(key)).plus(1)
    }
}
