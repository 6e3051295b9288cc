import Foundation
import Testing

@Suite struct EmbeddingTests {
    /// Builds a package of its own that depends on this one, as a host would.
    @Test func `a host of thirty lines loads its own definition and refuses in Danish`() throws {
        let folder = Repository.root.appending(path: "Tests/EmbeddingHost")
        let scratch = Repository.root.appending(path: ".build-embedding")
        // An incremental build of another package misses new files, unless it is planned anew, and types
        // that changed their layout, unless all the host's files are compiled anew.
        try FileManager.default.setAttributes(
            [.modificationDate: Date()],
            ofItemAtPath: folder.appending(path: "Package.swift").path
        )
        let built = scratch.appending(path: "debug/doorbell.build").path
        if FileManager.default.fileExists(atPath: built) {
            try FileManager.default.removeItem(atPath: built)
        }
        let run = try CommandLineRun(
            executable: URL(filePath: "/usr/bin/env"),
            [
                "swift", "run", "--quiet", "--package-path", folder.path, "--scratch-path",
                scratch.path, "doorbell", folder.path,
            ]
        )
        #expect(run.status == 0, "\(run.complaints)")
        #expect(
            run.output == """
                Velkommen, Zoë!
                Østergaard-Kristiansen: “Navn” må højst være på 20 tegn.
                Velkommen, Łukasz!
                Ana: Der er kun plads til 2 gæster.
                2,000 1
                “Navn” må højst være på 20 tegn.
                “Name” can have at most 20 characters.

                """
        )
    }
}
