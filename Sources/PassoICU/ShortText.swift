/// A whole number as a language writes it, in a value that needs no memory of its own.
///
/// For whoever puts a text together in a buffer: nothing is allocated.
public struct ShortText: Sendable {
    /// The UTF-8 of the text, at the end: room for 19 digits of one byte, and six group marks and a
    /// minus sign of up to four bytes each.
    public private(set) var bytes = InlineArray<48, UInt8>(repeating: 0)
    /// Where in ``bytes`` the text begins.
    public private(set) var start = 48

    @inline(__always)
    mutating func prepend(_ byte: UInt8) {
        start &-= 1
        bytes[start] = byte
    }

    @inline(__always)
    mutating func prepend(_ symbol: ShortSymbols.Symbol) {
        for shift in 0..<symbol.count {
            prepend(UInt8(truncatingIfNeeded: symbol.reversed >> UInt32(8 * shift)))
        }
    }
}

/// The digits and marks of a language whose digits are single bytes in a row.
struct ShortSymbols: Sendable {
    /// Up to four bytes, the last one lowest.
    struct Symbol: Sendable {
        let reversed: UInt32
        let count: Int

        init?(_ bytes: ArraySlice<UInt8>) {
            guard bytes.count <= 4 else { return nil }
            reversed = bytes.reduce(0) { $0 << 8 | UInt32($1) }
            count = bytes.count
        }
    }

    let zero: UInt8
    let group: Symbol
    let minus: Symbol
    let primary: Int
    let secondary: Int

    /// Nil where digits or marks are longer, or where numbers have no groups.
    init?(_ symbols: NumberSymbols) {
        guard let zero = symbols.texts.digitZero, symbols.primary > 0,
            let group = Symbol(symbols.texts[NumberSymbols.Place.group]),
            let minus = Symbol(symbols.texts[NumberSymbols.Place.minus])
        else { return nil }
        self.zero = zero
        self.group = group
        self.minus = minus
        primary = symbols.primary
        secondary = symbols.secondary
    }
}

extension LocalizedNumbers {
    /// A whole number, without memory of its own.
    ///
    /// - Returns: nil for the few languages whose digits take several bytes; ``text(_:)-(Int64)``
    ///   writes those.
    @inline(__always)
    public func shortText(_ value: Int64) -> ShortText? {
        guard let symbols = short else { return nil }
        var text = ShortText()
        var rest = value.magnitude
        var place = 0
        var next = symbols.primary
        repeat {
            if place == next {
                text.prepend(symbols.group)
                next &+= symbols.secondary
            }
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            text.prepend(symbols.zero &+ UInt8(truncatingIfNeeded: digit))
            rest = quotient
            place &+= 1
        } while rest > 0
        if value < 0 { text.prepend(symbols.minus) }
        return text
    }
}
