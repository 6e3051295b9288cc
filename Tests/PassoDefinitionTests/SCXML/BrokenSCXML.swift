import PassoDiagnostics
import PassoTesting
import Testing

@testable import PassoDefinition

/// A document of SCXML with one mistake, marked `1️⃣` and `2️⃣`.
struct BrokenSCXML: CustomTestStringConvertible, Sendable {
    let id: String
    let marked: MarkedText

    init(_ id: String, whole text: String) {
        self.id = id
        marked = MarkedText(text)
    }

    /// What stands in the root; the rest is sound.
    init(_ id: String, _ inner: String, root: String = "") {
        self.init(
            id,
            whole: """
                <scxml xmlns="\(SCXMLNamespace.scxml)" xmlns:passo="\(SCXMLNamespace.passo)" \
                xmlns:x="urn:x" version="1.0"\(root)>\(inner)</scxml>
                """
        )
    }

    /// What stands in the only state.
    init(_ id: String, state inner: String) {
        self.init(id, "<state id=\"a\">\(inner)</state>")
    }

    /// What stands among its actions.
    init(_ id: String, actions inner: String) {
        self.init(id, state: "<onentry>\(inner)</onentry>")
    }

    var testDescription: String { "\(id): \(marked.text)" }

    var source: SourceText { SourceText(name: "lamp.scxml", marked.text) }

