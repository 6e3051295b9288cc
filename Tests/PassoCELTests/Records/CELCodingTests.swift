import PassoCEL
import Testing

@Suite struct CELCodingTests {
    private struct Order: Codable, Equatable {
        var title: String
        var lines: [Line]
        var note: String?
        var counts: [String: Int]
        var kind: Kind
        var child: Child

        struct Line: Codable, Equatable {
            var price: Double
            var amount: UInt8
        }

        enum Kind: String, Codable { case new, old }
    }

    private class Base: Codable {
        var name = "base"
    }

    private final class Derived: Base {
        var age = 3

        override func encode(to encoder: any Encoder) throws {
            try super.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(age, forKey: .age)
        }

        private enum Key: String, CodingKey { case age }
    }

    private enum Child: Codable, Equatable { case none, named(String) }

    private let order = Order(
        title: "Lamps",
        lines: [Order.Line(price: 9.5, amount: 2)],
        note: nil,
        counts: ["a": 1],
        kind: .old,
        child: .named("x")
    )

    @Test func `a struct becomes a map by its coding keys`() throws {
        let value = try CELValue(encoding: order)
        #expect(
            value == [
                "title": "Lamps", "lines": [["price": 9.5, "amount": .uint(2)]],
                "counts": ["a": 1], "kind": "old", "child": ["named": ["_0": "x"]],
            ]
        )
    }

    @Test func `a map is read as a struct`() throws {
        #expect(try CELValue(encoding: order).decoded(as: Order.self) == order)
        var other = order
        other.note = "call first"
        other.child = .none
        #expect(try CELValue(encoding: other).decoded(as: Order.self) == other)
    }

    @Test func `a class writes what it inherits beside its own`() throws {
        #expect(try CELValue(encoding: Derived()) == ["name": "base", "age": 3])
    }

    @Test func `values that CEL has are encoded as they are`() throws {
        #expect(try CELValue(encoding: CELValue.uint(3)).isSame(as: .uint(3)))
        #expect(try CELValue(encoding: [1 as UInt8, 2]).isSame(as: .bytes([1, 2])))
        #expect(try CELValue(encoding: Int?.none) == .null)
        #expect(try CELValue.bytes([1]).decoded(as: [UInt8].self) == [1])
    }

    @Test func `a value of another form is refused with its place`() throws {
        let value: CELValue = ["price": 9.5, "amount": "two"]
        let error = #expect(throws: DecodingError.self) {
            try value.decoded(as: Order.Line.self)
        }
        guard case .typeMismatch(_, let context)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["amount"])
        #expect(throws: DecodingError.self) { try CELValue.int(1).decoded(as: Order.self) }
        #expect(throws: DecodingError.self) { try CELValue([]).decoded(as: Order.Line.self) }
    }

    @Test func `a value that nests without end is refused`() {
        struct Endless: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.unkeyedContainer()
                try container.encode(Endless())
            }
        }
        #expect(throws: EncodingError.self) { try CELValue(encoding: Endless()) }
    }
}
