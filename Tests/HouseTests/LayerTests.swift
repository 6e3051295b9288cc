import Foundation
import Testing

@Suite struct LayerTests {
    @Test(arguments: Layers.all.joined())
    func `a module imports only what lies below it`(module: String) throws {
        let own = try #require(Layers.layer(of: module))
        for file in Repository.files(in: Repository.folder(of: module), endingIn: ["swift"]) {
            for name in try imports(of: file) where name != module {
                guard let other = Layers.layer(of: name) else { continue }
                #expect(
                    other < own,
                    """
                    \(Repository.path(of: file)) imports \(name), which is not below \(module): move \
                    the code down, or pass what it needs in as an argument
                    """
                )
            }
        }
    }

    @Test(arguments: Layers.pure)
    func `a pure module imports no Foundation`(module: String) throws {
        for file in Repository.files(in: Repository.folder(of: module), endingIn: ["swift"]) {
            for name in try imports(of: file) {
                #expect(
                    !name.hasPrefix("Foundation"),
                    "\(Repository.path(of: file)) imports \(name); the pure layers do without"
                )
            }
        }
    }

    @Test func `a C shim is imported by its one module`() throws {
        for module in Layers.all.joined() {
            for file in Repository.files(in: Repository.folder(of: module), endingIn: ["swift"]) {
                for name in try imports(of: file) {
                    guard let owner = Layers.shims[name] else { continue }
                    #expect(
                        owner == module,
                        "\(Repository.path(of: file)) imports \(name); use \(owner)"
                    )
                }
            }
        }
    }

    @Test func `the umbrella hands on every module of layers 0 to 4`() throws {
        let umbrella = try imports(
            of: Repository.folder(of: "Passo").appending(path: "Passo.swift")
        )
        // A shim is one module’s own; the translators’ tools are a product that hosts ask for.
        let others = Set(Layers.shims.keys).union(["PassoCatalog"])
        let modules = Layers.all[0...4].joined().filter { !others.contains($0) }
        #expect(umbrella.sorted() == modules.sorted())
    }

    @Test func `every module of the map has sources and every folder of sources is on the map`()
        throws
    {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Sources").path
        )
        let known = Set(Layers.all.joined()).union(["Passo", "PassoTesting", "PassoCommand"])
        #expect(Set(folders).subtracting(known).isEmpty, "a folder is missing in Layers.all")
        for module in known.subtracting(Layers.shims.keys) {
            let sources = Repository.files(in: Repository.folder(of: module), endingIn: ["swift"])
            #expect(!sources.isEmpty, "\(module) has no sources")
        }
    }

    private func imports(of file: URL) throws -> [String] {
        try Repository.text(of: file).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), words.count > index + 1,
                words[..<index].allSatisfy({ isModifier($0) })
            else { return nil }
            let path = words.last.map(String.init) ?? ""
            return String(path.split(separator: ".").first ?? "")
        }
    }

    private func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || ["public", "package", "internal", "private", "fileprivate"].contains(word)
    }
}
