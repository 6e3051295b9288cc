import Foundation
import PassoTesting
import Testing

/// The programs that draw pictures, where they are installed.
enum Painter {
    /// Graphviz.
    static let dot: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(filePath: "\($0)/dot") }.first(where: isExecutable)

    /// The Python with mermaidx that `Tools/test` installs.
    static let python: URL? = TestEnvironment.packageRoot()
        .map { $0.appending(path: ".build-python-mermaid/bin/python") }
        .flatMap { isExecutable($0) ? $0 : nil }

    /// What can be read on one picture, and what is wrong with it.
    struct Reading: Decodable {
        let lines: [String]
        let problem: String
    }

    /// Draws a picture in DOT.
    static func draw(dot picture: String) throws -> Reading {
        let (output, complaints, status) = try run(try #require(dot), ["-Tsvg"], picture)
        let texts = texts(of: output)
        let problem = status == 0 ? complaints : "exit status \(status): \(complaints)"
        return Reading(lines: texts, problem: problem)
    }

    /// Draws pictures of Mermaid.
    static func draw(mermaid pictures: [String]) throws -> [Reading] {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mermaid/draw.py")
        let input = String(decoding: try JSONEncoder().encode(pictures), as: UTF8.self)
        let (output, complaints, status) = try run(try #require(python), [script.path], input)
        #expect(status == 0, "\(complaints)")
        return try JSONDecoder().decode([Reading].self, from: Data(output.utf8))
    }

    private static func isExecutable(_ file: URL) -> Bool {
        FileManager.default.isExecutableFile(atPath: file.path)
    }

    private static func run(
        _ program: URL,
        _ arguments: [String],
        _ input: String
    ) throws -> (output: String, complaints: String, status: Int32) {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "passo-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = ["input", "output", "complaints"].map { folder.appending(path: $0) }
        for file in files { try Data(file == files[0] ? input.utf8 : "".utf8).write(to: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        try FileManager.default.removeItem(at: folder)
        return (texts[1], texts[2], process.terminationStatus)
    }

    /// The contents of the elements `text` of an SVG.
    private static func texts(of svg: String) -> [String] {
        svg.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.starts(with: "<text ".utf8), let start = line.firstIndex(of: 0x3E),
                let end = line.lastIndex(of: 0x3C)
            else { return nil }
            return unescaped(line[line.index(after: start)..<end])
        }
    }

    private static func unescaped(_ text: Substring.UTF8View) -> String {
        var rest = text
        var result: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&"), let end = rest.firstIndex(of: 0x3B) else {
                result.append(byte)
                continue
            }
            let name = String(rest[..<end]) ?? ""
            let number = UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
            let named = ["lt": "<", "gt": ">", "quot": "\"", "amp": "&"][name]
            result += Array((named ?? number.map { String($0) } ?? "").utf8)
            rest = rest[rest.index(after: end)...]
        }
        return String(decoding: result, as: UTF8.self)
    }
}
