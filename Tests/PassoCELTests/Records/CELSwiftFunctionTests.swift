import PassoCEL
import Testing

@Suite struct CELSwiftFunctionTests {
    private struct Closed: Error {}

    private var environment: CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(CELFunction("characters") { (text: String) in text.count })
        environment.declare(
            CELFunction("isOlder", isMember: true, cost: .constant()) { (user: User, age: Int) in
                Int(user.age) > age
            }
        )
        environment.declare(CELFunction("office.answer") { 42 })
        environment.declare(
            CELFunction("join") { (texts: [String], by: String, last: String?) in
                (texts + (last.map { [$0] } ?? [])).joined(separator: by)
            }
        )
        environment.declare(
            CELFunction("half") { (number: Int) throws -> Int in
                guard number.isMultiple(of: 2) else { throw CELError(.overflow) }
                return number / 2
            }
        )
        environment.declare(
            CELFunction("office.open") { (_: Status) throws -> Bool in throw Closed() }
        )
        return environment
    }

    @Test(arguments: [
        "characters(request.title) == 11", "user.isOlder(39)", "!user.isOlder(40)",
        "office.answer() == 42", "join(request.tags, '-', null) == 'new-lamp'",
        "join(request.tags, '-', 'x') == 'new-lamp-x'", "half(4) == 2",
        "request.tags.all(t, characters(t) < 5)",
    ])
    func `a Swift function is called with Swift values`(text: String) throws {
        #expect(try result(of: text, as: Bool.self, in: environment))
    }

    @Test func `an error of CEL keeps its code and gets its place`() throws {
        let error = #expect(throws: CELError.self) {
            try result(of: "1 + half(request.calls)", as: Int.self, in: environment)
        }
        #expect(error?.code == .overflow)
        #expect(error?.range == 4..<23)
    }

    @Test func `any other error names the function`() throws {
        let error = #expect(throws: CELError.self) {
            try result(of: "office.open(request.status)", as: Bool.self, in: environment)
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.arguments.first == CELArgument("function", "office.open"))
    }

    @Test func `a value that is no case of an enum finds no overload`() throws {
        let error = #expect(throws: CELError.self) {
            try result(of: "office.open('ajar')", as: Bool.self, in: environment)
        }
        #expect(error?.code == .noMatchingOverload)
    }

    @Test func `arguments of other types are refused before the expression runs`() throws {
        let error = #expect(throws: CELProblems.self) {
            try result(of: "characters(request.calls) == 1", as: Bool.self, in: environment)
        }
        #expect(error?.problems.first?.code == .noMatchingOverload)
        #expect(
            error?.problems.first?.arguments.contains(CELArgument("expected", "(string)")) == true
        )
    }
}
