/// Compiles a checked expression into a flat program.
struct CELCompiler {
    typealias NodeID = CELExpression.NodeID
    typealias Operand = CELInstruction.Operand

    let checked: CELCheckedExpression
    let environment: CELEnvironment
    var code = CELCode()
    /// The values of the nodes that have been folded.
    var folded: [NodeID: CELValue] = [:]
    /// Whether parts that depend on nothing are evaluated now; without, each part keeps its operand.
    let isFolding: Bool
    /// Where the value of each node lies, in a program without folding.
    private(set) var operands: [NodeID: Operand] = [:]
    /// What remains to be spent on folding, in units.
    private var foldingBudget: UInt64 = 100_000
    /// Whether each node depends on no variable.
    private var isClosed: [Bool]
    /// The outermost variable of a macro that each node uses.
    private var outermostLocal: [Int]
    /// What the open names of macros stand for, innermost last.
    var bindings: [CELBinding] = []
    /// The first free place among the locals, and the first that was never used.
    var freeLocal = 0
    var unusedLocal = 0
    /// How many macros that repeat are open.
    var openLoops = 0
    /// Constants that are already in the program's table.
    private var constantIndex: [CELValue: Int] = [:]

    init(
        _ checked: CELCheckedExpression,
        _ environment: CELEnvironment,
        isFolding: Bool = true
    ) {
        self.isFolding = isFolding
        self.checked = checked
        self.environment = environment
        let count = checked.expression.nodes.count
        isClosed = Array(repeating: true, count: count)
        outermostLocal = Array(repeating: .max, count: count)
        findClosedNodes()
    }

    /// Compiles the whole expression.
    mutating func run() -> CELCode {
        let root = checked.expression.root
        if isFolding { fold(root, depth: 0) }
        code.root = operand(root)
        if isFolding, checked.type == .bool || checked.type == .dyn { compileTests(root) }
        code.localCount = unusedLocal
        return code.isTooLarge ? tooLarge(root) : code
    }

    /// The program that stands for one too large: an error.
    private mutating func tooLarge(_ root: NodeID) -> CELCode {
        code = CELCode()
        constantIndex = [:]
        code.root = fail(.limit, "program", root)
        return code
    }

    private mutating func findClosedNodes() {
        // Children come before their parents.
        for (id, node) in checked.expression.nodes.enumerated() {
            switch checked.references[id] {
            case .variable, .unknown: isClosed[id] = false
            case .local(let place): outermostLocal[id] = place
            case .constant: continue
            case .function, nil: break
            }
            switch node.kind {
            case .invalid, .message: isClosed[id] = false
            default: break
            }
            for child in node.kind.children {
                if !isClosed[child] { isClosed[id] = false }
                outermostLocal[id] = min(outermostLocal[id], outermostLocal[child])
            }
        }
    }
}

// MARK: - Emitting

extension CELCompiler {
    /// Adds an instruction; other instructions name its value by the result.
    ///
    /// Those operands that it does not name itself are in `uses`.
    mutating func emit(
        _ instruction: CELInstruction,
        _ node: NodeID,
        uses: [Operand] = []
    ) -> Operand {
        var height = 0
        for use in uses { height = max(height, self.height(use)) }
        for (place, index) in [
            (instruction.leftPlace, instruction.left), (instruction.rightPlace, instruction.right),
        ] {
            guard let place = CELInstruction.Place(rawValue: place) else { continue }
            height = max(height, self.height(Operand(place, Int(index))))
        }
        code.instructions.append(instruction)
        code.ranges.append(checked.expression[node].range)
        code.heights.append(height + 1)
        return Operand(.node, code.instructions.count - 1)
    }

    /// Notes where the value of a node lies.
    mutating func keep(_ operand: Operand, of node: NodeID) -> Operand {
        if !isFolding { operands[node] = operand }
        return operand
    }

    /// How deep the evaluation of an operand nests.
    func height(_ operand: Operand) -> Int {
        switch operand.place {
        case .node: code.heights[Int(operand.index)]
        case .lazy: height(code.lazies[Int(operand.index)].operand) + 1
        case .constant, .data, .event, .inputs, .local: 0
        }
    }

    mutating func constant(_ value: CELValue) -> Operand {
        // To look for a value that is much larger than its parts could take longer than all the rest.
        guard value.weight <= 1_000 else {
            code.constants.append(value)
            return Operand(.constant, code.constants.count - 1)
        }
        if let known = constantIndex[value], code.constants[known].isSame(as: value) {
            return Operand(.constant, known)
        }
        code.constants.append(value)
        if value.isShareable { constantIndex[value] = code.constants.count - 1 }
        return Operand(.constant, code.constants.count - 1)
    }

    mutating func fail(_ error: CELErrorCode, _ name: String, _ node: NodeID) -> Operand {
        let index = CELErrorCode.allCases.firstIndex(of: error) ?? 0
        return emit(CELInstruction(.fail, left: constant(CELValue(name)), target: index), node)
    }
}

// MARK: - Folding

extension CELCompiler {
    /// Whether the node's value is known before the program runs.
    private func isConstant(_ node: NodeID, depth: Int) -> Bool {
        isClosed[node] && outermostLocal[node] >= depth
    }

    /// Evaluates the largest parts that depend on nothing; what fails stays code, so that the error
    /// comes when the program runs.
    private mutating func fold(_ node: NodeID, depth: Int) {
        let kind = checked.expression[node].kind
        if case .literal(let literal) = kind {
            folded[node] = literal.value
            return
        }
        if isConstant(node, depth: depth), let value = evaluated(node, depth) {
            folded[node] = value
            return
        }
        if checked.references[node]?.isWhole == true { return }
        switch kind {
        case .comprehension(let macro):
            fold(macro.range, depth: depth)
            for part in [macro.predicate, macro.transform].compactMap({ $0 }) {
                fold(part, depth: depth + (macro.variable2 == nil ? 1 : 2))
            }
        case .block(let values, let result):
            for (place, value) in (values + [result]).enumerated() {
                fold(value, depth: depth + place)
            }
        default: for child in kind.children { fold(child, depth: depth) }
        }
    }

    private mutating func evaluated(_ node: NodeID, _ depth: Int) -> CELValue? {
        if case .constant(let value) = checked.references[node] { return value }
        guard foldingBudget > 0 else { return nil }
        var part = self
        part.code = CELCode()
        part.constantIndex = [:]
        part.bindings = Array(repeating: .local(0), count: depth)
        part.code.root = part.operand(node)
        part.code.localCount = part.unusedLocal
        guard !part.code.isTooLarge else { return nil }
        var limits = environment.limits
        limits.cost = min(limits.cost, foldingBudget)
        let (result, spent) = CELMachine(part.code, limits).run()
        let cost = spent.plus(UInt64(part.code.instructions.count))
        foldingBudget -= min(foldingBudget, cost)
        guard case .success(let value) = result else { return nil }
        return value
    }
}

extension CELValue {
    /// Whether values that are the same as this one can stand for it: 0.0 cannot for -0.0.
    fileprivate var isShareable: Bool {
        switch self {
        case .double(let number): number != 0
        case .list, .map, .optional, .object: false
        default: true
        }
    }
}

extension CELReference {
    /// Whether the node stands for itself, whatever its children are.
    fileprivate var isWhole: Bool {
        switch self {
        case .variable, .constant, .unknown: true
        case .local, .function: false
        }
    }
}
