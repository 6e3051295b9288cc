import Foundation
import PassoMessages
import PassoTesting
import Testing

/// The published suite of MessageFormat 2, as far as it can be judged without formatting.
@Suite struct MF2SuiteTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let source: String
        let errors: [String]

        var testDescription: String { source }

        init(source: String, errors: [String]) {
            self.source = source
            self.errors = errors
        }
    }

    static let cases: [Case] = {
        guard let folder = TestEnvironment.conformance("mf2"),
            let files = FileManager.default.enumerator(atPath: folder.path())
        else { return [] }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
            .flatMap { cases(in: folder.appending(path: $0)) }
    }()

    private static func cases(in file: URL) -> [Case] {
        guard let data = FileManager.default.contents(atPath: file.path()),
            let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return [] }
        let defaults = json["defaultTestProperties"] as? [String: Any]
        func errors(_ properties: [String: Any]?) -> [String]? {
            (properties?["expErrors"] as? [[String: String]])?.compactMap { $0["type"] }
        }
        let tests = json["tests"] as? [[String: Any]] ?? []
        return tests.map { test in
            Case(
                source: test["src"] as? String ?? "",
                errors: errors(test) ?? errors(defaults) ?? []
            )
        }
    }

    @Test(.enabled(if: !cases.isEmpty, "no conformance data beside the package"), arguments: cases)
    func `finds the mistakes that the suite names and no others`(sample: Case) {
        let (message, problems) = MF2Message.parse(sample.source)
        let known = Set(MF2ProblemID.allCases.map(\.rawValue))
        #expect(Set(problems.map(\.id.rawValue)) == Set(sample.errors).intersection(known))
        #expect((message == nil) == sample.errors.contains("syntax-error"))
    }

    @Test(.enabled(if: !cases.isEmpty, "no conformance data beside the package"), arguments: cases)
    func `is written so that it reads as the same message`(sample: Case) throws {
        let (message, _) = MF2Message.parse(sample.source)
        guard let message else { return }
        let again = try #require(MF2Message.parse(message.text).0)
        #expect(again.withoutRanges == message.withoutRanges)
        #expect(again.text == message.text)
    }

    @Test(.enabled(if: !cases.isEmpty, "no conformance data beside the package"))
    func `reads the published suite`() {
        #expect(Self.cases.count > 300)
    }
}
