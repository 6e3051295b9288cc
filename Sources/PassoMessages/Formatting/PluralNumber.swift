/// The number that a plural speaks of, less its offset.
enum PluralNumber {
    case whole(Int64)
    case fraction(Double)

    /// Nil if the value is no number.
    init?(_ value: MessageArgument, less offset: Double) {
        switch value {
        case .int(let number):
            if offset == 0 {
                self = .whole(number)
            } else if let exact = Int64(exactly: offset),
                case let (less, overflows) = number.subtractingReportingOverflow(exact), !overflows
            {
                self = .whole(less)
            } else {
                self = .fraction(Double(number) - offset)
            }
        case .double(let number): self = .fraction(number - offset)
        case .string, .instant, .label, .message, .list: return nil
        }
    }

    /// The value itself, for `=N`; nil if it is no number.
    static func exact(_ value: MessageArgument) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number
        case .string, .instant, .label, .message, .list: nil
        }
    }
}
