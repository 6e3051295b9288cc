import Foundation

/// A program of this machine that translators open our files with.
struct OutsideProgram {
    /// What it did.
    struct Run {
        let status: Int32
        let output: String
    }

    private let file: URL

    /// A program by its path.
    init(_ file: URL) { self.file = file }

    /// Looks for a program where the shell does; nil where it is not installed.
    init?(named name: String) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let places = path.split(separator: ":").map { URL(filePath: "\($0)/\(name)") }
        let found = places.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { return nil }
        file = found
    }

    /// Runs the program to its end; what it says and what it complains of come as one text.
    func run(_ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Run(status: process.terminationStatus, output: String(decoding: said, as: UTF8.self))
    }
}
