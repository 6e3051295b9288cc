/// Compiles a checked expression into a flat program.
struct CELCompiler {
    typealias NodeID = CELExpression.NodeID
    typealias Operand = CELInstruction.Operand

    let checked: CELCheckedExpression
    let environment: CELEnvironment
    var code = CELCode()
    /// The values of the nodes that have been folded.
    var folded: [NodeID: CELValue] = [:]
    /// Whether parts that depend on nothing are evaluated now. Without, each part keeps its operand.
    private let isFolding: Bool
    /// Where the value of each node lies, in a program without folding.
    private(set) var operands: [NodeID: Operand] = [:]
    /// What remains to be spent on folding, in steps of macros and instructions.
    private var foldingSteps = 20_000
    /// Whether each node depends on no variable.
    private var isClosed: [Bool]
    /// The outermost variable of a macro that each node uses.
    private var outermostLocal: [Int]
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
        code.localCount = localCount
        if isFolding { fold(root, depth: 0) }
        code.root = operand(root, depth: 0)
        if isFolding, checked.type == .bool || checked.type == .dyn { compileTests(root) }
        return code.isTooLarge ? tooLarge(root) : code
    }

    /// The program that stands for one too large: an error.
    private mutating func tooLarge(_ root: NodeID) -> CELCode {
        code = CELCode()
        constantIndex = [:]
        code.root = fail(.limit, "program", root)
        return code
    }

    /// The number of nested macros, each of which has one variable.
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
    mutating func emit(_ instruction: CELInstruction, _ node: NodeID) -> Operand {
        code.instructions.append(instruction)
        code.ranges.append(checked.expression[node].range)
        return Operand(.node, code.instructions.count - 1)
    }

    /// Notes where the value of a node lies.
    mutating func keep(_ operand: Operand, of node: NodeID) -> Operand {
        if !isFolding { operands[node] = operand }
        return operand
    }

    mutating func constant(_ value: CELValue) -> Operand {
        if let known = constantIndex[value], code.constants[known].isSame(as: value) {
            return Operand(.constant, known)
        }
        code.constants.append(value)
        constantIndex[value] = code.constants.count - 1
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
        part.constantIndex = [:]
        part.code.localCount = code.localCount
        part.code.root = part.operand(node, depth: depth)
        guard !part.code.isTooLarge else { return nil }
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
    fileprivate var isWhole: Bool {
        switch self {
        case .variable, .constant, .unknown: true
        case .local, .function: false
        }
    }
}
