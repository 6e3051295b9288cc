import PassoCEL
import PassoTesting
import Testing

/// Properties over random expressions; a failure names the seed that repeats it.
@Suite struct PropertyTests {
    static let count = TestEnvironment.isFull ? 100_000 : 3_000

    @Test func `a tree is printed as a text that gives it again`() {
        var writer = RandomExpression(random: SeededRandom())
        for _ in 0..<Self.count {
            let text = writer.text(.bool, depth: 4)
            let (tree, problems) = CELParser.parse(text)
            guard let tree, problems.isEmpty else {
                Issue.record("\(writer.random): \(text) does not parse: \(problems)")
                return
            }
            let (again, _) = CELParser.parse(tree.description)
            guard again == tree, again?.description == tree.description else {
                Issue.record("\(writer.random): \(text) is printed as \(tree)")
                return
            }
        }
    }

    @Test func `checked and unchecked programs and their tests agree`() {
        var writer = RandomExpression(random: SeededRandom())
        var environment = CELEnvironment()
        environment.limits.cost = 100_000
        for (place, variable) in RandomExpression.variables.enumerated() {
            environment.declare(variable.0, variable.1, at: CELSlot(.data, place))
        }
        var checkedCount = 0
        for _ in 0..<Self.count {
            let text = writer.text(.bool, depth: 4)
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: environment).0
            else { continue }
            checkedCount += 1
            let data = writer.data()
            let program = CELProgram(checked, environment)
            let unchecked = CELProgram(CELChecker.resolve(tree, in: environment), environment)
            let result = program.evaluate(data: data)
            let isSame =
                Self.agree(result, unchecked.evaluate(data: data))
                && Self.agree(result, program.test(data: data))
                && Self.agree(result, unchecked.test(data: data))
            guard isSame else {
                Issue.record("\(writer.random): \(text) with \(data) gives \(result)")
                return
            }
        }
        #expect(checkedCount > Self.count / 5)
    }

    private static func agree(
        _ left: Result<CELValue, CELError>,
        _ right: Result<CELValue, CELError>
    ) -> Bool {
        switch (left, right) {
        case (.success(let left), .success(let right)): left.isSame(as: right)
        case (.failure(let left), .failure(let right)): left.code == right.code
        default: false
        }
    }

    private static func agree(_ result: Result<CELValue, CELError>, _ outcome: CELOutcome) -> Bool {
        switch (result, outcome) {
        case (.success(.bool(let value)), .true): value
        case (.success(.bool(let value)), .false): !value
        case (.success(.bool), .error), (.failure, .true), (.failure, .false): false
        case (.failure(let left), .error(let right)): left.code == right.code
        case (.success, .error(let error)): error.code == .noMatchingOverload
        case (.success, _): false
        }
    }

    @Test func `no bytes crash the parser, the checker or a program`() {
        var random = SeededRandom()
        let words = [
            "a", "b.c", "1", "2u", "0x", "1.5", "'x'", "b'", "\"\"\"", "r'\\", "\\", "(", ")", "[",
            "]",
            "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!", "&&", "||", "==", "<=",
            " in ",
            ".all(x,", ".map(", "has(", "true", "null", "if", "`q`", "`", "//", "\n", "é", "\u{0}",
            "1e9",
        ]
        let environment = CELEnvironment()
        for _ in 0..<Self.count {
            var text = ""
            for _ in 0..<Int.random(in: 0..<20, using: &random) {
                text += random.pick(words) ?? ""
                if random.oneIn(10) {
                    let bytes = (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
                    text += String(decoding: bytes, as: UTF8.self)
                }
            }
            let (tree, problems) = CELParser.parse(text)
            let end = text.utf8.count
            guard problems.allSatisfy({ $0.range.upperBound <= end }) else {
                Issue.record("\(random): \(text) has a problem outside: \(problems)")
                return
            }
            guard let tree else { continue }
            _ = tree.description
            _ = CELChecker.check(tree, in: environment)
            _ = CELProgram(CELChecker.resolve(tree, in: environment), environment).evaluate()
        }
    }
}
