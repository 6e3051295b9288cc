import Foundation
import PassoDiagnostics
import PassoMessages
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

    /// With PASSO_RECORD=1 the compiled seeds are written anew, as after a change of their format.
    @Test func `the compiled tables among the seeds are those of the tables`() throws {
        for file in try Self.files(.arb) where file.pathExtension == "arb" {
            let source = SourceText(
                name: file.lastPathComponent,
                utf8: Array(try Data(contentsOf: file))
            )
            let table = try #require(StringTable.read(arb: source).0)
            let name = file.deletingPathExtension().lastPathComponent + ".table"
            let bytes = CompiledTable(table, bundle: "seed").bytes
            let root = try #require(TestEnvironment.packageRoot())
            let kept = root.appending(path: "Tools/passo-fuzz/Corpus/bundle/\(name)")
            if ProcessInfo.processInfo.environment["PASSO_RECORD"] == "1" {
                try Data(bytes).write(to: kept)
            }
            #expect(Array(try Data(contentsOf: kept)) == bytes, "\(name)")
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `every reader has words to try`(target: FuzzTarget) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let words = root.appending(path: "Tools/passo-fuzz/Dictionaries/\(target.rawValue).dict")
        #expect(try !String(contentsOf: words, encoding: .utf8).isEmpty)
    }
}
