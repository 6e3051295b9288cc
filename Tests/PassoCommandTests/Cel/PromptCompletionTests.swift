import PassoCEL
import Testing

@testable import PassoCommand

/// What Tab offers.
@Suite struct PromptCompletionTests {
    private static let bindings: Bindings = {
        var bindings = Bindings()
        bindings.set("request", ["status": "open", "state": 1, "a b": 2, "user": ["id": "u"]])
        bindings.set("requests", [])
        bindings.set("agent.calls", 3)
        return bindings
    }()

    @Test(arguments: [
        ("reque", "reque", "request", ["request", "requests"]),
        ("1 + request.st", "request.st", "request.stat", ["request.state", "request.status"]),
        ("request.user.", "request.user.", "request.user.id", ["request.user.id"]),
        ("size(ag", "ag", "agent.calls", ["agent.calls"]),
        ("request", "request", "requests", ["requests"]), (":l", ":l", ":l", [":let", ":load"]),
        (":type reque", "reque", "request", ["request", "requests"]),
        ("'a'.startsW", ".startsW", ".startsW", []), ("nothing.", "nothing.", "nothing.", []),
        ("", "", "", []), ("1 + ", "", "", []),
    ])
    func `names, members and commands are completed`(
        line: String,
        word: String,
        common: String,
        candidates: [String]
    ) {
        let completion = PromptCompletion(line, in: Self.bindings)
        #expect(completion.word == word)
        #expect(completion.candidates == candidates)
        #expect(completion.common == common)
    }

    @Test func `functions and macros are offered`() {
        let completion = PromptCompletion("exi", in: Self.bindings)
        #expect(completion.candidates.starts(with: ["exists", "existsOne", "exists_one"]))
        #expect(PromptCompletion("timest", in: Self.bindings).common == "timestamp")
    }
}
