/// Builds the tree of an expression from its tokens by precedence climbing.
///
/// It never stops at a mistake: a missing operand becomes an `invalid` node, a superfluous token is
/// reported once and skipped.
struct CELTreeBuilder {
    typealias NodeID = CELExpression.NodeID

    let source: [UInt8]
    let tokens: [CELToken]
    let limits: CELLimits
    /// Whether `cel.block` and its companions are known.
    let allowsBlocks: Bool
    /// Whether names in backticks can stand where other names can.
    var allowsQuotedNames = false
    var nodes: [CELExpression.Node] = []
    /// The height of each node's tree.
    var heights: [Int] = []
    var problems: [CELProblem]
    var next = 0
    /// How many calls of ``expression()`` are open.
    var nesting = 0
    /// The token that the last syntax problem was about: one mistake is reported once.
    var reportedToken = -1
    private var reportedDepth = false

    init(_ lexer: CELLexer, _ limits: CELLimits, allowsBlocks: Bool) {
        source = lexer.source
        tokens = lexer.tokens
        problems = lexer.problems
        self.limits = limits
        self.allowsBlocks = allowsBlocks
        nodes.reserveCapacity(tokens.count)
        heights.reserveCapacity(tokens.count)
    }

    mutating func run() -> (CELExpression?, [CELProblem]) {
        var root = expression()
        while token.kind != .end {
            unexpected("operator")
            if CELTreeBuilder.closers.contains(token.kind) || token.kind == .comma { next += 1 }
            let before = next
            if token.kind != .end { root = expression() }
            if next == before, token.kind != .end { next += 1 }
        }
        problems.sort { $0.range.lowerBound < $1.range.lowerBound }
        let isBounded = !problems.contains { $0.kind == .limit }
        problems = Array(problems.prefix(limits.problems))
        // Whoever walks over a tree may rely on its bounds.
        guard isBounded else { return (nil, problems) }
        return (CELExpression(nodes: nodes, root: root), problems)
    }

    static let closers: Set<CELToken.Kind> = [.rightParenthesis, .rightBracket, .rightBrace]
}

// MARK: - Tokens

extension CELTreeBuilder {
    var token: CELToken { tokens[next] }

    /// Moves on; the last token stays.
    mutating func advance() { if next < tokens.count - 1 { next += 1 } }

    mutating func take(_ kind: CELToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    func text(_ token: CELToken) -> String {
        String(decoding: source[token.range], as: UTF8.self)
    }

    /// The end of the token before the current one.
    var previousEnd: Int { next > 0 ? tokens[next - 1].range.upperBound : 0 }
}

// MARK: - Nodes

extension CELTreeBuilder {
    /// The deepest nesting that is accepted.
    var nestingLimit: Int { min(limits.nesting, CELLimits.maximumNesting) }

    /// Adds a node above `children`.
    mutating func add(
        _ kind: CELExpression.Kind,
        _ range: Range<Int>,
        focus: Range<Int>? = nil,
        children: [NodeID] = []
    ) -> NodeID {
        var height = 1
        for child in children { height = max(height, heights[child] + 1) }
        if height > nestingLimit { tooDeep(focus ?? range) }
        if nodes.count == limits.nodes {
            report(.tooLarge, range, [CELArgument("limit", String(limits.nodes))])
        }
        nodes.append(CELExpression.Node(kind: kind, range: range, focus: focus ?? range))
        heights.append(height)
        return nodes.count - 1
    }

    func start(_ node: NodeID) -> Int { nodes[node].range.lowerBound }

    func range(from node: NodeID) -> Range<Int> {
        start(node)..<max(previousEnd, nodes[node].range.upperBound)
    }
}

// MARK: - Problems

extension CELTreeBuilder {
    /// Reports that the current token cannot stand here.
    mutating func unexpected(_ expected: String) {
        guard reportedToken != next, token.kind != .invalid else { return }
        reportedToken = next
        var arguments = [CELArgument("expected", expected)]
        guard token.kind != .end else {
            return report(.unexpectedEnd, token.range, arguments)
        }
        if token.kind == .reserved {
            return report(.reservedWord, token.range, [CELArgument("name", text(token))])
        }
        arguments.insert(CELArgument("found", text(token)), at: 0)
        report(.unexpectedToken, token.range, arguments)
    }

    mutating func report(
        _ code: CELProblem.Code,
        _ range: Range<Int>,
        _ arguments: [CELArgument]
    ) {
        problems.append(
            CELProblem(
                kind: code == .tooDeep || code == .tooLarge ? .limit : .syntax,
                code: code,
                range: range,
                arguments: arguments,
                suggestion: nil
            )
        )
    }

    /// Reports once that the tree is too high.
    mutating func tooDeep(_ range: Range<Int>) {
        guard !reportedDepth else { return }
        reportedDepth = true
        report(.tooDeep, range, [CELArgument("limit", String(nestingLimit))])
    }
}
