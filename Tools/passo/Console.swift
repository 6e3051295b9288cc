import Foundation

/// The two streams: results on standard output, everything else on standard error.
enum Console {
    /// Whether results go to a person's terminal, in colour unless `NO_COLOR` asks for none.
    static var isColored: Bool { isColored(descriptor: STDOUT_FILENO) }

    /// Whether complaints go to a person's terminal that shows colour.
    static var complainsInColor: Bool { isColored(descriptor: STDERR_FILENO) }

    /// Writes a result and a line break.
    static func print(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    /// Writes a text as it is, as a prompt needs it.
    static func printWithoutBreak(_ text: String) {
        write(text, to: .standardOutput)
    }

    /// Writes what is not a result: progress and complaints.
    static func complain(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            // The reader went away, as `head` does: there is nobody left to tell.
            Foundation.exit(ExitStatus.refused.rawValue)
        }
    }

    /// Whether the terminal understands more than plain text.
    static var isTerminalCapable: Bool {
        let terminal = ProcessInfo.processInfo.environment["TERM", default: ""]
        return !terminal.isEmpty && terminal != "dumb"
    }

    private static func isColored(descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(descriptor) == 1
            && environment["NO_COLOR", default: ""].isEmpty
            && environment["TERM"] != "dumb"
    }
}
