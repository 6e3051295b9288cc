import Foundation
import Testing

/// What an evaluation costs must not grow unnoticed; instructions are counted, since seconds depend on
/// what else the machine does.
@Suite struct InstructionCountTests {
    @Test func `an evaluation takes the instructions that are kept on file, within 5 percent`()
        throws
    {
        guard ProcessInfo.processInfo.environment["PASSO_COUNT_INSTRUCTIONS"] != nil else {
            print("Instruction counts: Tools/test makes the release build they need; skipped")
            return
        }
        let script = Process()
        script.executableURL = Repository.root.appending(path: "Tools/passo-bench/cel-instructions")
        let (output, errors) = (Pipe(), Pipe())
        script.standardOutput = output
        script.standardError = errors
        try script.run()
        let rows = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        let mistakes = errors.fileHandleForReading.readDataToEndOfFile()
        script.waitUntilExit()
        let words = String(decoding: mistakes, as: UTF8.self)
        #expect(script.terminationStatus == 0, "\(rows)\n\(words)")
        #expect(rows.split(separator: "\n").count >= 6)
    }
}
