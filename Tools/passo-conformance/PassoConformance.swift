import Foundation

/// Judges us by published tests: `passo-conformance SUITE DIR [--through yaml]`.
@main
enum PassoConformance {
    /// All suites by the name that the command knows them by.
    static let suites: [String: any ConformanceSuite] = [
        "cel": CELSuite(), "mf1": MessageFormat1Suite(), "mf2": MessageFormat2Suite(),
        "scxml": SCXMLSuite(), "xliff": XLIFFSuite(),
    ]

    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let names = suites.keys.sorted().joined(separator: ", ")
        let route = route(&arguments)
        guard arguments.count == 2, let route else {
            complain(
                "usage: Tools/conformance SUITE DIR\n"
                    + "       Tools/conformance scxml DIR [--through yaml]\n"
                    + "suites: \(names)"
            )
            exit(2)
        }
        guard var suite = suites[arguments[0]] else {
            complain("there is no suite '\(arguments[0])'; there are: \(names)")
            exit(2)
        }
        if route != .direct {
            guard suite is SCXMLSuite else {
                complain("'--through' is for scxml alone")
                exit(2)
            }
            suite = SCXMLSuite(route: route)
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

    /// Takes `--through NAME` off the arguments; nil for a name that is not known.
    private static func route(_ arguments: inout [String]) -> DocumentRoute? {
        guard let place = arguments.firstIndex(of: "--through") else { return .direct }
        guard arguments.indices.contains(place + 1) else { return nil }
        let name = arguments[place + 1]
        arguments.removeSubrange(place...place + 1)
        return DocumentRoute(rawValue: name)
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
