import Foundation
import PassoDiagnostics
import PassoTesting
import Testing

@testable import PassoDefinition

/// The article about SCXML names what there is.
@Suite struct SCXMLArticleTests {
    private static let article: String = {
        let file = TestEnvironment.packageRoot()?.appending(
            path: "Sources/PassoDefinition/PassoDefinition.docc/SCXML.md"
        )
        return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    }()

    @Test func `its document is read without a word`() throws {
        let start = try #require(Self.article.range(of: "```xml\n"))
        let rest = Self.article[start.upperBound...]
        let end = try #require(rest.range(of: "```"))
        let source = SourceText(name: "a.scxml", String(rest[..<end.lowerBound]))
        let (workflow, found, _) = SCXMLReader.read(source, limits: .standard)
        #expect(found.isEmpty && workflow?.states.count == 2)
    }

    @Test func `every element and attribute of our namespace is in its tables`() {
        let words = Set(Self.article.split { !$0.isLetter }.map(String.init))
        for name in SCXMLRule.ownNames {
            #expect(words.contains(name), "<passo:\(name)>")
            for attribute in SCXMLRule.own(name)?.attributes ?? [] {
                #expect(words.contains(attribute), "\(attribute) of <passo:\(name)>")
            }
        }
        for name in SCXMLRule.names {
            for attribute in SCXMLRule.scxml(name)?.ownAttributes ?? [] {
                #expect(words.contains(attribute), "passo:\(attribute) of <\(name)>")
            }
        }
    }
}
