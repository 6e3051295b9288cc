import PassoDiagnostics
import PassoTesting
import Testing

@testable import PassoDefinition

/// Documents with many mistakes: all of them in one run, as their author reads them.
@Suite struct RenderedSCXMLTests {
    static let form = """
        <scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:passo="https://passo.dev/ns/scxml"
            datamodel="ecmascript" binding="lazy" initial="idle">
          <datamodel><data id="count" expr="0" src="count.json"/></datamodel>
          <state id="idle" initial="idle">
            <onentry>
              <raise/>
              <send event="tick" eventexpr="'tock'" delay="soon"/>
              <cancel/>
              <assgin location="count" expr="1"/>
            </onentry>
            <transition event="order" cnd="count &lt; 3" target="idle" type="inner"/>
            <log expr="1"/>
            <history id="back"/>
          </state>
          <state id="two words">text</state>
          <datamodel/>
          <passo:evnt name="order"/>
          <transition event="x"/>
        </scxml>
        """

    static let malformed: [String] = [
        "<scxml>\n  <state id=\"a\">\n  <transition target=\"b\">\n</scxml>\n",
        "<scxml>\n  <state id=a/>\n  <state id=\"b\" id=\"c\" final/>\n  a < b && c &nbsp; ]]>\n</scxml>\n",
        "<!DOCTYPE scxml SYSTEM \"scxml.dtd\">\n<scxml/>\n",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<scxml/>\n",
        "<scxml xmlns:passo=\"https://passo.dev/ns/scxml\"><paso:event/><p:q:r/></scxml>",
        "<scxml><!-- a -- b --><state id=\"a",
        "<scxml/>\n<scxml/>\n",
        "<html><body/></html>",
        "<scxml version=\"1.0\"/>",
    ]

    private static func rendered(_ texts: [String], _ language: String) -> String {
        let renderer = DiagnosticRenderer(words: EngineWords(locale: language))
        return texts.map { text in
            let source = SourceText(name: "lamp.scxml", text)
            return renderer.render(SCXMLReader.read(source, limits: .standard).diagnostics)
        }.joined(separator: "\n")
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `mistakes in the form of a chart read well in every language`(language: String) {
        let text = Self.rendered([Self.form], language)
        #expect(goldenDifference(text, "scxml.\(language).txt") == nil)
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `mistakes in XML read well in every language`(language: String) {
        let text = Self.rendered(Self.malformed, language)
        #expect(goldenDifference(text, "xml.\(language).txt") == nil)
    }
}
