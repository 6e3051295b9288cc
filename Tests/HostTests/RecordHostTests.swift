import Passo
import Testing

/// The data of a host, declared once; what follows is all that it writes.
private struct Order: CELRecord {
    var customer: Customer
    var total: Double
    var notes: [String]

    static let celFields: [CELField<Order>] = [
        CELField("customer", \.customer), CELField("total", \.total),
        CELField("notes", \.notes, bounds: .list(20, of: .text(codePoints: 50))),
    ]
}

private struct Customer: CELRecord {
    var name: String
    var level: Level

    enum Level: String, CELConvertible { case new, gold }

    static let celFields: [CELField<Customer>] = [
        CELField("name", \.name), CELField("level", \.level),
    ]
}

@Suite struct RecordHostTests {
    private let order = Order(
        customer: Customer(name: "Ana", level: .gold),
        total: 1200,
        notes: ["call first"]
    )

    @Test func `a host asks a rule about its own structs`() throws {
        let isGift = try CELRecordProgram<Order, Bool>(
            "customer.level == 'gold' && total > 1000.0 && notes.all(n, size(n) <= 50)"
        )
        #expect(try isGift(order))
    }

    @Test func `a host adds a function of Swift types`() throws {
        var environment = CELEnvironment()
        environment.declare(CELFunction("initial") { (name: String) in String(name.prefix(1)) })
        let greeting = try CELRecordProgram<Order, String>(
            "'Dear ' + initial(customer.name) + '.'",
            in: environment
        )
        #expect(try greeting(order) == "Dear A.")
    }

    @Test func `a mistake in a rule is shown in the language of its author`() throws {
        let error = #expect(throws: CELProblems.self) {
            _ = try CELRecordProgram<Order, Bool>("customer.nmae == ''")
        }
        let page = DiagnosticRenderer(words: EngineWords(locale: "en"))
            .render(error?.diagnostics(named: "gift.cel") ?? [])
        #expect(page.hasPrefix("gift.cel:1:10: error: nothing named 'Customer.nmae'"))
        #expect(page.contains("did you mean 'name'?"))
    }
}
