internal import PassoICU

/// The functions of the namespace `passo`, which write just as MessageFormat 1 does.
enum MF2PassoFunctions {
    static func number(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let skeleton = try skeleton(call)
        guard let format = call.formats.format(skeleton: skeleton) else {
            throw .badOption("skeleton")
        }
        let text: String
        switch call.operand?.value {
        case .integer(let value)?: text = format.text(value)
        case .double(let value)?: text = format.text(value)
        default:
            let number = try MF2Number(operand: call.operand)
            text = number.decimal.map { format.text($0) } ?? number.string
        }
        return MF2WrittenValue(call, text, type: "number")
    }

    static func date(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let skeleton = try skeleton(call)
        let moment = try MF2Moment(operand: call.operand)
        var zone = call.timeZone
        if case .floating = moment { zone = "UTC" }
        do {
            let instant = moment.instant(in: try LocalTimeZone.shared(for: zone))
            let dates = try LocalizedDates.shared(for: call.formats.rulesLocale, timeZone: zone)
            let text = try dates.text(instant, skeleton: skeleton)
            return MF2WrittenValue(call, text, type: "datetime")
        } catch {
            throw .badOption("skeleton")
        }
    }

    static func list(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        guard case .list(let items)? = call.operand?.value else { throw .badOperand("") }
        let word = call.option("style")?.value.string
        let style = word.flatMap(MessageListStyle.init)
        if call.option("style") != nil, style == nil { call.report(.badOption("style")) }
        var texts: [String] = []
        for item in items { texts.append(try call.formats.value(item).text()) }
        let text = call.formats.plain.list(texts, style ?? .and)
        return MF2WrittenValue(call, text, type: "list")
    }

    static func offset(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        try MF2NumberFunctions.offset(&call) { option in
            option.string.flatMap { MF2NumberLiteral($0)?.decimal }.map { .decimal($0) }
        }
    }

    private static func skeleton(_ call: MF2FunctionCall) throws(MF2FunctionError) -> String {
        guard let option = call.option("skeleton"), option.isLiteral,
            let skeleton = option.value.string
        else { throw .badOption("skeleton") }
        return skeleton
    }
}

/// A value that is written already.
private struct MF2WrittenValue: MF2ResolvedValue {
    let value: MF2Value
    let direction: MF2Direction
    let partType: String
    private let words: String

    init(_ call: MF2FunctionCall, _ words: String, type: String) {
        value = call.operand?.value ?? .text(words)
        direction = type == "list" ? .unknown : call.formats.direction
        partType = type
        self.words = words
    }

    func text() throws(MF2FunctionError) -> String { words }
}
