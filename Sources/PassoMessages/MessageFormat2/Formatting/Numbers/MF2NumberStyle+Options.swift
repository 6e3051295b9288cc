internal import PassoICU

extension MF2NumberStyle {
    /// Sets an option; unknown names are none of ours and say nothing.
    ///
    /// - Returns: false for a value that the option does not have; then nothing is set.
    mutating func set(_ option: MF2ResolvedOption) -> Bool {
        guard let isSet = setWord(option) ?? setDigits(option) ?? setMeasure(option) else {
            return true
        }
        if isSet { list(option) }
        return isSet
    }

    /// Sets an option that has words for values; nil if there is none of this name.
    private mutating func setWord(_ option: MF2ResolvedOption) -> Bool? {
        func take<Word: RawRepresentable<String>>(_ word: inout Word?) -> Bool {
            guard let value = option.value.string.flatMap({ Word(rawValue: $0) }) else {
                return false
            }
            word = value
            return true
        }
        switch option.name {
        case "select": return take(&select)
        case "signDisplay": return take(&signDisplay)
        case "useGrouping": return take(&useGrouping)
        case "trailingZeroDisplay": return take(&trailingZeroDisplay)
        case "roundingPriority": return take(&roundingPriority)
        case "roundingMode": return take(&roundingMode)
        case "currencySign": return take(&currencySign)
        case "currencyDisplay": return take(&currencyDisplay)
        case "unitDisplay": return take(&unitDisplay)
        default: return nil
        }
    }

    /// Sets an option that is a number; nil if there is none of this name.
    private mutating func setDigits(_ option: MF2ResolvedOption) -> Bool? {
        func take(_ digits: inout Int?, atLeast least: Int = 0) -> Bool {
            guard let value = option.value.digitSize, value >= least else { return false }
            digits = value
            return true
        }
        switch option.name {
        case "minimumIntegerDigits": return take(&minimumIntegerDigits)
        case "minimumFractionDigits": return take(&minimumFractionDigits)
        case "maximumFractionDigits": return take(&maximumFractionDigits)
        // A number has at least one digit that counts.
        case "minimumSignificantDigits": return take(&minimumSignificantDigits, atLeast: 1)
        case "maximumSignificantDigits": return take(&maximumSignificantDigits, atLeast: 1)
        case "fractionDigits":
            if option.value.string == "auto" {
                fractionDigits = nil
                return true
            }
            return take(&fractionDigits)
        case "roundingIncrement":
            guard let value = option.value.string.flatMap({ Int($0) }),
                Self.increments.contains(value), option.value.string == "\(value)"
            else { return false }
            roundingIncrement = value
            return true
        default: return nil
        }
    }

    private static let increments: Set<Int> = [
        1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000,
    ]

    /// Sets a currency or a unit; nil if the option is neither.
    private mutating func setMeasure(_ option: MF2ResolvedOption) -> Bool? {
        switch option.name {
        case "currency":
            guard let code = option.value.string.flatMap(Self.currency) else { return false }
            currency = code
            return true
        case "unit":
            guard let name = option.value.string, Self.isUnit(name) else { return false }
            unit = name
            return true
        default: return nil
        }
    }

    /// A currency's code in capitals; nil for what is not three letters of ASCII.
    static func currency(_ code: String) -> String? {
        let isWellFormed =
            code.utf8.count == 3
            && code.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        return isWellFormed ? code.uppercased() : nil
    }

    /// Whether ICU can write a unit of this name.
    private static func isUnit(_ name: String) -> Bool {
        let isName =
            !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
        return isName && LocalizedNumbers.canRead(skeleton: "unit/\(name)")
    }
}

extension MF2Value {
    /// The value of a *digit size option*: `digit-size-option = "0" / (("1"-"9") [DIGIT])`.
    var digitSize: Int? {
        guard let text = string, text.utf8.count <= 2, let size = Int(text), size >= 0,
            text == "\(size)"
        else { return nil }
        return size
    }
}
