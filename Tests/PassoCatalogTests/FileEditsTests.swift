import Foundation
import PassoDiagnostics
import Testing

@testable import PassoCatalog

@Suite struct FileEditsTests {
    private let files = ["a.arb": "A", "b.arb": "B", "c.tsv": "C"]

    private func edits(in path: String) -> FileEdits {
        var edits = files.sorted { $0.key < $1.key }.map { name, text in
            FileEdits.Edit(
                path: "\(path)/\(name)",
                before: Array(text.utf8),
                after: Array("new \(text)".utf8)
            )
        }
        edits.append(.init(path: "\(path)/d.new", before: nil, after: Array("D".utf8)))
        return FileEdits(edits)
    }

    /// All files of a folder, hidden ones too.
    private func content(of path: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let texts = try names.map { try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8) }
        return Dictionary(uniqueKeysWithValues: zip(names, texts))
    }

    @Test func `are written together`() throws {
        try withFiles(files) { path in
            let place = "\(path)/a.arb"
            let permissions: [FileAttributeKey: Any] = [.posixPermissions: 0o640]
            try FileManager.default.setAttributes(permissions, ofItemAtPath: place)
            #expect(edits(in: path).write().map(\.id).isEmpty)
            #expect(
                try content(of: path) == [
                    "a.arb": "new A", "b.arb": "new B", "c.tsv": "new C", "d.new": "D",
                ]
            )
            let attributes = try FileManager.default.attributesOfItem(atPath: place)
            #expect(attributes[.posixPermissions] as? Int == 0o640)
        }
    }

    @Test func `a link stays one, and what it points to is written`() throws {
        try withFiles(["real/x": "A"]) { path in
            let link = "\(path)/a.arb"
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: "\(path)/real/x"
            )
            let edit = FileEdits.Edit(path: link, before: Array("A".utf8), after: Array("N".utf8))
            #expect(FileEdits([edit]).write().isEmpty)
            #expect(try String(contentsOfFile: "\(path)/real/x", encoding: .utf8) == "N")
            let attributes = try FileManager.default.attributesOfItem(atPath: link)
            #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
        }
    }

    @Test func `a failure at any step leaves all files as they were`() throws {
        var isDone = false
        for failing in 0..<100 where !isDone {
            try withFiles(files) { path in
                let fault = Fault(at: failing)
                let found = edits(in: path).write(fault.steps)
                isDone = !fault.hasFailed
                guard !isDone else {
                    #expect(found.isEmpty && failing == 8, "four files, written and put in place")
                    return
                }
                #expect(found.map(\.id.rawValue) == ["file-unwritable"], "\(failing)")
                let after = try content(of: path)
                #expect(after == files, "\(failing)")
            }
        }
        #expect(isDone)
    }

    @Test func `a file that cannot be brought back is named`() throws {
        try withFiles(files) { path in
            let fault = Fault(at: 6)
            var steps = fault.steps
            steps.restore = { _, _ in false }
            let found = edits(in: path).write(steps)
            #expect(
                found.map(\.id.rawValue) == [
                    "file-unwritable", "exchange-half-written", "exchange-half-written",
                ]
            )
            #expect(
                found.map { ($0.source.name as NSString).lastPathComponent }
                    == ["c.tsv", "a.arb", "b.arb"]
            )
        }
    }

    @Test func `what somebody changed in the meantime is not written over`() throws {
        try withFiles(files) { path in
            let edits = edits(in: path)
            try "other".write(toFile: "\(path)/c.tsv", atomically: false, encoding: .utf8)
            #expect(edits.write().map(\.id.rawValue) == ["exchange-file-changed"])
            try "C".write(toFile: "\(path)/c.tsv", atomically: false, encoding: .utf8)
            try "other".write(toFile: "\(path)/d.new", atomically: false, encoding: .utf8)
            #expect(edits.write().map(\.id.rawValue) == ["exchange-file-changed"])
            let after = try content(of: path)
            #expect(after["a.arb"] == "A" && after.count == 4)
        }
    }
}

/// Steps of which one fails: the n-th that writes or replaces.
private final class Fault {
    private var left: Int
    private(set) var hasFailed = false

    init(at step: Int) { left = step }

    private func fails() -> Bool {
        left -= 1
        if left == -1 { hasFailed = true }
        return left == -1
    }

    var steps: FileSteps {
        let real = FileSteps()
        var steps = real
        steps.stage = { self.fails() ? nil : real.stage($0, $1) }
        steps.replace = { self.fails() ? false : real.replace($0, $1) }
        return steps
    }
}
