import Foundation
import PassoCEL
import PassoTesting

/// A file of the published CEL tests, in the form that their folder's README describes.
struct ConformanceFile: Decodable {
    let file: String
    let sections: [Section]

    struct Section: Decodable {
        let name: String
        let tests: [ConformanceTest]
    }

    /// All tests with their names: file, section and test.
    var tests: [(name: String, test: ConformanceTest)] {
        sections.flatMap { section in
            section.tests.map { ("\(file)/\(section.name)/\($0.name)", $0) }
        }
    }

    /// Reads a file of the published tests, if they are there.
    static func read(_ name: String) throws -> ConformanceFile? {
        guard let file = TestEnvironment.conformance("cel/\(name).json") else { return nil }
        return try JSONDecoder().decode(ConformanceFile.self, from: Data(contentsOf: file))
    }
}

struct ConformanceTest: Decodable {
    let name: String
    let expr: String
    let container: String?
    let disableCheck: Bool?
    let checkOnly: Bool?
    let typeEnv: [Declaration]?
    let bindings: [String: Binding]?
    let expect: Expectation

    struct Binding: Decodable {
        let value: ConformanceValue
    }

    struct Declaration: Decodable {
        let name: String
        let kind: String
        let type: ConformanceType?
        let overloads: [Overload]?
    }

    struct Overload: Decodable {
        let id: String
        let args: [ConformanceType]
        let result: ConformanceType
        let member: Bool
    }

    struct Expectation: Decodable {
        let kind: String
        let value: ConformanceValue?
        let deducedType: ConformanceType?
    }
}
