import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// The files of published suites, which are well-formed, valid or not.
@Suite struct PublishedXMLTests {
    private static let endings = [".xlf", ".scxml", ".txml", ".xsd"]

    private static let files: [URL] = ["xliff", "scxml"].flatMap { folder -> [URL] in
        guard let place = TestEnvironment.conformance(folder) else { return [] }
        let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String }
        return (names ?? []).filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
            .map { place.appending(path: $0) }
    }

    @Test func `every published file is read, and what is written of it reads the same`() throws {
        if Self.files.isEmpty { print("no published data: skipped") }
        for file in Self.files {
            let source = SourceText(
                name: file.lastPathComponent,
                utf8: Array(try Data(contentsOf: file))
            )
            let (document, mistakes) = XMLReader.read(source)
            if mistakes.map(\.id) == ["document-type"] { continue }
            #expect(mistakes.map(\.summary) == [], "\(file.path)")
            #expect(XMLCheck.faults(document, mistakes, in: source) == [], "\(file.path)")
            guard let root = document?.root else { continue }
            let own = root.standaloneText
            let (again, complaints) = XMLReader.read(SourceText(name: "own", own))
            #expect(complaints.map(\.summary) == [], "\(file.path)")
            let shape = XMLShape.of(.element(root))
            #expect(again.map { XMLShape.of(.element($0.root)) } == shape, "\(file.path)")
        }
    }
}
