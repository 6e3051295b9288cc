/// The fields of a record as the variables of an expression.
struct CELRecordVariables<Record: CELRecord> {
    /// The names of each variable from the record on, by the index of its slot.
    private(set) var paths: [[String]] = []
    /// How each variable is read.
    private(set) var readers: [CELReader<Record>] = []
    private var names: Set<String> = []

    /// Parses and checks an expression whose variables are the fields of a record.
    static func check(
        _ text: String,
        as expected: CELType,
        in environment: CELEnvironment
    ) throws(CELProblems) -> (CELCheckedExpression, CELRecordVariables, CELEnvironment) {
        let (parsed, mistakes) = CELParser.parse(text, limits: environment.limits)
        guard let parsed, mistakes.isEmpty else { throw CELProblems(text, mistakes) }
        var environment = environment
        environment.removeVariables()
        environment.declare(type: Record.self)
        var variables = CELRecordVariables()
        for field in Record.celFields {
            variables.declare([field.name], field, field.isSensitive, in: &environment)
        }
        for path in parsed.dottedPaths { variables.declare(path, in: &environment) }
        let (checked, problems) = CELChecker.check(parsed, in: environment)
        guard let checked, problems.isEmpty else { throw CELProblems(text, problems) }
        var unifier = CELTypeUnifier()
        guard unifier.assign(checked.type, to: expected) else {
            throw CELProblems(text, [.unexpected(checked.type, for: expected, in: text)])
        }
        return (checked, variables, environment)
    }

    private mutating func declare(
        _ path: [String],
        _ field: CELField<Record>,
        _ isSensitive: Bool,
        in environment: inout CELEnvironment
    ) {
        let name = path.joined(separator: ".")
        guard names.insert(name).inserted else { return }
        environment.declare(
            name,
            field.type,
            at: CELSlot(.data, readers.count),
            bounds: field.bounds
        )
        if isSensitive { environment.markSensitive(name) }
        paths.append(path)
        readers.append(field.reader)
    }

    /// Declares `request.title` as a variable of its own, to read it without an object of the request.
    ///
    /// What belongs to something sensitive is sensitive.
    private mutating func declare(_ path: [String], in environment: inout CELEnvironment) {
        guard var field = Record.celField(path[0]) else { return }
        var isSensitive = field.isSensitive
        for (place, part) in path.enumerated().dropFirst() {
            guard let member = field.reader.member(part) else { return }
            field = member
            isSensitive = isSensitive || member.isSensitive
            declare(Array(path[...place]), field, isSensitive, in: &environment)
        }
    }
}

extension CELExpression {
    /// The names of the expression that have dots, as the parts between them.
    fileprivate var dottedPaths: Set<[String]> {
        var paths: [NodeID: [String]] = [:]
        // Operands come before what is selected of them.
        for (id, node) in nodes.enumerated() {
            switch node.kind {
            case .identifier(let name, _): paths[id] = [name]
            case .select(let operand, let member, isTest: false):
                if let path = paths[operand] { paths[id] = path + [member] }
            default: continue
            }
        }
        return Set(paths.values.filter { $0.count > 1 })
    }
}

extension CELProblem {
    /// A result of another type than its place needs.
    fileprivate static func unexpected(
        _ found: CELType,
        for expected: CELType,
        in text: String
    ) -> CELProblem {
        CELProblem(
            kind: .type,
            code: .unexpectedType,
            range: 0..<text.utf8.count,
            arguments: [
                CELArgument("found", found.description),
                CELArgument("expected", expected.description),
            ],
            suggestion: nil
        )
    }
}
