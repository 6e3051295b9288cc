/// Compiles a checked expression into a flat program.
struct CELCompiler {
    typealias NodeID = CELExpression.NodeID
    typealias Operand = CELInstruction.Operand

    let checked: CELCheckedExpression
    let environment: CELEnvironment
    var code = CELCode()
    /// The height of the stack at the current instruction.
    var height = 0
    /// How many lists are being built at the current instruction.
    var builders = 0
    /// Whether each node depends on no variable.
    private var isClosed: [Bool]
    /// The outermost local of a macro that each node uses.
    private var outermostLocal: [Int]
    /// The values of the nodes that have been folded.
    var folded: [NodeID: CELValue] = [:]
    /// What remains to be spent on folding, in steps of macros.
    var foldingSteps = 10_000
    /// Constants of the program that are already in its table.
    var constantIndex: [CELValue: Int] = [:]

    init(_ checked: CELCheckedExpression, _ environment: CELEnvironment) {
        self.checked = checked
        self.environment = environment
        let count = checked.expression.nodes.count
        isClosed = Array(repeating: true, count: count)
        outermostLocal = Array(repeating: .max, count: count)
        findClosedNodes()
    }

    /// Compiles the whole expression.
    mutating func run() -> CELCode {
        fold(checked.expression.root, depth: 0)
        code.localCount = localCount
        height = code.localCount
        let root = checked.expression.root
        value(root, depth: 0)
        emit(CELInstruction(.end), root)
        guard code.instructions.count <= CELCode.maximumInstructions else {
            return tooLarge(root)
        }
        if checked.type == .bool || checked.type == .dyn { compileTests(root) }
        return code
    }

    /// The program that stands for one too large: an error.
    private mutating func tooLarge(_ root: NodeID) -> CELCode {
        code = CELCode()
        let limit = CELErrorCode.allCases.firstIndex(of: .limit) ?? 0
        emit(CELInstruction(.fail, left: constant("program"), target: limit), root)
        code.stackHeight = 1
        return code
    }

    /// The number of nested macros, each of which has one local.
    private var localCount: Int {
        var count = 0
        for case .local(let place) in checked.references { count = max(count, place + 1) }
        var depths = Array(repeating: 0, count: checked.expression.nodes.count)
        for (id, node) in checked.expression.nodes.enumerated() {
            for child in node.kind.children { depths[id] = max(depths[id], depths[child]) }
            if case .comprehension = node.kind { depths[id] += 1 }
        }
        return max(count, depths[checked.expression.root])
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
            if case .invalid = node.kind { isClosed[id] = false }
            if case .message = node.kind { isClosed[id] = false }
            for child in node.kind.children {
                if !isClosed[child] { isClosed[id] = false }
                outermostLocal[id] = min(outermostLocal[id], outermostLocal[child])
            }
        }
    }

    /// Whether the node's value is known before the program runs.
    private func isConstant(_ node: NodeID, depth: Int) -> Bool {
        isClosed[node] && outermostLocal[node] >= depth
    }
}

// MARK: - Emitting

extension CELCompiler {
    @discardableResult
    mutating func emit(_ instruction: CELInstruction, _ node: NodeID) -> Int {
        code.instructions.append(instruction)
        code.ranges.append(checked.expression[node].range)
        return code.instructions.count - 1
    }

    /// Lets an instruction jump to the next one.
    mutating func land(_ instruction: Int) {
        code.instructions[instruction].target = UInt16(
            truncatingIfNeeded: code.instructions.count
        )
    }

    mutating func push(_ count: Int = 1) {
        height += count
        code.stackHeight = max(code.stackHeight, height)
    }

    mutating func pop(_ operands: Operand...) {
        for operand in operands where operand.place == .stack { height -= 1 }
    }

    mutating func constant(_ value: CELValue) -> Operand {
        if case .double = value {
        } else if let known = constantIndex[value], code.constants[known].isSame(as: value) {
            return Operand(.constant, known)
        }
        code.constants.append(value)
        constantIndex[value] = code.constants.count - 1
        return Operand(.constant, code.constants.count - 1)
    }
}

// MARK: - Folding

extension CELCompiler {
    /// Evaluates the largest parts that depend on nothing; what fails stays code, so that the error
    /// comes when the program runs.
    mutating func fold(_ node: NodeID, depth: Int) {
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
        if case .comprehension(let macro) = kind {
            fold(macro.range, depth: depth)
            for part in [macro.predicate, macro.transform].compactMap({ $0 }) {
                fold(part, depth: depth + 1)
            }
        } else {
            for child in kind.children { fold(child, depth: depth) }
        }
    }

    private mutating func evaluated(_ node: NodeID, _ depth: Int) -> CELValue? {
        if case .constant(let value) = checked.references[node] { return value }
        guard foldingSteps > 0 else { return nil }
        var part = self
        part.code = CELCode()
        part.code.localCount = localCount
        part.height = part.code.localCount
        part.value(node, depth: depth)
        part.emit(CELInstruction(.end), node)
        var limits = environment.limits
        limits.iterations = min(limits.iterations, foldingSteps)
        let (result, steps) = CELMachine(part.code, limits).run()
        foldingSteps -= steps + part.code.instructions.count
        guard case .success(let value) = result else { return nil }
        return value
    }
}

extension CELReference {
    /// Whether the node stands for itself, whatever its children are.
    var isWhole: Bool {
        switch self {
        case .variable, .constant, .unknown: true
        case .local, .function: false
        }
    }
}
