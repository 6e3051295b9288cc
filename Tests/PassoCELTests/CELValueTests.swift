import Foundation
import PassoCEL
import Testing

@Suite struct CELValueTests {
    static let samples: [CELValue] = [
        nil, true, false, 0, .int(.min), .int(.max), .uint(.max), 1.5, .double(-0.0),
        .double(.infinity), .double(.leastNonzeroMagnitude), "",
        "it's \"so\" \\ \n \u{0} \u{7f} 🐱 e\u{301}",
        .bytes([0, 39, 92, 127, 255]), [], [1, "a", [2.5]], [:],
        ["k": [1], 1: nil, true: .uint(3)],
        .timestamp(.epoch), .duration(.zero), .type(.int), .type(.list(.dyn)),
        .type(.timestamp),
    ]

    @Test func `takes 16 bytes`() {
        #expect(MemoryLayout<CELValue>.stride == 16)
    }

    @Test(arguments: samples)
    func `survives its JSON form`(value: CELValue) throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(CELValue.self, from: data).isSame(as: value))
    }

    @Test(arguments: samples)
    func `is written as an expression that gives it again`(value: CELValue) {
        #expect(evaluate(value.description) == .value(value))
    }

    @Test(arguments: [
        "{}", "1", "{\"int64\": 1}", "{\"int64\": \"x\"}", "{\"bool\": true, \"null\": null}",
        "{\"map\": [[{\"double\": \"1\"}, {\"null\": null}]]}", "{\"map\": [[]]}",
        "{\"timestamp\": [0]}", "{\"timestamp\": [0, 2000000000]}", "{\"bytes\": \"0\"}",
    ])
    func `no other JSON is a value`(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(CELValue.self, from: Data(text.utf8))
        }
    }

    @Test func `equal values have equal hashes`() {
        let equal: [CELValue] = [1, .uint(1), 1.0]
        #expect(Set(equal).count == 1)
        #expect(Set<CELValue>([["a": 1, "b": 2], ["b": 2.0, "a": .uint(1)]]).count == 1)
    }

    @Test func `nesting ends at its limit`() throws {
        var value: CELValue = 1
        for _ in 0..<100_000 { value = [value] }
        var depth = 0
        while case .list(let list) = value, let first = list.elements.first {
            depth += 1
            value = first
        }
        #expect(1...CELLimits.valueDepth ~= depth)
        #expect(value == nil)
    }
}
