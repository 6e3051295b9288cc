/// The names and declarations of the selectors that a message of MessageFormat 1 needs.
struct MF2SelectorNames {
    /// What a message does with one argument.
    private struct Uses {
        /// Whether it is written otherwise than as the number of a choice.
        var isWritten = false
        var functions: Set<MessageSelection.Function> = []
    }

    private var uses: [String: Uses] = [:]
    private(set) var declarations: [MF2Declaration] = []
    private var declared: Set<String> = []

    init(_ pattern: MessagePattern) { note(pattern) }

    private mutating func note(_ pattern: MessagePattern) {
        for element in pattern.elements {
            switch element {
            case .text: break
            case .placeholder(let expression):
                if case .pluralNumber = expression.function { continue }
                uses[expression.variable, default: Uses()].isWritten = true
            case .selection(let selection):
                uses[selection.variable, default: Uses()].functions.insert(selection.function)
                for variant in selection.variants { note(variant.pattern) }
            }
        }
    }

    /// The name of the selector for a selection, which is declared by the way.
    mutating func name(of selection: MessageSelection) -> String {
        let variable = MF2Name.encoded(selection.variable)
        let uses = uses[selection.variable] ?? Uses()
        guard selection.function != .select else {
            let isFree = !uses.isWritten && uses.functions == [.select]
            return word(variable, isFree: isFree)
        }
        let isFree = !uses.isWritten && !uses.functions.contains(.select)
        let isOrdinal = selection.function.isOrdinal
        if isFree, isOrdinal, uses.functions == [.ordinal(offset: 0)] {
            input(variable, number(isOrdinal: true))
            return variable
        }
        var name = plain(variable, isFree: isFree)
        let offset = selection.function.offset
        if offset != 0 {
            let less =
                variable + (offset < 0 ? ".more" : ".less")
                + PatternNumber.text(offset.magnitude)
            local(less, of: name, Self.offset(offset))
            name = less
        }
        guard isOrdinal else { return name }
        let ordinal = (offset == 0 ? variable : name) + ".ordinal"
        local(ordinal, of: name, MF2FunctionNames.named("number", [("select", "ordinal")]))
        return ordinal
    }

    private mutating func word(_ variable: String, isFree: Bool) -> String {
        let function = MF2FunctionNames.named("string", [])
        if isFree {
            input(variable, function)
            return variable
        }
        local(variable + ".word", of: variable, function)
        return variable + ".word"
    }

    private mutating func plain(_ variable: String, isFree: Bool) -> String {
        if isFree {
            input(variable, number(isOrdinal: false))
            return variable
        }
        local(variable + ".number", of: variable, number(isOrdinal: false))
        return variable + ".number"
    }

    private func number(isOrdinal: Bool) -> MF2Function {
        let ordinal = [(name: "select", value: "ordinal")]
        return MF2FunctionNames.named(
            "number",
            (isOrdinal ? ordinal : []) + MF2FunctionNames.grouping
        )
    }

    /// `:offset` takes whole numbers up to 99; ours takes any, below nothing too.
    private static func offset(_ offset: Double) -> MF2Function {
        let isSmall = offset == offset.rounded() && offset.magnitude < 100
        return MF2FunctionNames.named(
            isSmall ? "offset" : "passo:offset",
            [(offset < 0 ? "add" : "subtract", PatternNumber.text(offset.magnitude))]
        )
    }

    private mutating func input(_ name: String, _ function: MF2Function) {
        guard declared.insert(name).inserted else { return }
        let expression = MF2Expression(operand: .variable(name), function: function)
        declarations.append(.input(MF2Variable(name: name), expression))
    }

    private mutating func local(_ name: String, of operand: String, _ function: MF2Function) {
        guard declared.insert(name).inserted else { return }
        let expression = MF2Expression(operand: .variable(operand), function: function)
        declarations.append(.local(MF2Variable(name: name), expression))
    }
}

extension MessageSelection.Function {
    fileprivate var isOrdinal: Bool { if case .ordinal = self { true } else { false } }
}
