import PassoCore

/// `passo-bench engine rate|mem|check`: our row beside the other engines.
///
/// Results go to standard output as `name<TAB>metric<TAB>value<TAB>unit`.
@main
enum PassoBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.first == "engine", let mode = arguments.dropFirst().first else {
            return fail("usage: passo-bench engine rate|mem|check|growth|run ROUNDS")
        }
        switch mode {
        case "check": try EngineBench.check()
        case "rate": try EngineBench.rate()
        case "mem": try EngineBench.memory()
        case "growth": try EngineBench.growth()
        case "run": try EngineBench.run(Int(arguments.dropFirst(2).first ?? "") ?? 1)
        default: fail("usage: passo-bench engine rate|mem|check|growth|run ROUNDS")
        }
    }

    /// Prints one row.
    static func emit(_ name: String, _ metric: String, _ value: Double, _ unit: String) {
        print("\(name)\t\(metric)\t\(Int(value.rounded()))\t\(unit)")
    }

    private static func fail(_ message: String) {
        Standard.error(message)
        Standard.exit(2)
    }
}
