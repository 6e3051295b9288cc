import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoDefinition

/// A document of a published suite.
struct SuiteDocument: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    /// The documents of both suites that are SCXML.
    static let all: [SuiteDocument] = ["scxml/scion", "scxml/irp/txml"].flatMap { folder in
        guard let place = TestEnvironment.conformance(folder) else { return [SuiteDocument]() }
        let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(".scxml") || $0.hasSuffix(".txml") }.sorted()
            .compactMap { name in
                let text = try? String(contentsOf: place.appending(path: name), encoding: .utf8)
                return text.flatMap { SuiteDocument(name: "\(folder)/\(name)", text: concrete($0)) }
            }
    }

    private init(name: String, text: String?) {
        self.name = name
        self.text = text ?? ""
    }

    /// The document with abstract attributes made concrete, as far as its form needs it.
    private static func concrete(_ text: String) -> String? {
        let (document, _) = XMLReader.read(SourceText(name: "a.txml", text))
        guard let document else { return text }
        var root = XMLOutputElement(document.root)
        root.makeConcrete()
        return try? XMLWriter().write(root)
    }
}

extension XMLOutputElement {
    /// What an attribute of the conformance namespace is in SCXML; all others are conditions.
    private static let concreteNames: [String: String] = [
        "targetpass": "target", "targetfail": "target", "datamodel": "datamodel", "id": "id",
        "expr": "expr", "location": "location", "delay": "delayexpr", "quoteExpr": "expr",
        "illegalExpr": "expr", "name": "name", "systemVarExpr": "expr", "eventField": "expr",
        "invalidLocation": "location", "item": "item", "arrayVar": "array", "arrayTextVar": "array",
        "idlocation": "idlocation", "namelist": "namelist", "illegalTarget": "target",
        "varExpr": "expr", "systemVarLocation": "location", "eventDataFieldValue": "expr",
        "index": "index", "targetVar": "targetexpr", "invalidSessionID": "expr",
        "eventExpr": "eventexpr", "targetExpr": "targetexpr", "typeExpr": "typeexpr",
        "unreachableTarget": "target", "invalidNamelist": "namelist", "eventDataParamValue": "expr",
        "scxmlEventIOLocation": "expr", "illegalArray": "expr", "illegalItem": "item",
        "scriptBadSrc": "src", "varNonexistentStruct": "expr", "eventName": "expr",
        "eventType": "expr", "eventSendid": "expr", "invalidSendTypeExpr": "expr",
        "delayFromVar": "delayexpr", "eventRaw": "expr", "invalidSendType": "type",
        "sendIDExpr": "sendidexpr", "srcExpr": "srcexpr", "varChildExpr": "expr",
        "eventDataNamelistValue": "expr", "basicHTTPAccessURITarget": "targetexpr",
    ]

    /// Variables are numbers in the suite, and become names.
    private static let variables: Set<String> = [
        "id", "location", "item", "array", "index", "namelist", "name",
    ]

    fileprivate mutating func makeConcrete() {
        for index in attributes.indices where attributes[index].name.hasPrefix("conf:") {
            let abstract = String(attributes[index].name.dropFirst(5))
            let name = Self.concreteNames[abstract] ?? "cond"
            let value = attributes[index].value
            attributes[index].name = name
            switch abstract {
            case "targetpass": attributes[index].value = "pass"
            case "targetfail": attributes[index].value = "fail"
            case "datamodel": attributes[index].value = "cel"
            default:
                if Self.variables.contains(name) { attributes[index].value = "Var\(value)" }
            }
        }
        for index in attributes.indices where attributes[index].name == "datamodel" {
            attributes[index].value = "cel"
        }
        children = children.flatMap { child -> [XMLOutputNode] in
            guard case .element(var element) = child else { return [child] }
            if element.name.hasPrefix("conf:") { return element.concreteAction }
            element.makeConcrete()
            return [.element(element)]
        }
    }

    private var concreteAction: [XMLOutputNode] {
        switch name {
        case "conf:pass", "conf:fail":
            [.element(XMLOutputElement("final", [.init("id", String(name.dropFirst(5)))]))]
        case "conf:script": [.element(XMLOutputElement("script", children: [.text("Var1 = 1")]))]
        case "conf:array123": [.text("[1,2,3]")]
        case "conf:someInlineVal": [.text("123")]
        case "conf:contentFoo": [.element(XMLOutputElement("content", children: [.text("foo")]))]
        case "conf:sendToSender": [.element(XMLOutputElement("send", [.init("event", "e")]))]
        default:
            [.element(XMLOutputElement("assign", [.init("location", "V"), .init("expr", "1")]))]
        }
    }
}

@Suite struct SCXMLSuiteTests {
    @Test(arguments: SuiteDocument.all)
    func `a published document is read, written and read as the same`(
        document: SuiteDocument
    ) throws {
        let source = SourceText(name: "a.scxml", document.text)
        let (read, mistakes, _) = SCXMLReader.read(source, limits: .standard)
        let errors = mistakes.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(DiagnosticRenderer(words: EngineWords()).render(errors))")
        let workflow = try #require(read)
        let written = try SCXMLWriter.text(of: workflow)
        let (again, complaints, _) = SCXMLReader.read(
            SourceText(name: "b.scxml", written),
            limits: .standard
        )
        #expect(complaints.filter { $0.severity == .error }.isEmpty, "\(written)")
        let difference = try lineDifference(
            expected: Sameness.outline(workflow),
            actual: Sameness.outline(#require(again))
        )
        #expect(difference == nil, "\(written)")
    }

    @Test func `a random document is read, written and read as the same`() throws {
        var random = SeededRandom()
        var accepted = 0
        let rounds = TestEnvironment.isFull ? 5_000 : 100
        for _ in 0..<rounds {
            let seed = random.next()
            var writer = RandomSCXML(seed: seed)
            let text = try XMLWriter().write(writer.document())
            let (read, mistakes, _) = SCXMLReader.read(
                SourceText(name: "a.scxml", text),
                limits: .standard
            )
            let errors = mistakes.filter { $0.severity == .error }
            if !errors.isEmpty { continue }
            accepted += 1
            let workflow = try #require(read)
            let written = try SCXMLWriter.text(of: workflow)
            let (again, complaints, _) = SCXMLReader.read(
                SourceText(name: "b.scxml", written),
                limits: .standard
            )
            #expect(complaints.filter { $0.severity == .error }.isEmpty, "\(random)\n\(written)")
            let difference = try lineDifference(
                expected: Sameness.outline(workflow),
                actual: Sameness.outline(#require(again))
            )
            #expect(difference == nil, "\(random) \(seed)\n\(text)\n\(written)")
            if difference != nil { return }
        }
        #expect(accepted > rounds / 4, "\(random)")
    }

    @Test func `both suites are there, or the test says so`() {
        withKnownIssue("no published documents", isIntermittent: true) {
            #expect(SuiteDocument.all.count > 250)
        } when: {
            TestEnvironment.conformance("scxml") == nil
        }
    }
}
