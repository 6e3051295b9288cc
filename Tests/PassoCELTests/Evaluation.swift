import PassoCEL

/// What came of an expression in a test.
enum Evaluation: Equatable, CustomStringConvertible {
    case value(CELValue)
    case error(CELErrorCode)
    case problems([CELProblem.Code])

    static func == (left: Evaluation, right: Evaluation) -> Bool {
        switch (left, right) {
        case (.value(let left), .value(let right)): left.isSame(as: right)
        case (.error(let left), .error(let right)): left == right
        case (.problems(let left), .problems(let right)): left == right
        default: false
        }
    }

    var description: String {
        switch self {
        case .value(let value): "\(value)"
        case .error(let code): "error \(code)"
        case .problems(let codes): "problems \(codes)"
        }
    }

    /// Checks an expression and gives its problems.
    static func problems(
        _ text: String,
        _ declare: (inout CELEnvironment) -> Void = { _ in }
    ) -> [CELProblem] {
        var environment = CELEnvironment()
        declare(&environment)
        let (tree, mistakes) = CELParser.parse(text)
        guard let tree else { return mistakes }
        return mistakes + CELChecker.check(tree, in: environment).1
    }
}

extension Evaluation: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral
{
    init(booleanLiteral value: Bool) { self = .value(.bool(value)) }
    init(integerLiteral value: Int64) { self = .value(.int(value)) }
    init(stringLiteral value: String) { self = .value(CELValue(value)) }
}

/// Parses, checks and evaluates an expression.
func evaluate(
    _ text: String,
    _ variables: KeyValuePairs<String, CELValue> = [:],
    isChecked: Bool = true,
    limits: CELLimits = CELLimits(),
    functions: [CELFunction] = []
) -> Evaluation {
    var environment = CELEnvironment(limits: limits)
    for function in functions { environment.declare(function) }
    for (place, variable) in variables.enumerated() {
        let type = isChecked ? variable.value.type : .dyn
        environment.declare(variable.key, type, at: CELSlot(.data, place))
    }
    let (tree, mistakes) = CELParser.parse(text, limits: limits)
    guard let tree, mistakes.isEmpty else { return .problems(mistakes.map(\.code)) }
    var checked = CELChecker.resolve(tree, in: environment)
    if isChecked {
        let (result, problems) = CELChecker.check(tree, in: environment)
        guard let result else { return .problems(problems.map(\.code)) }
        checked = result
    }
    switch CELProgram(checked, environment).evaluate(data: variables.map(\.value)) {
    case .success(let value): return .value(value)
    case .failure(let error): return .error(error.code)
    }
}
