import Foundation
import PassoICU

/// A terminal that gives every key at once, until it is put back.
struct TerminalMode: Sendable {
    private let saved: String

    /// Asks `stty`, which speaks for the terminal on standard input; nil when it cannot.
    init?() {
        let saved = TextFold.trimmed(Self.stty(["-g"]))
        guard !saved.isEmpty else { return nil }
        self.saved = saved
        // A process of its own group may not change the terminal, unless it ignores being told so;
        // that passes on to `stty`.
        signal(SIGTTOU, SIG_IGN)
    }

    /// Gives every key as it is pressed, Ctrl-C too, and shows none.
    func giveKeys() { _ = Self.stty(["-icanon", "-echo", "-isig", "min", "1", "time", "0"]) }

    /// Makes the terminal what it was.
    func restore() { _ = Self.stty([saved]) }

    /// Runs `stty` and gives what it writes; nothing when there is none.
    static func stty(_ arguments: [String]) -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["stty"] + arguments
        let answer = Pipe()
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        let data = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
