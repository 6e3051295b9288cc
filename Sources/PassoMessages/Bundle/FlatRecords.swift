/// The records of a compiled table, as read from its bytes and as written to them.

/// A key with its message: steps, or the one text that the message is.
struct FlatEntry {
    static let stride = 16
    /// The bit of the key's length that says that the message is one text.
    private static let wholeBit: UInt32 = 1 << 31

    let keyStart: Int
    let keyLength: Int
    let isWhole: Bool
    /// The first step and the one after the last, or the place of the text.
    let start: Int
    let end: Int

    init(keyStart: Int, keyLength: Int, isWhole: Bool, start: Int, end: Int) {
        self.keyStart = keyStart
        self.keyLength = keyLength
        self.isWhole = isWhole
        self.start = start
        self.end = end
    }

    @inline(__always)
    init(_ view: FlatView, at place: Int) {
        let key = view.long(at: place)
        let message = view.long(at: place &+ 8)
        let length = UInt32(truncatingIfNeeded: key >> 32)
        keyStart = Int(key & 0xFFFF_FFFF)
        keyLength = Int(length & ~Self.wholeBit)
        isWhole = length & Self.wholeBit != 0
        start = Int(message & 0xFFFF_FFFF)
        end = Int(message >> 32)
    }

    func append(to bytes: inout FlatWriter) {
        bytes.append(keyStart)
        bytes.append(UInt32(clamping: keyLength) | (isWhole ? Self.wholeBit : 0))
        bytes.append(start)
        bytes.append(end)
    }
}

/// One step of a message.
struct FlatStep {
    static let stride = 16

    /// What a step does with its three numbers.
    enum Kind: UInt32 {
        /// Writes texts from the first number to the second.
        case text = 0
        /// Writes the argument whose name is the first number.
        case plain
        /// Writes it as a number, by the style and the skeleton of the others.
        case number
        /// Writes it as the number of a plural, less the offset whose bits are the others.
        case pluralNumber
        /// Writes it as a day.
        case date
        /// Writes it as a time of day.
        case time
        /// Writes it as several values, by `and` or, if the second number is 1, by `or`.
        case list
        /// Goes on where the choice of the first number says.
        case choose
        /// Goes on at the first number.
        case jump
    }

    var kind: UInt32
    var first: UInt32
    var second: UInt32
    var third: UInt32

    init(_ kind: Kind, _ first: Int, _ second: Int = 0, _ third: Int = 0) {
        self.kind = kind.rawValue
        self.first = UInt32(clamping: first)
        self.second = UInt32(clamping: second)
        self.third = UInt32(clamping: third)
    }

    init(pluralNumber name: Int, offset: Double) {
        kind = Kind.pluralNumber.rawValue
        first = UInt32(clamping: name)
        second = UInt32(truncatingIfNeeded: offset.bitPattern)
        third = UInt32(truncatingIfNeeded: offset.bitPattern >> 32)
    }

    @inline(__always)
    init(_ view: FlatView, at place: Int) {
        let low = view.long(at: place)
        let high = view.long(at: place &+ 8)
        kind = UInt32(truncatingIfNeeded: low)
        first = UInt32(truncatingIfNeeded: low >> 32)
        second = UInt32(truncatingIfNeeded: high)
        third = UInt32(truncatingIfNeeded: high >> 32)
    }

    /// Whether a whole number is written by this step as it is, in the usual form.
    @inline(__always)
    var isPlainNumber: Bool {
        kind == Kind.plain.rawValue
            || kind == Kind.number.rawValue && second <= NumberStyleCode.integer
            || kind == Kind.pluralNumber.rawValue && second | third == 0
    }

    var offset: Double { Double(bitPattern: UInt64(second) | UInt64(third) << 32) }

    func append(to bytes: inout FlatWriter) {
        bytes.append(kind)
        bytes.append(first)
        bytes.append(second)
        bytes.append(third)
    }
}

/// A selection: where each branch begins.
struct FlatChoice {
    static let stride = 64
    /// For a category that goes on where `other` does.
    static let absent = UInt32.max

    /// How a branch is chosen.
    enum Function: UInt32 {
        case select = 0, plural, ordinal
    }

    var name: Int
    var function: UInt32
    var offset: Double
    var exacts: Range<Int>
    var words: Range<Int>
    /// Where each plural category goes on, in the order of CLDR.
    var categories: [UInt32] = Array(repeating: Self.absent, count: 6)
    var other = 0
    var hasOther: Bool

    func append(to bytes: inout FlatWriter) {
        bytes.append(name)
        bytes.append(function)
        bytes.append(offset.bitPattern)
        bytes.append(exacts.lowerBound)
        bytes.append(exacts.count)
        bytes.append(words.lowerBound)
        bytes.append(words.count)
        for category in categories { bytes.append(category) }
        bytes.append(other)
        bytes.append(hasOther ? 1 : 0)
    }
}

/// A selection in its bytes, of which only what is needed is read.
struct FlatChoiceView {
    private let view: FlatView
    private let place: Int

    @inline(__always)
    init(_ view: FlatView, at place: Int) {
        self.view = view
        self.place = place
    }

    var name: Int { number(0) }
    var function: UInt32 { view.word(at: place &+ 4) }
    var offset: Double { Double(bitPattern: view.long(at: place &+ 8)) }
    var exactStart: Int { number(16) }
    var exactCount: Int { number(20) }
    var wordStart: Int { number(24) }
    var wordCount: Int { number(28) }
    func category(_ category: Int) -> UInt32 { view.word(at: place &+ 32 &+ 4 &* category) }
    var other: Int { number(56) }
    var hasOther: UInt32 { view.word(at: place &+ 60) }

    @inline(__always)
    private func number(_ offset: Int) -> Int { Int(view.word(at: place &+ offset)) }
}

/// An exact number and where it goes on.
struct FlatExact {
    static let stride = 16

    let number: Double
    let target: Int

    init(number: Double, target: Int) {
        self.number = number
        self.target = target
    }

    @inline(__always)
    init(_ view: FlatView, at place: Int) {
        number = Double(bitPattern: view.long(at: place))
        target = Int(view.word(at: place &+ 8))
    }

    func append(to bytes: inout FlatWriter) {
        bytes.append(number.bitPattern)
        bytes.append(target)
        bytes.append(0)
    }
}

/// A word of a `select` and where it goes on.
struct FlatWord {
    static let stride = 16

    let start: Int
    let length: Int
    let target: Int

    init(start: Int, length: Int, target: Int) {
        self.start = start
        self.length = length
        self.target = target
    }

    @inline(__always)
    init(_ view: FlatView, at place: Int) {
        start = Int(view.word(at: place))
        length = Int(view.word(at: place &+ 4))
        target = Int(view.word(at: place &+ 8))
    }

    func append(to bytes: inout FlatWriter) {
        bytes.append(start)
        bytes.append(length)
        bytes.append(target)
        bytes.append(0)
    }
}

/// Writes numbers in the little-endian order.
struct FlatWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
        }
    }

    mutating func append(_ value: UInt64) {
        append(UInt32(truncatingIfNeeded: value))
        append(UInt32(truncatingIfNeeded: value >> 32))
    }

    /// A count or a place; the limits of a table keep them within 32 bits.
    mutating func append(_ value: Int) { append(UInt32(clamping: value)) }

    mutating func append(_ text: [UInt8]) { bytes += text }
}
