import Foundation

/// Judges us by published tests: `passo-conformance SUITE DIR`.
@main
enum PassoConformance {
    /// All suites by the name that the command knows them by.
    static let suites: [String: any ConformanceSuite] = [
        "cel": CELSuite(), "mf1": MessageFormat1Suite(),
    ]

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let names = suites.keys.sorted().joined(separator: ", ")
        guard arguments.count == 2 else {
            complain("usage: Tools/conformance SUITE DIR\nsuites: \(names)")
            exit(2)
        }
        guard let suite = suites[arguments[0]] else {
            complain("there is no suite '\(arguments[0])'; there are: \(names)")
            exit(2)
        }
        guard let report = suite.run(in: URL(filePath: arguments[1])) else {
            complain("no cases of \(arguments[0]) in '\(arguments[1])'")
            exit(2)
        }
        for note in report.notes { complain("note: \(note)") }
        for failure in report.failures { print("FAIL \(failure.id): \(failure.reason)") }
        print(report.summary)
        exit(report.failures.isEmpty ? 0 : 1)
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
