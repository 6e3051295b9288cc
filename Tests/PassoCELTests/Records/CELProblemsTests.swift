import PassoCEL
import PassoDiagnostics
import Testing

@Suite struct CELProblemsTests {
    private func problem(_ text: String) -> CELProblem? {
        var environment = CELEnvironment()
        environment.declare(CELFunction("office.answer") { 42 })
        do throws(CELProblems) {
            _ = try CELRecordProgram<Inbox, Bool>(text, in: environment)
            return nil
        } catch {
            return error.problems.first
        }
    }

    @Test func `a field that the record lacks is refused with the nearest one`() {
        let found = problem("request.titel == ''")
        #expect(found?.code == .unknownMember)
        #expect(found?.range == 8..<13)
        #expect(found?.suggestion == "title")
    }

    @Test func `a variable that is no field is refused with the nearest one`() {
        let found = problem("reqest.title == ''")
        #expect(found?.code == .unknownName)
        #expect(found?.suggestion == "request")
    }

    @Test func `a field of the element of a list is known`() {
        let found = problem("others.all(o, o.idd == '')")
        #expect(found?.code == .unknownMember)
        #expect(found?.suggestion == "id")
    }

    @Test func `a field of another type is refused`() {
        #expect(problem("request.calls == 'three'")?.code == .noMatchingOverload)
        #expect(problem("request.tags.all(t, t > 1)")?.code == .noMatchingOverload)
    }

    @Test func `a result of another type is refused`() {
        let found = problem("request.title")
        #expect(found?.code == .unexpectedType)
        #expect(
            found?.arguments == [CELArgument("found", "string"), CELArgument("expected", "bool")]
        )
        #expect(found?.range == 0..<13)
    }

    @Test(arguments: [
        ("request.title.startWith('B')", "startsWith"), ("siez(request.title) > 1", "size"),
        ("office.anwser() == 42", "answer"), ("request.title.size > 1", "size()"),
    ])
    func `a function that does not exist is refused with the nearest one`(
        text: String,
        suggestion: String
    ) {
        #expect(problem(text)?.suggestion == suggestion)
    }

    @Test(arguments: [
        ("startsWith(request.title, 'B')", "string.startsWith(string)"),
        ("request.calls.math.abs()", "nothing"), ("request.title.contains(1)", "(string, string)"),
        ("request.calls.has()", "nothing"),
    ])
    func `a call of another form is refused with the forms that there are`(
        text: String,
        expected: String
    ) {
        let found = problem(text)?.arguments.first { $0.name == "expected" }?.value ?? "nothing"
        #expect(found == expected)
    }

    @Test func `what is no expression is refused`() {
        #expect(problem("request.title ==")?.kind == .syntax)
    }

    @Test func `problems point into the text`() {
        let error = #expect(throws: CELProblems.self) {
            _ = try CELRecordProgram<Inbox, Bool>("true &&\n  request.titel == ''")
        }
        #expect(
            error?.description == """
                expression:2:11: error: guard-unknown-name(name: 'Request.titel') [guard-unknown-name]
                2 |   request.titel == ''
                  |           |- error: guard-unknown-name(name: 'Request.titel')
                  |           `- fix-it: did-you-mean(name: 'title')

                """
        )
        #expect(error?.diagnostics(named: "rules.cel").first?.source.name == "rules.cel")
    }
}
