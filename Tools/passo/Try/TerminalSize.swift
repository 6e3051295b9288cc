import Foundation

/// How large the terminal is.
struct TerminalSize: Equatable {
    let rows: Int
    let columns: Int

    /// Asks `stty`, which answers for the terminal on standard input; nil when nobody knows.
    static func current() -> TerminalSize? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["stty", "size"]
        let answer = Pipe()
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        // Without `stty` there is no status bar; the session is the same.
        guard (try? process.run()) != nil else { return nil }
        let data = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let numbers = String(decoding: data, as: UTF8.self).split { $0.isWhitespace }
            .compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] > 4, numbers[1] > 20 else { return nil }
        return TerminalSize(rows: numbers[0], columns: numbers[1])
    }
}
