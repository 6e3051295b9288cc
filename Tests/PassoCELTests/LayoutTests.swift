import PassoCEL
import Testing

@Suite struct LayoutTests {
    @Test func `what fits stays on one line`() throws {
        let text = "a == 1 && b in ['x', 'y'] && (c || !d)"
        let tree = try #require(CELParser.parse(text).0)
        #expect(tree.formatted(width: 38) == text)
        #expect(tree.formatted(width: 37) != text)
    }

    @Test(arguments: [
        (
            "request.status == 'open' && size(request.title) > 0 && request.tags.all(t, size(t) <= 50)",
            """
            request.status == 'open'
              && size(request.title) > 0
              && request.tags.all(t,
                size(t) <= 50
              )
            """
        ),
        (
            "(first.condition || second.condition) && (third.condition || fourth.condition)",
            """
            (first.condition || second.condition)
              && (
                third.condition
                  || fourth.condition
              )
            """
        ),
        (
            "a.is.large ? 'a long text for a' : b.is.large ? 'a long text for b' : 'nothing'",
            """
            a.is.large
              ? 'a long text for a'
              : b.is.large
              ? 'a long text for b'
              : 'nothing'
            """
        ),
        (
            "cel.bind(total, items.map(i, i.price), {'total': total, ?'first': items[?0], 'a': 1})",
            """
            cel.bind(total,
              items.map(i, i.price),
              {
                'total': total,
                ?'first': items[?0],
                'a': 1
              }
            )
            """
        ),
        (
            "text.substring(number.of.the.first, number.of.the.last) + another.text + '!'",
            """
            text.substring(
              number.of.the.first,
              number.of.the.last
            )
              + another.text
              + '!'
            """
        ),
    ])
    func `what does not fit breaks at its operators and arguments`(
        text: String,
        lines: String
    ) throws {
        let tree = try #require(CELParser.parse(text).0)
        #expect(tree.formatted(width: 38) == lines)
        #expect(CELParser.parse(lines).0 == tree)
        #expect(CELParser.parse(lines).0?.formatted(width: 38) == lines)
    }

    @Test(arguments: [
        "a + b * (c - -d) % 2 == -(1) || !(x && !y) && (z ? p : q ? r : s)",
        "[1, ?a.?b, {?'k': v[?0], 'l': []}].map(x, x > 1, -x)[0].f(g(), h.i(j))",
        "l.transformMap(i, v, i > 0 && v != null, {i: v}).exists(k, e, has(e.`a-b`) || k in m)",
        "cel.bind(x, cel.bind(y, 1.5e300, y + y), o.optMap(z, x + z).orValue(b'\\xff' + r'\\n'))",
        ".a.b(c) ? Message{field: [1], ?other: x.?y} : (a ? b : c) ? (d ? e : f) : timestamp('x')",
        "(a || b) && (c || (d && e) || (f && (g || h))) || i < (j + k) * (l - (m - n)) - (o - p)",
    ])
    func `a layout of any width is read as the same tree`(text: String) throws {
        let tree = try #require(CELParser.parse(text).0)
        #expect(CELParser.parse(tree.description).0 == tree)
        for width in 0..<120 {
            let lines = tree.formatted(width: width)
            #expect(CELParser.parse(lines).0 == tree, "\(lines)")
        }
    }

    @Test func `comments stay where they are`() throws {
        let text = """
            // Who may close it:
            a.isOpen // not yet closed
              // and whoever owns it
              && b.owners.exists(o,
                // by name
                o == 'x' // theirs
              )
              && f(
                1, // the first
                2
              )
            // that is all
            """
        #expect(CELParser.format(text).0 == text)
        let tree = try #require(CELParser.parse(text).0)
        #expect(CELParser.parse(CELParser.format(text, width: 10).0 ?? "").0 == tree)
        #expect(CELParser.format("a +").1.map(\.code) == [.unexpectedEnd])
    }

    @Test(arguments: [
        "a. // why\n b // so\n[0] // then\n", "f(// none\n)", "(// in\n a || b // out\n) && c",
        "x // cond\n ? y // yes\n : z // no", "{// map\n 'a': // key\n 1 // value\n }",
        "// only\n1",
        "-// minus\n x // end", "'// text' + // real\n 'b'",
    ])
    func `no comment is lost`(text: String) throws {
        let lines = try #require(CELParser.format(text).0)
        #expect(CELParser.parse(lines).0 == CELParser.parse(text).0)
        let words = text.split(separator: "\n").compactMap { $0.split(separator: "// ").last }
        for word in words where text.contains("// \(word)") {
            #expect(lines.contains("// \(word)"))
        }
    }
}
