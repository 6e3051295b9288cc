import Foundation
import Testing

@Suite struct ShimTests {
    /// A Clang module that includes ICU's headers breaks every host that imports Foundation, which has
    /// an ICU of its own (swift-foundation-icu issue 93).
    ///
    /// RE2's headers are C++, which a host that imports Passo must not have to read.
    @Test(arguments: [
        ("CICU", ["CICU.h", "PassoBlocks.h"]), ("CRE2", ["CRE2.h"]), ("CExpat", ["CExpat.h"]),
        ("CZlib", ["CZlib.h"]),
    ])
    func `the public headers of a shim include no header of its library`(
        shim: String,
        names: [String]
    ) throws {
        let folder = Repository.root.appending(path: "Sources/\(shim)/include")
        let headers = Repository.files(in: folder, endingIn: ["h"])
        #expect(headers.map(\.lastPathComponent) == names)
        for header in headers {
            let includes = try Repository.text(of: header).split(separator: "\n")
                .filter { $0.hasPrefix("#include") }
            #expect(
                includes.allSatisfy { $0.contains("<std") || $0.contains("\"Passo") },
                "\(includes)"
            )
        }
    }

    /// PassoICU calls C; PassoMessages reads mapped tables, PassoCEL calls RE2, PassoText expat and
    /// PassoCatalog zlib, in one folder each.
    private static let unsafeFolders = [
        "Sources/PassoMessages/Memory/", "Sources/PassoCEL/RegularExpressions/",
        "Sources/PassoText/XML/Expat/", "Sources/PassoCatalog/Exchange/ZIP/Zlib/",
    ]

    @Test func `no Swift code but PassoICU and four folders handles unsafe memory`() throws {
        for module in Layers.all.joined() where module != "PassoICU" {
            for file in Repository.files(in: Repository.folder(of: module), endingIn: ["swift"])
            where !Self.unsafeFolders.contains(where: Repository.path(of: file).hasPrefix) {
                let lines = try Repository.text(of: file).split(separator: "\n")
                for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                    #expect(
                        !line.split(separator: " ").contains("unsafe"),
                        "\(Repository.path(of: file)): \(line)"
                    )
                }
            }
        }
    }

    @Test func `a name is written out and no file is a drawer of oddments`() {
        let drawers = ["Utils", "Helpers", "Manager", "Common", "Misc"]
        for folder in ["Sources", "Tools", "Tests"] {
            let files = Repository.files(
                in: Repository.root.appending(path: folder),
                endingIn: ["swift"]
            )
            for file in files {
                let name = file.deletingPathExtension().lastPathComponent
                #expect(
                    !drawers.contains { name.contains($0) },
                    "\(Repository.path(of: file)): name the file after its one idea"
                )
            }
        }
    }
}
