import Foundation
import PassoDefinition
import PassoDiagnostics
import Testing

@Suite struct SourceFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "passo-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func ids(_ url: URL, bytes: Int = 100) -> [String] {
        var limits = DefinitionLimits.standard
        limits.fileBytes = bytes
        return SourceFile.load(url.path(), limits: limits).1.map(\.id.rawValue)
    }

    @Test(arguments: [(100, []), (101, ["file-too-large"])])
    func `reads up to the limit and not beyond`(size: Int, expected: [String]) throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.yaml")
            try Data(repeating: 0x20, count: size).write(to: file)
            #expect(ids(file) == expected)
            let link = folder.appending(path: "link.yaml")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            #expect(ids(link) == expected)
        }
    }

    @Test func `gives what it reads byte by byte`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.yaml")
            try Data([0xEF, 0xBB, 0xBF, 0xFF, 0x0D, 0x0A]).write(to: file)
            let (source, diagnostics) = SourceFile.load(file.path())
            #expect(source?.utf8 == [0xEF, 0xBB, 0xBF, 0xFF, 0x0D, 0x0A])
            #expect(source?.name == file.path() && diagnostics.isEmpty)
        }
    }

    @Test func `says of a folder and of nothing what they are`() throws {
        try withFolder { folder in
            #expect(ids(folder) == ["file-is-directory"])
            #expect(ids(folder.appending(path: "none.yaml")) == ["file-missing"])
            #expect(ids(folder.appending(path: "none.yaml/deeper")) == ["file-missing"])
        }
    }

    @Test func `stops reading a device that never ends`() {
        #expect(ids(URL(filePath: "/dev/zero")) == ["file-too-large"])
    }

    @Test func `has words for each refusal`() {
        let words = EngineWords()
        let (_, diagnostics) = SourceFile.load("/nowhere/at/all")
        for diagnostic in diagnostics {
            #expect(
                words.text(for: diagnostic.id, arguments: diagnostic.arguments)
                    == "there is no file '/nowhere/at/all'"
            )
        }
    }

    @Test func `documents come from a definition's own folder and from nowhere else`() throws {
        try withFolder { folder in
            let inner = folder.appending(path: "inner")
            try FileManager.default.createDirectory(
                at: inner.appending(path: "below"),
                withIntermediateDirectories: true
            )
            for name in ["secret", "inner/a b.json", "inner/below/c.json"] {
                try Data(name.utf8).write(to: folder.appending(path: name))
            }
            try FileManager.default.createSymbolicLink(
                at: inner.appending(path: "link"),
                withDestinationURL: folder.appending(path: "secret")
            )
            let path = inner.appending(path: "a.yaml").path(percentEncoded: false)
            let load = SourceFile.documents(beside: path)
            for name in ["a b.json", "a%20b.json", "file:a b.json", "below/c.json", "./a b.json"] {
                #expect(load(name) != nil, "\(name)")
            }
            let secret = folder.appending(path: "secret").path(percentEncoded: false)
            for name in [
                "", ".", "below", "none", "../secret", "below/../../secret", "%2e%2e/secret",
                secret, "file://\(secret)", "link", "D:\\foo", "http://localhost/a", "/etc/passwd",
            ] {
                #expect(load(name) == nil, "\(name)")
            }
            #expect(SourceFile.documents(beside: "-")("a b.json") == nil)
            var limits = DefinitionLimits.standard
            limits.fileBytes = 13
            #expect(SourceFile.documents(beside: path, limits: limits)("a b.json") == nil)
        }
    }
}
