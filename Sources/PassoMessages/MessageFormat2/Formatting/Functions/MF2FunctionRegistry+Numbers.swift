internal import PassoICU

/// The numeric functions (section *Numeric Value Selection and Formatting*).
enum MF2NumberFunctions {
    static func number(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        var style = inherited(&call, .number, select: call.option("select"))
        take(numberOptions, &style, &call)
        return MF2NumberValue(number: number, style: style, formats: call.formats)
    }

    static func integer(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        var style = inherited(
            &call,
            .integer,
            select: call.option("select"),
            without: ["minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits"]
        )
        take(integerOptions, &style, &call)
        // The specification leaves it open how; ICU takes the even one of two.
        let whole = number.whole(style.roundingMode ?? .halfEven)
        return MF2NumberValue(number: whole, style: style, formats: call.formats)
    }

    static func offset(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        try offset(&call) { option in option.digitSize.map { .integer(Int64($0)) } }
    }

    /// Adds or subtracts what exactly one of the two options says.
    ///
    /// - Parameters:
    ///   - call: the call of the function.
    ///   - change: reads the value of the option; nil for one that it does not have.
    /// - Returns: the changed number, with the options of the operand.
    /// - Throws: `badOperand` for what is no number, `badOption` for other options than one.
    static func offset(
        _ call: inout MF2FunctionCall,
        by change: (MF2Value) -> MF2Number?
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        let (add, subtract) = (call.option("add"), call.option("subtract"))
        guard let option = add ?? subtract, add == nil || subtract == nil,
            let change = change(option.value)
        else { throw .badOption(add == nil && subtract != nil ? "subtract" : "add") }
        return MF2NumberValue(
            number: number.sum(change, isNegative: add == nil),
            style: inherited(&call, .number, select: nil),
            formats: call.formats
        )
    }

    static func percent(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        var style = inherited(
            &call,
            .percent,
            select: nil,
            without: ["minimumIntegerDigits", "roundingIncrement", "select"]
        )
        take(percentOptions, &style, &call)
        return MF2NumberValue(number: number, style: style, formats: call.formats)
    }

    static func currency(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        var style = inherited(&call, .currency, select: nil, without: ["select", "unit"])
        if case .amount(_, let code)? = call.operand?.value {
            style.currency = MF2NumberStyle.currency(code)
            if style.currency == nil { throw .badOperand(code) }
        }
        let own = style.currency
        if let option = call.option("currency"),
            option.value.string.flatMap(MF2NumberStyle.currency) == nil
        {
            throw .badOption("currency")
        }
        take(currencyOptions, &style, &call)
        if let own, style.currency != own {
            // The currency of an amount is not another one by being called so.
            style.currency = own
            call.report(.badOption("currency"))
        }
        if style.currency == nil { throw .badOperand("currency") }
        return MF2NumberValue(number: number, style: style, formats: call.formats)
    }

    static func unit(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let number = try MF2Number(operand: call.operand)
        var style = inherited(&call, .unit, select: nil, without: ["select", "currency"])
        let own = style.unit
        take(unitOptions, &style, &call)
        if let own, style.unit != own {
            style.unit = own
            call.report(.badOption("unit"))
        }
        if style.unit == nil {
            throw call.option("unit") == nil ? .badOperand("unit") : .badOption("unit")
        }
        // Amounts are not converted to what the reader's country prefers.
        if call.option("usage") != nil { call.report(.unsupportedOperation("usage")) }
        return MF2NumberValue(number: number, style: style, formats: call.formats)
    }
}

extension MF2NumberFunctions {
    /// The options that come with the operand, without those of some names.
    ///
    /// What an operand's option `select` says cannot be chosen by, unless the expression says it, too.
    private static func inherited(
        _ call: inout MF2FunctionCall,
        _ kind: MF2NumberStyle.Kind,
        select: MF2ResolvedOption?,
        without names: [String] = []
    ) -> MF2NumberStyle {
        var style = MF2NumberStyle(kind)
        if let value = call.operand as? MF2NumberValue {
            style = value.style
            style.kind = kind
        } else {
            // What a host's value brings may be of other functions.
            for option in call.operand?.options ?? [] { _ = style.set(option) }
        }
        style.discard(names)
        if kind == .number || kind == .integer,
            style.listed.contains(where: { $0.name == "select" }),
            select == nil
        {
            style.isSelectable = false
            call.report(.badOption("select"))
        }
        return style
    }

    /// Takes the expression's own options of these names, and reports those that it has no use for.
    private static func take(
        _ names: Set<String>,
        _ style: inout MF2NumberStyle,
        _ call: inout MF2FunctionCall
    ) {
        for option in call.options where names.contains(option.name) {
            if !style.set(option) {
                if option.name == "unit", style.unit == nil { continue }
                call.report(.badOption(option.name))
            } else if option.name == "select" {
                style.isSelectable = option.isLiteral
                if !option.isLiteral { call.report(.badOption(option.name)) }
            }
        }
        style.settle(call.options, &call)
    }

    private static let integerOptions: Set<String> = [
        "select", "signDisplay", "useGrouping", "minimumIntegerDigits", "maximumSignificantDigits",
    ]

    private static let roundingOptions: Set<String> = [
        "minimumSignificantDigits", "maximumSignificantDigits", "roundingPriority", "roundingMode",
    ]

    private static let percentOptions = roundingOptions.union([
        "signDisplay", "useGrouping", "minimumFractionDigits", "maximumFractionDigits",
        "trailingZeroDisplay",
    ])

    private static let numberOptions = percentOptions.union([
        "select", "minimumIntegerDigits", "roundingIncrement",
    ])

    private static let currencyOptions = roundingOptions.union([
        "currency", "currencySign", "currencyDisplay", "useGrouping", "minimumIntegerDigits",
        "fractionDigits", "trailingZeroDisplay", "roundingIncrement",
    ])

    private static let unitOptions = roundingOptions.union([
        "unit", "unitDisplay", "signDisplay", "useGrouping", "minimumIntegerDigits",
        "minimumFractionDigits", "maximumFractionDigits", "roundingIncrement",
    ])
}

extension MF2NumberStyle {
    /// Sees to options that contradict each other: the expression's own win over those of the operand,
    /// and of two of its own the second one is left out.
    fileprivate mutating func settle(_ own: [MF2ResolvedOption], _ call: inout MF2FunctionCall) {
        let isOwn = { (name: String) in own.contains { $0.name == name } }
        func settle(_ least: inout Int?, _ most: inout Int?, _ name: String) {
            guard let fewest = least, let limit = most, fewest > limit else { return }
            if isOwn("minimum" + name) {
                if isOwn("maximum" + name) { call.report(.badOption("maximum" + name)) }
                most = fewest
            } else {
                least = limit
            }
        }
        settle(&minimumFractionDigits, &maximumFractionDigits, "FractionDigits")
        settle(&minimumSignificantDigits, &maximumSignificantDigits, "SignificantDigits")
        let isBySignificant =
            minimumSignificantDigits != nil || maximumSignificantDigits != nil
            || (roundingPriority ?? .auto) != .auto
        if (roundingIncrement ?? 1) > 1, isBySignificant {
            // ECMA-402: increments are of digits after the point alone.
            if isOwn("roundingIncrement") { call.report(.badOption("roundingIncrement")) }
            roundingIncrement = nil
        }
    }
}
