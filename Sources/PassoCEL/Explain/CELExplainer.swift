/// Finds out what decided a condition, by the program of values itself.
///
/// The program is compiled again without folding, so that each part has its own operand. It runs under
/// the budget of one evaluation; where that ends, parts are explained as a whole.
struct CELExplainer {
    typealias NodeID = CELExpression.NodeID

    let checked: CELCheckedExpression
    let limits: CELLimits
    /// Whether each node depends on no variable.
    let isClosed: [Bool]
    /// Whether each node reads a sensitive variable.
    let isSensitive: [Bool]
    private let machine: CELMachine
    private let operands: [NodeID: CELInstruction.Operand]
    private let values: CELSlotValues
    private var state: CELMachine.State
    private var steps = 0
    /// The names in reach, from the outside in; the first frame has none.
    var frames = [CELExplanationFrame()]
    /// What each node could come out as, with other data.
    var possible: [NodeID: CELGoal] = [:]

    init(_ source: CELProgramSource, _ values: CELSlotValues) {
        checked = source.checked
        limits = source.environment.limits
        let secret = source.environment.sensitiveSlots
        isClosed = Self.nodes(of: checked) {
            !$0.readsData
        } combine: {
            $0 && $1
        }
        isSensitive = Self.nodes(of: checked) {
            if case .variable(let slot) = $0 { secret.contains(slot) } else { false }
        } combine: {
            $0 || $1
        }
        var compiler = CELCompiler(checked, source.environment, isFolding: false)
        machine = CELMachine(compiler.run(), limits)
        operands = compiler.operands
        self.values = values
        state = CELMachine.State(machine.localCount)
    }

    /// Something that is known of each node by what it stands for and by its children.
    private static func nodes(
        of checked: CELCheckedExpression,
        _ own: (CELReference) -> Bool,
        combine: (Bool, Bool) -> Bool
    ) -> [Bool] {
        let neutral = combine(true, false) == false
        var result: [Bool] = []
        result.reserveCapacity(checked.expression.nodes.count)
        for (id, node) in checked.expression.nodes.enumerated() {
            var known = checked.references[id].map(own) ?? neutral
            for child in node.kind.children { known = combine(known, result[child]) }
            result.append(known)
        }
        return result
    }

    func node(_ id: NodeID) -> CELExpression.Node { checked.expression[id] }
}

/// The values that a program reads.
struct CELSlotValues {
    let data: [CELValue]
    let event: [CELValue]
    let inputs: [CELValue]
}

/// The names that a macro gives to values, and what was found out while they have these values.
struct CELExplanationFrame {
    /// The place of the first variable.
    var local = 0
    var variables: [Variable] = []
    /// Whether the values come from a sensitive variable.
    var isSensitive = false
    /// The node whose value has a name, in `cel.bind`.
    var bound: CELExpression.NodeID?
    var results: [CELExpression.NodeID: Result<CELValue, CELError>] = [:]
    var explained: [Question: CELExplainer.Explained] = [:]

    struct Variable {
        let name: String
        let value: CELValue

        init(_ name: String, _ value: CELValue) {
            self.name = name
            self.value = value
        }
    }

    struct Question: Hashable {
        let node: CELExpression.NodeID
        let goal: CELGoal
    }
}

extension CELReference {
    /// Whether the node's value may be another with other data.
    fileprivate var readsData: Bool {
        switch self {
        case .variable, .local, .unknown: true
        case .constant, .function: false
        }
    }
}

// MARK: - Evaluating

extension CELExplainer {
    /// The place of the next variable that a macro names.
    var localCount: Int { frames.reduce(0) { $0 + $1.variables.count } }

    /// The value of a part, where the names in reach have their present values.
    mutating func result(of id: NodeID) -> Result<CELValue, CELError> {
        if let known = frames[frames.count - 1].results[id] { return known }
        guard takeStep(), let operand = operands[id] else {
            return .failure(CELError(.limit, range: node(id).range))
        }
        for frame in frames {
            for (place, variable) in frame.variables.enumerated() {
                machine.give(variable.value, to: frame.local + place, &state)
            }
        }
        let result = evaluated(operand, node(id).range)
        frames[frames.count - 1].results[id] = result
        return result
    }

    private mutating func evaluated(
        _ operand: CELInstruction.Operand,
        _ range: Range<Int>
    ) -> Result<CELValue, CELError> {
        var running = state
        defer { state = running }
        do throws(CELError) {
            let value = try machine.value(
                operand,
                values.data.span,
                values.event.span,
                values.inputs.span,
                &running
            )
            return .success(value)
        } catch {
            var error = error
            if error.range.isEmpty { error.range = range }
            return .failure(error)
        }
    }

    /// How a condition came out.
    mutating func answer(_ id: NodeID) -> CELAnswer {
        switch result(of: id) {
        case .success(.bool(let answer)): return .bool(answer)
        case .success(let value):
            var error = CELError.noOverload("bool", [value])
            error.range = node(id).range
            return .error(error)
        case .failure(let error): return CELAnswer(.error(error))
        }
    }

    /// Counts a step of explaining.
    mutating func takeStep() -> Bool {
        steps += 1
        return steps <= limits.explanationSteps
    }
}

// MARK: - Masking

extension CELExplainer {
    /// Whether a part was computed from a sensitive variable.
    func isSecret(_ id: NodeID) -> Bool {
        if isSensitive[id] { return true }
        guard frames.contains(where: { $0.isSensitive }) else { return false }
        var pending = [id]
        while let next = pending.popLast() {
            if case .local(let place) = checked.references[next],
                frame(ofLocal: place)?.isSensitive == true
            {
                return true
            }
            pending += node(next).kind.children
        }
        return false
    }

    /// The frame that gives a variable its value.
    func frame(ofLocal place: Int) -> CELExplanationFrame? {
        frames.first { $0.local <= place && place < $0.local + $0.variables.count }
    }

    /// A value as the explanation shows it.
    func shown(_ value: CELValue, isSecret: Bool) -> CELShownValue {
        isSecret ? .masked : CELShownValue(value, bytes: limits.shownBytes)
    }

    /// A part with its value.
    mutating func operand(_ id: NodeID) -> CELExplanation.Operand {
        let value: CELShownValue =
            switch result(of: id) {
            case .success(let value): shown(value, isSecret: isSecret(id))
            case .failure(let error): .error(shown(error, isSecret: isSecret(id)))
            }
        return CELExplanation.Operand(range: node(id).range, text: text(of: id), value: value)
    }

    func text(of id: NodeID) -> String {
        checked.expression.text(of: id).shown(bytes: limits.shownBytes)
    }

    func shown(_ outcome: CELOutcome, isSecret: Bool) -> CELOutcome {
        guard case .error(let error) = outcome else { return outcome }
        return .error(shown(error, isSecret: isSecret))
    }

    /// An error with the facts that may be shown, each of them short.
    private func shown(_ error: CELError, isSecret: Bool) -> CELError {
        let facts = error.arguments.map { fact in
            let isShown = !isSecret || Self.harmless.contains(fact.name)
            let text = isShown ? fact.value.shown(bytes: limits.shownBytes) : CELShownValue.mask
            return CELArgument(fact.name, text)
        }
        return CELError(error.code, range: error.range, facts)
    }

    /// The facts of errors that come from the expression and not from a value.
    private static let harmless: Set<String> = ["function", "type", "limit"]
}