    static let all: [BrokenSCXML] = [
        BrokenSCXML("wrong-root", whole: "<1️⃣html2️⃣/>"),
        BrokenSCXML("wrong-namespace", whole: "<1️⃣scxml2️⃣ version='1.0'><state/></scxml>"),
        BrokenSCXML(
            "wrong-namespace",
            whole: "<scxml xmlns='1️⃣http://www.w3.org/2005/07/SCXML2️⃣' version='1.0'/>"
        ),
        BrokenSCXML("wrong-namespace", whole: "<s:scxml xmlns:s='1️⃣urn:s2️⃣' version='1.0'/>"),
        BrokenSCXML(
            "wrong-namespace",
            whole:
                "<s:scxml xmlns:s='\(SCXMLNamespace.scxml)' version='1.0'><s:final/><1️⃣state2️⃣/></s:scxml>"
        ),
        BrokenSCXML("wrong-namespace", "<state/><final xmlns='1️⃣2️⃣'/>"),
        BrokenSCXML(
            "missing-attribute",
            whole: "<1️⃣scxml2️⃣ xmlns='\(SCXMLNamespace.scxml)'><state/></scxml>"
        ),
        BrokenSCXML(
            "unknown-value",
            whole: "<scxml xmlns='\(SCXMLNamespace.scxml)' version='1️⃣1.12️⃣'><state/></scxml>"
        ),
        BrokenSCXML(
            "missing-part",
            whole: "<1️⃣scxml2️⃣ xmlns='\(SCXMLNamespace.scxml)' version='1.0'/>"
        ),
        BrokenSCXML("unsupported-datamodel", "<state/>", root: " datamodel='1️⃣ecmascript2️⃣'"),
        BrokenSCXML("unsupported-datamodel", "<state/>", root: " datamodel='1️⃣xpath2️⃣'"),
        BrokenSCXML("unknown-value", "<state/>", root: " binding='1️⃣lazy2️⃣'"),
        BrokenSCXML("unknown-value", "<state/>", root: " passo:semantics='1️⃣other2️⃣'"),
        BrokenSCXML("wrong-type", "<state/>", root: " passo:version='1️⃣one2️⃣'"),
        BrokenSCXML("unknown-attribute", "<state/>", root: " 1️⃣exmode2️⃣='lax'"),
        BrokenSCXML("unknown-attribute", "<state/>", root: " 1️⃣passo:tittle2️⃣='t'"),
        BrokenSCXML("unknown-element", "<1️⃣stat2️⃣ id='a'/><state/>"),
        BrokenSCXML("unknown-element", "<state/><1️⃣passo:evnt2️⃣ name='a'/>"),
        BrokenSCXML("unknown-element", actions: "<1️⃣rais2️⃣ event='e'/>"),
        BrokenSCXML("misplaced-element", "<state/><1️⃣onentry2️⃣/>"),
        BrokenSCXML("misplaced-element", state: "<1️⃣raise2️⃣ event='e'/>"),
        BrokenSCXML("misplaced-element", actions: "<1️⃣state2️⃣/>"),
        BrokenSCXML("misplaced-element", "<parallel><1️⃣final2️⃣/></parallel>"),
        BrokenSCXML("misplaced-element", state: "<1️⃣passo:step2️⃣ id='s'/>"),
        BrokenSCXML(
            "misplaced-element",
            actions: "<if cond='true'><else/><1️⃣elseif2️⃣ cond='true'/></if>"
        ),
        BrokenSCXML("repeated-element", "<datamodel/><1️⃣datamodel2️⃣/><state/>"),
        BrokenSCXML(
            "repeated-element",
            "<final><donedata><content/><1️⃣content2️⃣/></donedata></final>"
        ),
        BrokenSCXML("stray-text", state: "1️⃣hello2️⃣ there"),
        BrokenSCXML("missing-attribute", actions: "<1️⃣raise2️⃣/>"),
        BrokenSCXML("missing-attribute", actions: "<1️⃣if2️⃣/>"),
        BrokenSCXML("missing-attribute", actions: "<1️⃣foreach2️⃣ array='[1]'/>"),
        BrokenSCXML("missing-attribute", "<datamodel><1️⃣data2️⃣/></datamodel><state/>"),
        BrokenSCXML("missing-attribute", actions: "<1️⃣assign2️⃣ expr='1'/>"),
        BrokenSCXML("missing-part", actions: "<1️⃣assign2️⃣ location='x'/>"),
        BrokenSCXML("missing-part", actions: "<1️⃣cancel2️⃣/>"),
        BrokenSCXML("missing-part", state: "<1️⃣transition2️⃣/>"),
        BrokenSCXML("missing-element", state: "<1️⃣history2️⃣ id='h'/>"),
        BrokenSCXML("missing-part", actions: "<send event='e'><1️⃣param2️⃣ name='p'/></send>"),
        BrokenSCXML(
            "conflicting-keys",
            actions: "<send event='e' 1️⃣eventexpr2️⃣='x' target='t'/>"
        ),
        BrokenSCXML("conflicting-keys", actions: "<cancel sendid='e' 1️⃣sendidexpr2️⃣='x'/>"),
        BrokenSCXML(
            "conflicting-keys",
            actions: "<send event='e'><param name='p' expr='1' 1️⃣location2️⃣='x'/></send>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            actions: "<send event='e' namelist='x'><1️⃣content2️⃣>1</content></send>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            state: "<invoke src='a' 1️⃣srcexpr2️⃣='b'/>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            state: "<invoke src='a'><1️⃣content2️⃣>b</content></invoke>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            state: "<invoke src='a' namelist='x'><1️⃣param2️⃣ name='y' expr='1'/></invoke>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            "<datamodel><data id='x' 1️⃣expr2️⃣='1'>2</data></datamodel><state/>"
        ),
        BrokenSCXML(
            "conflicting-keys",
            """
            <state initial='b'><1️⃣initial2️⃣><transition target='b'/></initial><state id='b'/></state>
            """
        ),
        BrokenSCXML("misplaced-attribute", "<state id='a' 1️⃣initial2️⃣='a'/>"),
        BrokenSCXML(
            "misplaced-attribute",
            state: "<history><transition 1️⃣cond2️⃣='true' target='b'/></history><state id='b'/>"
        ),
        BrokenSCXML(
            "missing-attribute",
            state: "<initial><1️⃣transition2️⃣/></initial><state id='b'/>"
        ),
        BrokenSCXML(
            "unknown-value",
            state: "<transition event='e' type='1️⃣inner2️⃣' target='a'/>"
        ),
        BrokenSCXML(
            "unknown-value",
            state: "<history type='1️⃣flat2️⃣'><transition target='a'/></history>"
        ),
        BrokenSCXML("unknown-value", state: "<invoke src='a' autoforward='1️⃣yes2️⃣'/>"),
        BrokenSCXML("bad-name", "<state id='1️⃣a b2️⃣'/>"),
        BrokenSCXML("bad-name", "<state id='1️⃣2️⃣'/>"),
        BrokenSCXML("bad-name", "<datamodel><data id='1️⃣1x2️⃣'/></datamodel><state/>"),
        BrokenSCXML("bad-duration", actions: "<send event='e' delay='1️⃣soon2️⃣'/>"),
        BrokenSCXML("root-transition", "<state/><1️⃣transition2️⃣ event='e'/>"),
    ]
}

