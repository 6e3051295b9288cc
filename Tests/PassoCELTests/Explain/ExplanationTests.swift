import PassoCEL
import Testing

/// What an explanation of a condition holds.
@Suite struct ExplanationTests {
    @Test func `a false && names one false operand with its values`() {
        #expect(
            explain("status == 'open' && size(title) > 0", ["status": "open", "title": ""])?.outline
                == """
                - status == 'open' && size(title) > 0 is false
                  * size(title) > 0 is false {size(title) = 0, title = ''}
                """
        )
    }

    @Test func `of several false operands the one with the fewest parts is chosen`() {
        #expect(
            explain("(a || b) && c && d", ["a": false, "b": false, "c": false, "d": false])?.outline
                == """
                - (a || b) && c && d is false
                  * c is false
                """
        )
    }

    @Test func `a true && needs all its operands, but none that is always true`() {
        #expect(
            explain("a > 1 && true && b > 2", ["a": 2, "b": 3])?.outline
                == """
                - a > 1 && true && b > 2 is true
                  * a > 1 is true {a = 2}
                  * b > 2 is true {b = 3}
                """
        )
    }

    @Test func `|| is explained the other way round`() {
        #expect(
            explain("a > 1 || b > 2", ["a": 2, "b": 3])?.outline
                == """
                - a > 1 || b > 2 is true
                  * a > 1 is true {a = 2}
                """
        )
        #expect(
            explain("a > 1 || b > 2", ["a": 0, "b": 0])?.outline
                == """
                - a > 1 || b > 2 is false
                  * a > 1 is false {a = 0}
                  * b > 2 is false {b = 0}
                """
        )
    }

    @Test func `of a choice the condition and the chosen branch are named`() {
        #expect(
            explain("a > 1 ? b : c", ["a": 2, "b": false, "c": true])?.outline
                == """
                - a > 1 ? b : c is false
                  * a > 1 is true {a = 2}
                  * b is false
                """
        )
        #expect(
            explain("a > 1 ? !b : true", ["a": 2, "b": false])?.outline
                == """
                - a > 1 ? !b : true is true
                  * a > 1 is true {a = 2}
                  - !b is true
                    * b is false
                """,
            "the condition could have failed"
        )
    }

    @Test func `all names the element that failed, and its part that failed`() {
        #expect(
            explain(
                "tags.all(t, size(t) > 0 && size(t) <= max)",
                ["tags": ["a", "abc"], "max": 2]
            )?
            .outline
                == """
                - tags.all(t, size(t) > 0 && size(t) <= max) is false of 2
                  [1] t = 'abc'
                  - size(t) > 0 && size(t) <= max is false
                    * size(t) <= max is false {size(t) = 3, max = 2, t = 'abc'}
                """
        )
        #expect(
            explain("tags.all(t, size(t) <= max)", ["tags": ["a", "abc"], "max": 5])?.outline
                == """
                * tags.all(t, size(t) <= max) is true {tags = ['a', 'abc'], max = 5} of 2
                """
        )
    }

    @Test func `exists names the element that holds, or says that none does`() {
        #expect(
            explain("tags.exists(t, t == 'b')", ["tags": ["a", "b"]])?.outline
                == """
                - tags.exists(t, t == 'b') is true of 2
                  [1] t = 'b'
                  * t == 'b' is true {t = 'b'}
                """
        )
        #expect(
            explain("tags.exists(t, t == 'c')", ["tags": ["a", "b"]])?.outline
                == "* tags.exists(t, t == 'c') is false {tags = ['a', 'b']} of 2"
        )
        #expect(
            explain("tags.exists(t, true)", ["tags": ["a"]])?.outline
                == """
                * tags.exists(t, true) is true {tags = ['a']} of 1
                  [0] t = 'a'
                  - true is true
                """
        )
    }

    @Test func `exists_one counts every element, and shows those that hold`() {
        #expect(
            explain("tags.exists_one(t, t == 'b')", ["tags": ["b", "a", "b"]])?.outline
                == """
                * tags.exists_one(t, t == 'b') is false {tags = ['b', 'a', 'b']} of 3
                  [0] t = 'b'
                  * t == 'b' is true {t = 'b'}
                  [2] t = 'b'
                  * t == 'b' is true {t = 'b'}
                """
        )
    }

    @Test func `a macro over a map names the key`() {
        #expect(
            explain("sizes.all(k, sizes[k] < 5)", ["sizes": ["a": 1, "b": 7]])?.outline
                == """
                - sizes.all(k, sizes[k] < 5) is false of 2
                  ['b'] k = 'b'
                  * sizes[k] < 5 is false {sizes[k] = 7, sizes = {'a': 1, 'b': 7}, k = 'b'}
                """
        )
    }

    @Test func `of the form with two names both have their values`() {
        #expect(
            explain("tags.all(i, t, i < 1 || t != 'b')", ["tags": ["a", "b"]])?.outline
                == """
                - tags.all(i, t, i < 1 || t != 'b') is false of 2
                  [1] i = 1, t = 'b'
                  - i < 1 || t != 'b' is false
                    * i < 1 is false {i = 1}
                    * t != 'b' is false {t = 'b'}
                """
        )
        #expect(
            explain("sizes.exists(k, v, v > 5)", ["sizes": ["a": 1, "b": 7]])?.outline
                == """
                - sizes.exists(k, v, v > 5) is true of 2
                  ['b'] k = 'b', v = 7
                  * v > 5 is true {v = 7}
                """
        )
    }

    @Test func `a macro in a macro knows the outer element`() {
        #expect(
            explain("rows.all(r, r.exists(x, x > size(r)))", ["rows": [[9], [0, 1]]])?.outline
                == """
                - rows.all(r, r.exists(x, x > size(r))) is false of 2
                  [1] r = [0, 1]
                  * r.exists(x, x > size(r)) is false {r = [0, 1]} of 2
                """
        )
    }

    @Test func `cel bind shows the value that has a name, and explains a condition with one`() {
        #expect(
            explain("cel.bind(n, size(title), n > 3 && n < max)", ["title": "ab", "max": 5])?
                .outline
                    == """
                    - cel.bind(n, size(title), n > 3 && n < max) is false
                      [] n = 2
                      - n > 3 && n < max is false
                        * n > 3 is false {n = 2}
                    """
        )
        #expect(
            explain("cel.bind(ok, a > 1 && b, [1].all(x, ok))", ["a": 0, "b": true])?.outline
                == """
                - cel.bind(ok, a > 1 && b, [1].all(x, ok)) is false
                  [] ok = false
                  - [1].all(x, ok) is false of 1
                    [0] x = 1
                    - ok is false
                      - a > 1 && b is false
                        * a > 1 is false {a = 0}
                """
        )
    }

    @Test func `optional values and missing members are shown`() {
        #expect(
            explain("r.?title.orValue('') != ''", ["r": ["tags": []]])?.outline
                == """
                * r.?title.orValue('') != '' is false \
                {r.?title.orValue('') = '', r = {'tags': []}}
                """
        )
        #expect(
            explain("r.title != ''", ["r": ["tags": []]])?.outline
                == """
                * r.title != '' is error noSuchKey at 0..<7 {r.title = noSuchKey}
                """
        )
    }

    @Test func `explaining ends with its budget, and says the rest as a whole`() throws {
        var limits = CELLimits()
        let condition = (0..<50).map { "a > \($0)" }.joined(separator: " && ")
        limits.explanationSteps = 150
        let whole = try #require(explain(condition, ["a": 100], limits: limits))
        #expect(whole.deciding.count == 50)
        limits.explanationSteps = 40
        let cut = try #require(explain(condition, ["a": 100], limits: limits))
        #expect(cut.outcome == .true)
        #expect(cut.deciding.map(\.text) == [cut.text])
    }

    @Test func `an evaluation that a limit ended is explained as a whole`() throws {
        var limits = CELLimits()
        limits.cost = 10
        let cut = try #require(
            explain("a && xs.all(x, x < 9)", ["a": true, "xs": [1, 2, 3, 4]], limits: limits)
        )
        #expect(cut.outcome.word.hasPrefix("error limit"))
        #expect(cut.children.isEmpty)
    }

    @Test func `an error that nothing absorbs is named with its place and what let it pass`() {
        #expect(
            explain("a > 0 && 1 / b > 2", ["a": 1, "b": 0])?.outline
                == """
                - a > 0 && 1 / b > 2 is error divideByZero at 9..<14
                  * a > 0 is true {a = 1}
                  * 1 / b > 2 is error divideByZero at 9..<14 {1 / b = divideByZero, b = 0}
                """
        )
    }

    @Test func `an error that is absorbed is no part of the explanation`() {
        #expect(
            explain("1 / b > 2 || a > 0", ["a": 1, "b": 0])?.outline
                == """
                - 1 / b > 2 || a > 0 is true
                  * a > 0 is true {a = 1}
                """
        )
    }

    @Test func `an element whose predicate fails is shown`() {
        #expect(
            explain("xs.all(x, 10 / x > 1)", ["xs": [1, 0, 2]])?.outline
                == """
                * xs.all(x, 10 / x > 1) is error divideByZero at 10..<16 {xs = [1, 0, 2]} of 3
                  [1] x = 0
                  * 10 / x > 1 is error divideByZero at 10..<16 {10 / x = divideByZero, x = 0}
                """
        )
    }

    @Test func `a condition that is no bool says what it was`() {
        #expect(
            explain("a && b", ["a": 1, "b": true], isChecked: false)?.outline
                == """
                - a && b is error noMatchingOverload at 0..<6
                  * a is error noMatchingOverload at 0..<1 {a = 1}
                  * b is true
                """
        )
    }

    @Test func `members of variables are shown instead of the whole variable`() {
        let request: CELValue = ["title": "", "tags": ["x"]]
        #expect(
            explain("has(r.title) && size(r.title) > 0", ["r": request])?.outline
                == """
                - has(r.title) && size(r.title) > 0 is false
                  * size(r.title) > 0 is false {size(r.title) = 0, r.title = ''}
                """
        )
        #expect(
            explain("'y' in r.tags", ["r": request])?.outline
                == "* 'y' in r.tags is false {r.tags = ['x']}"
        )
    }

    @Test func `a constant condition decides by itself`() {
        #expect(explain("1 > 2")?.outline == "- 1 > 2 is false")
        #expect(
            explain("false && a", ["a": true])?.outline == "- false && a is false"
        )
    }

    @Test func `ranges are those of the text`() throws {
        let text = "open && (  agent.open  <  limits.open )"
        let values: KeyValuePairs<String, CELValue> = [
            "open": true, "agent.open": 3, "limits.open": 3,
        ]
        let part = try #require(explain(text, values)?.deciding.first)
        #expect(part.text == "agent.open < limits.open")
        #expect(part.range == 11..<37)
        #expect(part.operands.map(\.range) == [11..<21, 26..<37])
        #expect(part.reads.isEmpty)
    }
}
