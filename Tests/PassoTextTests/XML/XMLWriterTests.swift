import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@Suite struct XMLWriterTests {
    @Test func `indents elements and leaves texts as they are`() throws {
        let root = XMLOutputElement(
            "a",
            [.init("xmlns", "u"), .init("b", "1 < 2 && \"x\"\n\ty > 0")],
            children: [
                .comment(" one "), .element(.init("c")),
                .element(
                    .init(
                        "d",
                        children: [
                            .text("x\r\n <"),
                            .element(.init("e", children: [.element(.init("f"))])),
                            .section("]]>"), .comment("--"),
                        ]
                    )
                ),
                .element(.init("g", children: [.instruction(target: "p", text: "q")])),
            ]
        )
        let text = try XMLWriter().write(root, comments: ["first"])
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!--first-->
            <a xmlns="u" b="1 &lt; 2 &amp;&amp; &quot;x&quot;&#10;&#9;y &gt; 0">
              <!-- one -->
              <c/>
              <d>x&#13;
             &lt;<e><f/></e><![CDATA[]]]]><![CDATA[>]]><!--- - --></d>
              <g>
                <?p q?>
              </g>
            </a>

            """
        #expect(lineDifference(expected: expected, actual: text) == nil)
        let (document, problems) = XMLReader.read(SourceText(name: "a.xml", text))
        #expect(problems.map(\.summary) == [])
        #expect(document?.root.attribute("b")?.value.text == root.attributes[1].value)
    }

    @Test func `breaks a start tag that does not fit a line`() throws {
        let long = (0..<4).map { XMLOutputAttribute("a\($0)", String(repeating: "x", count: 20)) }
        let text = try XMLWriter().write(.init("root", children: [.element(.init("b", long))]))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 8)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines[3].hasPrefix("      a0="))
    }

    @Test(arguments: ["", "1a", "a b", "a>", "-"])
    func `refuses names that are none`(name: String) {
        #expect(throws: XMLWriteError.badName(name)) { try XMLWriter().write(.init(name)) }
        #expect(throws: XMLWriteError.badName(name)) {
            try XMLWriter().write(.init("a", [.init(name, "")]))
        }
    }

    @Test(arguments: ["\u{0}", "\u{1F}", "\u{FFFF}"] as [Unicode.Scalar])
    func `refuses characters that XML cannot hold`(scalar: Unicode.Scalar) {
        let text = "a\(scalar)"
        for child in [XMLOutputNode.text(text), .section(text), .comment(text)] {
            #expect(throws: XMLWriteError.forbiddenCharacter(scalar)) {
                try XMLWriter().write(.init("a", children: [child]))
            }
        }
        #expect(throws: XMLWriteError.forbiddenCharacter(scalar)) {
            try XMLWriter().write(.init("a", [.init("b", text)]))
        }
    }
}
