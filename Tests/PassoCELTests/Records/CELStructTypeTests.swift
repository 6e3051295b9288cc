import PassoCEL
import Testing

/// A value whose fields are known at run time only.
private struct Row: CELOpaque {
    var cells: [String: CELValue]

    var celType: CELType { .opaque("Row", []) }
    var description: String { "Row" }
    var memberNames: [String] { ["id", "note"] }

    func isEqual(to other: any CELOpaque) -> Bool { (other as? Row)?.cells == cells }
    func hash(into hasher: inout Hasher) { hasher.combine(cells.count) }
    func member(_ name: String) -> CELValue? { cells[name] }
}

@Suite struct CELStructTypeTests {
    private func evaluate(_ text: String) -> Evaluation {
        var environment = CELEnvironment()
        environment.declare(type: CELStructType("Row", ["id": .int, "note": .string]))
        environment.declare("row", .opaque("Row", []), at: CELSlot(.data, 0))
        environment.declare("rows", .list(.opaque("Row", [])), at: CELSlot(.data, 1))
        let (tree, _) = CELParser.parse(text)
        guard let tree else { return .problems([]) }
        let (checked, problems) = CELChecker.check(tree, in: environment)
        guard let checked else { return .problems(problems.map(\.code)) }
        let row = CELValue(Row(cells: ["id": 7]))
        switch CELProgram(checked, environment).evaluate(data: [row, CELValue([row])]) {
        case .success(let value): return .value(value)
        case .failure(let error): return .error(error.code)
        }
    }

    @Test func `declared fields are read from objects`() {
        #expect(evaluate("row.id + 1") == 8)
        #expect(evaluate("rows.map(r, r.id)[0]") == 7)
        #expect(evaluate("rows[0] == row") == true)
        #expect(evaluate("dyn(row).id") == 7)
    }

    @Test func `has asks whether a field has a value now`() {
        #expect(evaluate("has(row.id)") == true)
        #expect(evaluate("has(row.note)") == false)
        #expect(evaluate("row.note") == .error(.noSuchMember))
        #expect(evaluate("has(dyn(row).other)") == .error(.noSuchMember))
    }

    @Test func `a field that is not declared, or of another type, is a problem`() {
        #expect(evaluate("row.ids") == .problems([.unknownMember]))
        #expect(evaluate("has(row.ids)") == .problems([.unknownMember]))
        #expect(evaluate("row.id + 'x'") == .problems([.noMatchingOverload]))
        #expect(evaluate("rows.all(r, r.note > 1)") == .problems([.noMatchingOverload]))
    }
}
