import Testing

@testable import PassoCommand

/// What Tab offers.
@Suite struct PromptCompletionTests {
    private static let names = ["agent.calls", "request", "requests", "size"]

    private static func members(of word: String) -> [String] {
        let known = [
            "request.": ["request.state", "request.status", "request.user"],
            "request.user.": ["request.user.id"],
        ]
        return known.filter { word.hasPrefix($0.key) }.flatMap(\.value)
    }

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
        let completion = PromptCompletion(line, names: Self.names, members: Self.members)
        #expect(completion.word == word)
        #expect(completion.candidates == candidates)
        #expect(completion.common == common)
    }
}
