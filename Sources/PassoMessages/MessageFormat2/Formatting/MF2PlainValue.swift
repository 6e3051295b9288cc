internal import PassoICU

/// A value without a function, written as MessageFormat 1 writes a bare argument: numbers with their
/// digits grouped and at most three decimals, instants as a short date and time, lists joined with
/// the language's “and”.
///
/// The specification leaves this to implementations (section *Expression Resolution*).
struct MF2PlainValue: MF2ResolvedValue {
    let value: MF2Value
    let formats: MF2Formats

    var partType: String {
        switch value {
        case .text, .host: "string"
        case .integer, .double, .decimal: "number"
        case .instant, .zoned: "datetime"
        case .amount: "currency"
        case .list: "list"
        }
    }

    var direction: MF2Direction {
        switch value {
        case .integer, .double, .decimal, .instant, .zoned, .amount: formats.direction
        case .text, .list, .host: .unknown
        }
    }

    func text() throws(MF2FunctionError) -> String {
        try text(of: value, depth: MessageLimits.standard.maximumMessageDepth)
    }

    private func text(of value: MF2Value, depth: Int) throws(MF2FunctionError) -> String {
        switch value {
        case .text(let text): return text
        case .integer(let number): return formats.plain.text(number)
        case .double(let number): return formats.plain.text(number)
        case .decimal: return try number().text(formats, Self.numberStyle)
        case .instant(let milliseconds), .zoned(let milliseconds, _):
            return formats.plain.text(milliseconds, date: .short, time: .short)
                ?? formats.plain.utcText(milliseconds, date: .short, time: .short)
                ?? "\(milliseconds)"
        case .amount(_, let currency):
            var style = MF2NumberStyle(.currency)
            style.currency = currency
            return try number().text(formats, style)
        case .list(let items):
            guard depth > 0 else { throw .unsupportedOperation("list") }
            var texts: [String] = []
            for item in items { texts.append(try text(of: item, depth: depth - 1)) }
            return formats.plain.list(texts, .and)
        case .host(let own): return try own.text()
        }
    }

    func fields() throws(MF2FunctionError) -> [MF2Field] {
        switch value {
        case .integer, .double, .decimal: try number().fields(formats, Self.numberStyle)
        default: []
        }
    }

    private func number() throws(MF2FunctionError) -> MF2Number { try MF2Number(operand: self) }

    /// Just as ``LanguageFormats`` writes numbers.
    private static let numberStyle: MF2NumberStyle = {
        var style = MF2NumberStyle(.number)
        style.useGrouping = .always
        style.roundingMode = .halfEven
        return style
    }()
}
