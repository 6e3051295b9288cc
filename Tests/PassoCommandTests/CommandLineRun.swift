import Foundation

/// One run of the real program: its arguments, what it wrote, and how it ended.
struct CommandLineRun {
    let output: String
    let complaints: String
    let status: Int32

    /// Runs `passo`, which stands beside the test bundle in the build folder.
    init(
        _ arguments: [String],
        input: String = "",
        in folder: URL? = nil,
        environment: [String: String] = [:]
    ) throws {
        try self.init(
            executable: Self.program,
            arguments,
            input: input,
            in: folder,
            environment: environment
        )
    }

    /// Runs any program to its end, with pipes for all three streams.
    init(
        executable: URL,
        _ arguments: [String],
        input: String = "",
        in folder: URL? = nil,
        environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        let streams = try (
            input: Self.file(holding: input), output: Self.file(), complaints: Self.file()
        )
        process.standardInput = try FileHandle(forReadingFrom: streams.input)
        process.standardOutput = try FileHandle(forWritingTo: streams.output)
        process.standardError = try FileHandle(forWritingTo: streams.complaints)
        try process.run()
        process.waitUntilExit()
        output = try String(contentsOf: streams.output, encoding: .utf8)
        complaints = try String(contentsOf: streams.complaints, encoding: .utf8)
        status = process.terminationStatus
        for file in [streams.input, streams.output, streams.complaints] {
            try FileManager.default.removeItem(at: file)
        }
    }

    /// The folder of the built products: the test bundle or its runner lies there.
    static let products: URL = {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [bundle, Repository.root.appending(path: ".build/debug")]
        return candidates.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "passo").path)
        }
            ?? candidates[1]
    }()

    static var program: URL { products.appending(path: "passo") }

    private static func file(holding text: String = "") throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "passo-\(UUID().uuidString)"
        )
        try text.write(to: file, atomically: false, encoding: .utf8)
        return file
    }
}

/// Where this repository stands.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// A folder that lives as long as the closure runs.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "passo-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = Swift.Result { try body(folder) }
    try FileManager.default.removeItem(at: folder)
    return try result.get()
}
