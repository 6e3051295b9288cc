import PassoDiagnostics
import Testing

@Suite struct NearestTests {
    @Test(arguments: names)
    func `finds the name that was probably meant`(
        name: String,
        candidates: [String],
        meant: String?
    ) {
        #expect(nearest(to: name, in: candidates) == meant)
    }

    static let names: [(String, [String], String?)] = [
        ("draf", ["done", "draft", "drift"], "draft"), ("Draft", ["draft"], "draft"),
        ("inProgess", ["inProgress", "queued"], "inProgress"), ("teh", ["then", "the"], "the"),
        ("x", ["y", "z"], nil), ("ab", ["ac"], "ac"), ("queue", ["queued", "queues"], "queued"),
        ("completely", ["different"], nil), ("", ["a"], nil), ("a", [], nil),
        ("café", ["cafe"], "cafe"),
        ("same", ["same"], nil), ("initail", ["initial", "internal"], "initial"),
        ("reqire", ["refuse", "require"], "require"),
    ]

    @Test func `does not work on names that are too long`() {
        let name = String(repeating: "a", count: 100_000)
        #expect(nearest(to: name, in: [name + "b"]) == nil)
        #expect(nearest(to: "a", in: [name]) == nil)
        let longest = String(repeating: "a", count: 100)
        #expect(nearest(to: longest, in: [String(repeating: "a", count: 99)]) != nil)
        #expect(nearest(to: longest + "a", in: [longest]) == nil)
    }
}