@Suite struct BrokenSCXMLTests {
    @Test(arguments: BrokenSCXML.all)
    func `is told of its one mistake, at its place`(broken: BrokenSCXML) {
        let (_, found, dropped) = SCXMLReader.read(broken.source, limits: .standard)
        let shown = found.map { "\($0.id) \($0.range.offsets)" }
        #expect(shown == ["\(broken.id) \(broken.marked.range(1, 2))"])
        #expect(dropped == 0)
        for locale in EngineWords.locales {
            let words = EngineWords(locale: locale)
            for diagnostic in found {
                let text = words.text(for: diagnostic.id, arguments: diagnostic.arguments)
                #expect(text != nil && text?.contains("{") == false, "\(locale): \(text ?? "")")
            }
        }
    }

    @Test(arguments: BrokenSCXML.all)
    func `its repair leaves nothing to say`(broken: BrokenSCXML) {
        let (_, found, _) = SCXMLReader.read(broken.source, limits: .standard)
        guard let repair = found.first?.fixIts.first, repair.id != "did-you-mean" else { return }
        var bytes = broken.source.utf8
        bytes.replaceSubrange(repair.range.offsets, with: repair.replacement.utf8)
        let source = SourceText(name: "a.scxml", utf8: bytes)
        let left = SCXMLReader.read(source, limits: .standard).diagnostics.map(\.id)
        #expect(!left.contains(DiagnosticID(rawValue: broken.id)))
    }

    @Test func `foreign elements and attributes are passed over`() {
        let text = """
            <scxml xmlns="\(SCXMLNamespace.scxml)" xmlns:v="urn:v" version="1.0" v:layout="auto">
              <v:view>text<v:node/></v:view>
              <state id="a" v:x="1"><onentry><v:beep/><log expr="1"/></onentry></state>
            </scxml>
            """
        let (read, found, _) = SCXMLReader.read(
            SourceText(name: "a.scxml", text),
            limits: .standard
        )
        #expect(found.isEmpty)
        #expect(read?.states.first?.entry.count == 1)
    }

    @Test func `a document in another encoding or with entities says how to save it`() {
        let bomb = "<!DOCTYPE scxml [<!ENTITY a 'b'>]><scxml>&a;</scxml>"
        let mistakes = [
            DefinitionCompiler.compile(SourceText(name: "a.scxml", bomb), strings: nil),
            DefinitionCompiler.compile(
                SourceText(
                    name: "a.scxml",
                    utf8: "\u{FEFF}<a/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
                ),
                strings: nil
            ),
        ]
        #expect(
            mistakes.map { $0.diagnostics.map(\.id) } == [
                ["document-type"], ["unsupported-encoding"],
            ]
        )
    }

    @Test func `only so many mistakes are told`() {
        let states = (0..<300).map { "<stat id='s\($0)'/>" }.joined()
        let broken = BrokenSCXML("unknown-element", "<state/>" + states)
        let (_, found, dropped) = SCXMLReader.read(broken.source, limits: .standard)
        #expect(found.count == 200 && dropped == 100)
    }
}
