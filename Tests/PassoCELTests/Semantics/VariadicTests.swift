import PassoCEL
import Testing

/// Functions whose last parameter repeats.
@Suite struct VariadicTests {
    private static let total = CELFunction(
        "total",
        CELOverload("total_int", [.string, .int], .int, isVariadic: true) {
            (arguments: [CELValue]) throws(CELError) -> CELValue in
            .int(arguments.dropFirst().reduce(0) { $0 + ($1.intValue ?? 0) })
        },
        CELOverload("total_text", [.string], .string, isVariadic: true) {
            (arguments: [CELValue]) throws(CELError) -> CELValue in
            CELValue(arguments.map { $0.stringValue ?? "" }.joined())
        }
    )

    @Test(
        arguments: [
            ("total('a', 1)", 1), ("total('a', 1, 2)", 3), ("total('a', 1, 2, 3, 4)", 10),
            ("total('a')", "a"), ("total('a', 'b')", "ab"), ("total('a', 'b', 'c')", "abc"),
        ] as [(String, Evaluation)]
    )
    func `take any number of arguments, checked or not`(text: String, expected: Evaluation) {
        #expect(evaluate(text, functions: [Self.total]) == expected)
        #expect(evaluate(text, isChecked: false, functions: [Self.total]) == expected)
    }

    @Test(arguments: ["total()", "total('a', 1, 'b')", "total('a', 'b', 1)", "total(1)"])
    func `are refused where one argument is of another type`(text: String) {
        #expect(evaluate(text, functions: [Self.total]) == .problems([.noMatchingOverload]))
        #expect(
            evaluate(text, isChecked: false, functions: [Self.total])
                == .error(.noMatchingOverload)
        )
    }

    @Test func `show in a message that the last parameter repeats`() {
        let problem = Evaluation.problems("total(1)") { $0.declare(Self.total) }.first
        let expected = problem?.arguments.first { $0.name == "expected" }?.value
        #expect(expected == "(string, int...) (string...)")
    }
}
