import PassoCEL
import Testing

/// How explanations show values that are long or secret.
@Suite struct ShownValueTests {
    @Test func `a long value is shortened, and its size is named`() throws {
        var limits = CELLimits()
        limits.shownBytes = 10
        func shown(_ value: CELValue) throws -> CELShownValue {
            let explanation = try #require(
                explain("s == t", ["s": value, "t": value], limits: limits)
            )
            return try #require(explanation.operands.first).value
        }
        #expect(try shown("aaaaaaaaaa") == .value("aaaaaaaaaa"))
        #expect(try shown("aaaaaaaaaaa") == .shortened("'aaaaaaaaaa'…", size: 11))
        #expect(try shown(CELValue(String(repeating: "é", count: 6))).text == "'ééééé'…")
        #expect(try shown([1, 2, 3]).text == "[1, 2, 3]")
        #expect(
            try shown(CELValue((0..<100_000).map { CELValue($0) }))
                == .shortened("[0, 1, 2, …]", size: 100_000)
        )
    }

    @Test func `what is computed from a secret is masked, the outcomes are not`() {
        #expect(
            explain(
                "size(name) > 3 && name.startsWith('x') && age > 18",
                ["name": "Bob", "age": 20],
                secret: ["name"]
            )?.outline
                == """
                - size(name) > 3 && name.startsWith('x') && age > 18 is false
                  * size(name) > 3 is false {size(name) = ***, name = ***}
                """
        )
    }

    @Test func `elements, places and sizes of a secret list are masked too`() {
        #expect(
            explain("tags.all(t, t != 'b')", ["tags": ["a", "b"]], secret: ["tags"])?.outline
                == """
                - tags.all(t, t != 'b') is false
                  [***] t = ***
                  * t != 'b' is false {t = ***}
                """
        )
    }

    @Test func `an error does not tell the secret value it failed on`() throws {
        let secret = try #require(
            explain("int(pin) > 3", ["pin": "12x"], secret: ["pin"])
        )
        #expect(!"\(secret)".contains("12x"))
        let open = try #require(explain("int(pin) > 3", ["pin": "12x"]))
        #expect("\(open)".contains("12x"))
    }
}
