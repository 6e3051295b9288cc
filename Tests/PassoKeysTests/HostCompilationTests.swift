import Foundation
import PassoTesting
import Testing

/// Compiles hosts' files against generated code, as the compiler of a host's build does.
@Suite struct HostCompilationTests {
    @Test func `a host that gives every argument compiles`() throws {
        let run = try typecheck(
            """
            let texts: [LocalizedMessage] = [
                EveryThing._2faTitle, EveryThing.urlCopy, EveryThing.emojiKey, EveryThing.`self`,
                EveryThing.where, EveryThing.købNu(in: "x", count: 2), EveryThing.tagTooLongNow,
                EveryThing.place(n: 1, how: "fast"), EveryThing.unused(later: "x"),
                EveryThing.kinds(
                    whole: 1, part: 1.5, when: MessageInstant(secondsSince1970: 0),
                    who: EveryThing.where, why: EveryThing.place(n: 1, how: "fast"),
                    all: ["a"], tags: [EveryThing.where], ages: [1], any: 3),
            ]
            let bundle = EveryThing.strings.read().0
            print(texts.map { bundle.text($0, in: "da").text })
            """
        )
        #expect(run.status == 0, "\(run.output)")
    }

    static let mistakes = [
        ("EveryThing.tagTooShort", "has no member 'tagTooShort'"),
        ("EveryThing.place(n: 1)", "missing argument for parameter 'how' in call"),
        ("EveryThing.place(n: 1, how: \"x\", now: 2)", "extra argument 'now' in call"),
        ("EveryThing.place(n: \"1\", how: \"x\")", "cannot convert value of type 'String'"),
    ]

    @Test func `a missing key, a missing argument and a wrong type do not`() throws {
        let run = try typecheck(Self.mistakes.map { "_ = \($0.0)" }.joined(separator: "\n"))
        #expect(run.status != 0)
        for (number, mistake) in Self.mistakes.enumerated() {
            let line = run.output.split(separator: "\n").first {
                $0.contains("main.swift:\(number + 2):") && $0.contains("error:")
            }
            #expect(line?.contains(mistake.1) == true, "\(run.output)")
        }
    }

    private func typecheck(_ host: String) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "passo-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (main, keys) = (folder.appending(path: "main.swift"), folder.appending(path: "K.swift"))
        try "import PassoMessages\n\(host)\n".write(to: main, atomically: false, encoding: .utf8)
        try (Everything.generated().0 ?? "").write(to: keys, atomically: false, encoding: .utf8)
        let built = try products()
        let shims = ["CICU", "CExpat"].flatMap { shim in
            [
                "-Xcc",
                "-fmodule-map-file=\(built.appending(path: shim).path).build/module.modulemap",
            ]
        }
        let result = try run(
            [
                "swiftc", "-typecheck", "-swift-version", "6", "-I",
                built.appending(path: "Modules").path,
            ] + shims + [main.path, keys.path]
        )
        try FileManager.default.removeItem(at: folder)
        return result
    }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// The folder that this test was built in.
    private func products() throws -> URL {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try #require(
            [bundle, root.appending(path: ".build/debug")].first {
                FileManager.default.fileExists(atPath: $0.appending(path: "Modules").path)
            }
        )
    }
}
