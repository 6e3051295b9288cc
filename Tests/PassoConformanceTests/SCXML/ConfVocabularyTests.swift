import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import passo_conformance

@Suite struct ConfVocabularyTests {
    static let irp = TestEnvironment.conformance("scxml")?.appending(path: "irp")

    @Test(.enabled(if: irp != nil, "no conformance data beside the package"))
    func `every name of the published vocabulary is known`() throws {
        let file = try #require(Self.irp).appending(path: "conf-vocabulary.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let names = lines.compactMap { line -> Substring? in
            guard line.hasPrefix("| `") else { return nil }
            return line.dropFirst(3).prefix { $0 != "`" }
        }
        #expect(names.count > 80)
        for name in names {
            if name.hasPrefix("@") {
                let value = "1=2"
                let known = ConfVocabulary.attribute(String(name.dropFirst()), value) != nil
                #expect(known, "\(name)")
            } else {
                let plain = String(name.drop { $0 == "<" })
                #expect(ConfVocabulary.element(plain, XMLOutputElement(plain)) != nil, "\(name)")
            }
        }
    }

    @Test(arguments: [
        ("idVal", "1=1", "Var1 == 1"),
        ("idVal", "12<=Var3", "Var12 <= Var3"),
        ("idQuoteVal", "1=it's", #"Var1 == 'it\'s'"#),
        ("idSystemVarVal", "1=_sessionid", "Var1 == _sessionid"),
        ("compareIDVal", "1<2", "Var1 < Var2"),
        ("VarEqVar", "1 2", "Var1 == Var2"),
        ("varPrefix", "2 1", "string(Var1).startsWith(string(Var2))"),
        ("eventvarVal", "1=1", "_event.data.Var1 == 1"),
        ("eventdataVal", "'foo'", "_event.data == 'foo'"),
        ("isBound", "2", "Var2 != null"),
        ("inState", "s1", "In('s1')"),
        ("originTypeEq", "http://a#b", "_event.origintype == 'http://a#b'"),
    ])
    func `a condition is written in CEL`(name: String, value: String, written: String) {
        let attribute = ConfVocabulary.attribute(name, value)
        #expect(attribute?.name == "cond")
        #expect(attribute?.value == written)
    }

    @Test func `what is no comparison is not known`() {
        #expect(ConfVocabulary.attribute("idVal", "x") == nil)
        #expect(ConfVocabulary.attribute("VarEqVar", "1") == nil)
        #expect(ConfVocabulary.attribute("noSuchName", "") == nil)
    }

    @Test func `a document is translated as a whole`() throws {
        let source = SourceText(
            name: "test1.txml",
            """
            <scxml xmlns="http://www.w3.org/2005/07/scxml" conf:datamodel=""
             xmlns:conf="http://www.w3.org/2005/scxml-conformance">
            <!-- a comment --><conf:script/>
            <state id="s"><onentry><conf:incrementID id="2"/>
            <send event="e" conf:delay=".5"/></onentry>
            <transition conf:idVal="1=1" conf:targetpass=""/></state><conf:pass/></scxml>
            """
        )
        let result = try ConfTranslation.document(source)
        #expect(result.name == "test1.scxml")
        let text = String(decoding: result.utf8, as: UTF8.self)
        for part in [
            #"<scxml xmlns="http://www.w3.org/2005/07/scxml" datamodel="cel">"#,
            "<script>Var1 = 1</script>",
            #"<assign location="Var2" expr="Var2 + 1"/>"#,
            #"<send event="e" delayexpr="'.5s'"/>"#,
            #"<transition cond="Var1 == 1" target="pass"/>"#, #"<final id="pass">"#,
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        #expect(!text.contains("conf"))
    }

    @Test func `an unknown name is named`() {
        let text = "<a xmlns:c=\"\(ConfVocabulary.namespace)\"><c:newName/></a>"
        let problem = #expect(throws: CaseProblem.self) {
            try ConfTranslation.document(SourceText(name: "a.txml", text))
        }
        #expect(problem?.reason == "unknown <conf:newName>")
    }
}
