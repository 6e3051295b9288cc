import Foundation
import PassoTesting
import Testing

@testable import passo_conformance

@Suite struct CELSuiteTests {
    static let published = TestEnvironment.conformance("cel")

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `passes all published cases`() throws {
        let folder = try #require(Self.published)
        let report = try #require(CELSuite().run(in: folder))
        #expect(report.failures == [])
        #expect(report.skipped == 0)
        #expect(report.passed + report.failures.count == (try Self.count(in: folder)))
    }

    /// The number of tests in the files of a folder, by another way than the runner's.
    private static func count(in folder: URL) throws -> Int {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try files.filter { $0.hasSuffix(".json") }.reduce(0) { count, file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return count + text.components(separatedBy: "\"expect\":").count - 1
        }
    }

    /// Cases that are wrong in one way each, and what is said of them.
    @Test(arguments: [
        (#""expr": "1 +", "expect": {"kind": "error"}"#, "does not parse: unexpectedEnd at 3"),
        (#""expr": "1 + ''", "expect": {"kind": "error"}"#, "does not check: noMatchingOverload"),
        (
            #""expr": "1 + 1", "expect": {"kind": "value", "value": {"uint64": "2"}}"#,
            "gives 2 (int) instead of 2u (uint)"
        ),
        (#""expr": "1", "expect": {"kind": "error"}"#, "gives 1 instead of an error"),
        (
            #""expr": "1 / 0", "expect": {"kind": "value", "value": {"int64": "2"}}"#,
            "fails: divideByZero"
        ),
        (
            #""expr": "[1]", "checkOnly": true, "expect": {"kind": "typed", "deducedType": {"list": "uint"}}"#,
            "has the type list(int) instead of list(uint)"
        ),
        (
            #""expr": "[1]", "expect": {"kind": "typed", "value": {"list": []}, "deducedType": {"list": "int"}}"#,
            "gives [1] (list(dyn)) instead of [] (list(dyn))"
        ),
        (
            #""expr": "x", "typeEnv": [{"name": "x", "kind": "variable", "type": "int"}], "expect": {"kind": "value", "value": {"null": null}}"#,
            "fails: unknownName"
        ),
        (
            #""expr": "1", "expect": {"kind": "value", "value": {"int": 1}}"#,
            "expect.value: not a value of one known kind"
        ),
        (
            #""expr": "1", "expect": {"kind": "perhaps"}"#,
            "the test is not of a known form: sections.0.tests.0.expect.kind: "
        ),
        (#""expect": {"kind": "error"}"#, "'expr' is missing"),
    ])
    func `fails what differs`(test: String, reason: String) throws {
        let right = #"{"id": "a/b/right", "expr": "1 / 0", "expect": {"kind": "error"}}"#
        let report = try Self.report([
            "a": Self.file("{\"name\": \"wrong\", \(test)}, \(right), \(right)")
        ])
        #expect(report.summary == "2 passed, 1 failed, 0 skipped")
        #expect(report.failures.first?.id == "a/b/wrong")
        #expect(report.failures.first?.reason.contains(reason) == true, "\(report.failures)")
    }

    @Test func `judges values and types as the tests' description says`() throws {
        let report = try Self.report([
            "a": Self.file(
                #"""
                {"name": "NaN", "expr": "[0.0 / 0.0]", "expect": {"kind": "value", "value": {"list": [{"double": "NaN"}]}}},
                {"name": "order", "expr": "{'a': 1, 'b': b'a'}", "expect": {"kind": "value",
                 "value": {"map": [[{"string": "b"}, {"bytes": "YQ=="}], [{"string": "a"}, {"int64": "1"}]]}}},
                {"name": "unchecked", "expr": "1 + ''", "disableCheck": true, "expect": {"kind": "error"}},
                {"name": "names", "expr": "x", "container": "a.b", "bindings": {"a.x": {"value": {"type": "string"}}},
                 "expect": {"kind": "value", "value": {"type": "string"}}},
                {"name": "function", "expr": "f(1)", "checkOnly": true,
                 "typeEnv": [{"name": "f", "kind": "function", "overloads": [
                    {"id": "f_T", "args": [{"typeParam": "T"}], "result": {"abstract": "box", "params": [{"typeParam": "T"}]}, "member": false}]}],
                 "expect": {"kind": "typed", "deducedType": {"abstract": "box", "params": ["int"]}}}
                """#
            )
        ])
        #expect(report.failures == [])
        #expect(report.summary == "5 passed, 0 failed, 0 skipped")
    }

    @Test(arguments: ["", "{", "[]", #"{"file": "a"}"#, #"{"file": "a", "sections": [{}]}"#])
    func `fails a file of another form`(text: String) throws {
        let report = try Self.report(["a": text, "b": Self.file("")])
        #expect(report.summary == "0 passed, 1 failed, 0 skipped")
        #expect(report.failures.first?.id == "a.json")
        #expect(
            report.failures.first?.reason.hasPrefix("the file is not one of CEL tests: ") == true
        )
    }

    @Test func `finds no cases in a folder without any`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(CELSuite().run(in: folder) == nil)
    }

    private static func file(_ tests: String) -> String {
        "{\"file\": \"a\", \"sections\": [{\"name\": \"b\", \"tests\": [\(tests)]}]}"
    }

    private static func report(_ files: [String: String]) throws -> ConformanceReport {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "cel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name + ".json"))
        }
        return try #require(CELSuite().run(in: folder))
    }
}
