internal import PassoICU

/// The number of a numeric operand.
enum MF2Number: Sendable {
    /// A whole number of usual size.
    case integer(Int64)
    /// Any other finite number, exactly.
    case decimal(ShortestDecimal)
    /// An infinity, or what is no number.
    case special(Double)

    init(_ value: Double) {
        if let decimal = ShortestDecimal(value) {
            self = .decimal(decimal)
        } else {
            self = .special(value)
        }
    }

    /// Takes the operand of a numeric function (section *Numeric Operands*).
    ///
    /// - Throws: `badOperand` for what is no number, `unsupportedOperation` for one of more digits
    ///   than ``MessageLimits/maximumNumberDigits``.
    init(operand: (any MF2ResolvedValue)?) throws(MF2FunctionError) {
        if let operand = operand as? MF2NumberValue {
            self = operand.number
            return
        }
        switch operand?.value {
        case .integer(let value)?: self = .integer(value)
        case .double(let value)?: self.init(value)
        case .text(let text)?, .decimal(let text)?, .amount(let text, _)?:
            guard let literal = MF2NumberLiteral(text) else { throw .badOperand(text) }
            guard let decimal = literal.decimal else { throw .unsupportedOperation(text) }
            self = .decimal(decimal)
        case .instant?, .zoned?, .list?, .host?, nil: throw .badOperand("")
        }
    }

    /// The number as a decimal; nil for what is not finite.
    var decimal: ShortestDecimal? {
        switch self {
        case .integer(let value): ShortestDecimal(value)
        case .decimal(let value): value
        case .special: nil
        }
    }

    /// The number as a value for other functions.
    var value: MF2Value {
        switch self {
        case .integer(let value): .integer(value)
        case .decimal(let value): .decimal(value.text())
        case .special(let value): .double(value)
        }
    }

    /// The number in digits as the specification writes exact keys: without zeros at either end, and
    /// without a sign for zero (section *Exact Literal Match Serialization*).
    var string: String {
        switch self {
        case .integer(let value): "\(value)"
        case .decimal(let value): value.isZero ? "0" : value.text()
        case .special(let value): "\(value)"
        }
    }

    /// The number plus another one, or minus it.
    func sum(_ other: MF2Number, isNegative: Bool) -> MF2Number {
        if case .integer(let value) = self, case .integer(let change) = other {
            let (sum, overflows) =
                isNegative
                ? value.subtractingReportingOverflow(change)
                : value.addingReportingOverflow(change)
            if !overflows { return .integer(sum) }
        }
        guard let value = decimal, let change = other.decimal else { return self }
        return .decimal(value.sum(isNegative ? change.negated : change))
    }

    /// The number rounded to a whole one; what is below zero and rounded to it keeps its sign, as in
    /// ICU and in ECMA-402.
    func whole(_ rounding: DecimalRounding) -> MF2Number {
        guard case .decimal(var value) = self else { return self }
        value.round(toFraction: 0, rounding)
        if value.isZero, value.isNegative { return .decimal(value) }
        return Int64(value.text()).map { .integer($0) } ?? .decimal(value)
    }
}
