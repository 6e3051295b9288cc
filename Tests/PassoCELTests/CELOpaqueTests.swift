import Foundation
import PassoCEL
import Testing

/// A value of a host.
private struct Color: CELOpaque, Hashable {
    var name: String

    var celType: CELType { .opaque("paint.Color", []) }
    var description: String { "paint.Color('\(name)')" }
    func isEqual(to other: any CELOpaque) -> Bool { (other as? Color) == self }
}

@Suite struct CELOpaqueTests {
    @Test func `a value takes 16 bytes`() {
        #expect(MemoryLayout<CELValue>.size <= 16)
        #expect(MemoryLayout<CELValue>.stride == 16)
    }

    @Test func `values of hosts are equal by what they say`() {
        let red = CELValue(Color(name: "red"))
        #expect(red == CELValue(Color(name: "red")))
        #expect(red != CELValue(Color(name: "blue")))
        #expect(red.hashValue == CELValue(Color(name: "red")).hashValue)
        #expect(red != "red")
        #expect(red.type == .opaque("paint.Color", []))
        #expect(red.description == "paint.Color('red')")
        #expect(evaluate("a == b && a in [b]", ["a": red, "b": red]) == true)
    }

    @Test func `values of hosts have no form in JSON`() {
        #expect(throws: EncodingError.self) {
            try JSONEncoder().encode(CELValue([CELValue(Color(name: "red"))]))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(CELValue.self, from: Data(#"{"object":"red"}"#.utf8))
        }
    }

    @Test func `optionals are equal by what they hold`() {
        let one = CELValue.optional(CELOptional(1))
        #expect(one == .optional(CELOptional(1.0)))
        #expect(!one.isSame(as: .optional(CELOptional(1.0))))
        #expect(one.isSame(as: .optional(CELOptional(1))))
        #expect(one != .optional(.none) && one != 1)
        #expect(CELValue.optional(.none).isSame(as: .optional(.none)))
        #expect(one.description == "optional.of(1)")
        #expect(one.hashValue == CELValue.optional(CELOptional(1.0)).hashValue)
    }

    @Test func `optionals have a form in JSON`() throws {
        for value in [
            CELValue.optional(.none), .optional(CELOptional(.null)), .optional(CELOptional([1])),
        ] {
            let data = try JSONEncoder().encode(value)
            #expect(try JSONDecoder().decode(CELValue.self, from: data).isSame(as: value))
        }
    }

    @Test func `optionals nest as deep as lists do`() {
        var value: CELValue = 1
        for _ in 0..<CELLimits.valueDepth { value = .optional(CELOptional(value)) }
        let limit = value
        value = .optional(CELOptional(value))
        #expect(limit.description.contains("1"))
        #expect(!value.description.contains("1"))
    }
}
