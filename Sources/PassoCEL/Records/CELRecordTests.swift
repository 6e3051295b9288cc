/// A condition on a record.
///
/// It is a struct because a function in an `Optional` is wrapped once more for each that it is in.
struct CELTest<Record>: Sendable {
    /// The answer; `nil` when only the program of values can tell.
    let answer: @Sendable (Record) -> Bool?

    init(_ answer: @escaping @Sendable (Record) -> Bool?) { self.answer = answer }
}

/// Compiles a condition into tests of the fields themselves, which make no values of CEL.
///
/// As a program's own tests, these know no errors: what a test cannot answer sends the evaluation to
/// the program of values, which gives the value or the error. That is right because evaluation has
/// no effects.
struct CELRecordTests<Record> {
    typealias NodeID = CELExpression.NodeID
    typealias Read<Value> = CELReader<Record>.Read<Value>

    let checked: CELCheckedExpression
    let environment: CELEnvironment
    /// How the variables are read, by the index of their slots.
    let variables: [CELReader<Record>]
    /// How the variable of the macro is read whose elements are the records.
    let element: CELReader<Record>?
    /// How many parts may become programs of their own.
    private var programs: Int
    /// How many macros may go through lists.
    private var loops: Int

    /// The most parts that become programs of values of their own: each takes time to compile.
    private static var maximumPrograms: Int { 8 }

    /// The most macros that are tests; they share the steps that an evaluation may take.
    private static var maximumLoops: Int { 8 }

    /// The longest list that a test goes through; a program of values counts its steps exactly.
    private static var maximumCount: Int { 10_000 }

    init(
        _ checked: CELCheckedExpression,
        _ environment: CELEnvironment,
        _ variables: [CELReader<Record>]
    ) {
        self.checked = checked
        self.environment = environment
        self.variables = variables
        element = nil
        programs = Self.maximumPrograms
        loops = Self.maximumLoops
    }

    /// Prepares the condition of a macro on its elements.
    init(
        _ checked: CELCheckedExpression,
        _ environment: CELEnvironment,
        element: CELReader<Record>
    ) {
        self.checked = checked
        self.environment = environment
        variables = []
        self.element = element
        (programs, loops) = (0, 0)
    }

    /// The whole condition as a test; `nil` when it has to be a program of values.
    mutating func test() -> CELTest<Record>? {
        let root = checked.expression.root
        return isProgram(root) ? nil : test(root)
    }

    /// Compiles a part that is a condition.
    mutating func test(_ node: NodeID) -> CELTest<Record>? {
        if case .bool(let value) = constant(node) { return CELTest { _ in value } }
        if case .bool(let read) = reader(node)?.kind { return CELTest { read($0) } }
        return operation(node) ?? program(node)
    }

    private mutating func operation(_ node: NodeID) -> CELTest<Record>? {
        switch checked.expression[node].kind {
        case .call(let function, nil, let arguments) where checked.references[node] == nil:
            logic(function, arguments) ?? comparison(function, arguments)
        case .call: textFunction(node)
        case .comprehension(let macro): quantifier(macro)
        default: nil
        }
    }

    private mutating func logic(_ function: String, _ arguments: [NodeID]) -> CELTest<Record>? {
        switch function {
        case CELOperator.not:
            guard let answer = test(arguments[0])?.answer else { return nil }
            return CELTest { answer($0).map { !$0 } }
        case CELOperator.and: return chain(arguments[...], deciding: false)
        case CELOperator.or: return chain(arguments[...], deciding: true)
        case CELOperator.conditional where arguments.count == 3:
            guard let condition = test(arguments[0])?.answer, let yes = test(arguments[1])?.answer,
                let no = test(arguments[2])?.answer
            else { return nil }
            return CELTest { record in
                condition(record).flatMap { $0 ? yes(record) : no(record) }
            }
        default: return nil
        }
    }

    /// `&&` and `||` of many parts, halved so that long chains nest little.
    private mutating func chain(
        _ nodes: ArraySlice<NodeID>,
        deciding: Bool
    ) -> CELTest<Record>? {
        if nodes.count == 1 { return test(nodes[nodes.startIndex]) }
        let middle = nodes.startIndex + nodes.count / 2
        guard let first = chain(nodes[..<middle], deciding: deciding)?.answer,
            let second = chain(nodes[middle...], deciding: deciding)?.answer
        else { return nil }
        return CELTest { record in
            guard let answer = first(record) else { return nil }
            return answer == deciding ? deciding : second(record)
        }
    }

    private mutating func quantifier(
        _ macro: CELExpression.Comprehension
    ) -> CELTest<Record>? {
        guard macro.macro == .all || macro.macro == .exists, macro.variable2 == nil,
            let predicate = macro.predicate, case .list(let list) = reader(macro.range)?.kind
        else { return nil }
        return test(
            of: list,
            deciding: macro.macro == .exists,
            CELPredicate(checked: checked, environment: environment, node: predicate)
        )
    }

    /// Goes through a list, as long as that cannot exceed what an evaluation may take.
    mutating func test(
        of list: any CELListReading<Record>,
        deciding: Bool,
        _ test: some CELElementTest
    ) -> CELTest<Record>? {
        guard loops > 0 else { return nil }
        loops -= 1
        let nodes = UInt64(max(4, checked.expression.nodes.count))
        let steps = Int(clamping: environment.limits.cost / nodes) / Self.maximumLoops
        return list.quantified(
            deciding: deciding,
            maximumCount: min(Self.maximumCount, steps),
            test
        )
    }

    /// A part that is a program of values of its own.
    private mutating func program(_ node: NodeID) -> CELTest<Record>? {
        guard programs > 0 else { return nil }
        programs -= 1
        let values = CELRecordValues(checked, node, environment, variables)
        return CELTest { values.answer($0) }
    }

    /// Whether no part of the condition can be a test: then one program is better than two.
    private func isProgram(_ node: NodeID) -> Bool {
        guard case .call(let function, _, let arguments) = checked.expression[node].kind,
            [CELOperator.and, CELOperator.or, CELOperator.not, CELOperator.conditional]
                .contains(function)
        else {
            var copy = self
            copy.programs = 0
            return copy.test(node) == nil
        }
        return arguments.allSatisfy { isProgram($0) }
    }
}

/// The condition of a macro, to be compiled for the Swift type of the elements.
private struct CELPredicate: CELElementTest {
    let checked: CELCheckedExpression
    let environment: CELEnvironment
    let node: CELExpression.NodeID

    func test<Element: CELConvertible>(of type: Element.Type) -> CELTest<Element>? {
        let reader = Element.celReader { (element: Element) in element }
        var compiler = CELRecordTests(checked, environment, element: reader)
        return compiler.test(node)
    }
}
