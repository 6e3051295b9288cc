import Foundation
import PassoTesting
import Testing

@testable import passo_fuzz

/// What the fuzzers began from and what they found, once each.
@Suite struct CorpusTests {
    static func files(_ target: FuzzTarget) throws -> [URL] {
        let root = try #require(TestEnvironment.packageRoot())
        return try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "Tools/passo-fuzz/Corpus/\(target.rawValue)"),
            includingPropertiesForKeys: nil
        )
    }

    @Test(arguments: FuzzTarget.allCases)
    func `every kept input is read without a fault`(target: FuzzTarget) throws {
        let files = try Self.files(target)
        #expect(!files.isEmpty)
        for file in files {
            let fault = target.fault(reading: Array(try Data(contentsOf: file)))
            #expect(fault == nil, "\(file.lastPathComponent)")
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `every reader has words to try`(target: FuzzTarget) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let words = root.appending(path: "Tools/passo-fuzz/Dictionaries/\(target.rawValue).dict")
        #expect(try !String(contentsOf: words, encoding: .utf8).isEmpty)
    }
}
