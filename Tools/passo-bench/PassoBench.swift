import PassoCore

/// `passo-bench engine|count|message ...`: our rows beside the peers of `../shared/bench`.
///
/// Results go to standard output as `name<TAB>metric<TAB>value<TAB>unit`.
@main
enum PassoBench {
    private static let usage = """
        usage: passo-bench engine [rate|mem|check|growth|load|run ROUNDS]
               passo-bench count FOLDER ROUNDS
               passo-bench count short FOLDER
               passo-bench message DATA BUILD rate|check|load|run KIND ROUNDS
               passo-bench cel rate CASE ...|expressions|report|run CASE WAY ROUNDS
        """

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "engine": try engine(Array(arguments.dropFirst()))
        case "count": try count(Array(arguments.dropFirst()))
        case "message" where arguments.count > 3:
            try message(arguments[3], data: arguments[1], arguments.dropFirst(4))
        case "cel":
            do throws(CELCompileWork.Mistake) {
                try cel(Array(arguments.dropFirst()))
            } catch {
                fail("does not compile: \(error.text)")
            }
        default: fail(usage)
        }
    }

    private static func cel(_ arguments: [String]) throws(CELCompileWork.Mistake) {
        switch arguments.first {
        case "rate": try CELBench.rate(arguments.dropFirst())
        case "expressions": CELBench.expressions()
        case "report": CELReport.standardInput().print()
        case "run" where arguments.count == 4:
            try CELBench.run(arguments[1], arguments[2], Int(arguments[3]) ?? 1)
        default: fail(usage)
        }
    }

    private static func engine(_ arguments: [String]) throws {
        switch arguments.first {
        case "check": try EngineBench.check()
        case "rate": try EngineBench.rate()
        case "mem": try EngineBench.memory()
        case "growth": try EngineBench.growth()
        case "load": try EngineBench.load()
        case nil:
            try EngineBench.rate()
            try EngineBench.memory()
            try EngineBench.load()
            try EngineBench.growth()
        case "run": try EngineBench.run(Int(arguments.dropFirst().first ?? "") ?? 1)
        default: fail(usage)
        }
    }

    private static func count(_ arguments: [String]) throws {
        switch (arguments.first, arguments.dropFirst().first) {
        case ("short", let folder?): try ShortTextBench.run(folder)
        case (let folder?, let rounds): try CountBench.run(folder, rounds: Int(rounds ?? "") ?? 9)
        default: fail(usage)
        }
    }

    private static func message(
        _ mode: String,
        data: String,
        _ rest: ArraySlice<String>
    ) throws {
        let numbers = rest.compactMap { Int($0) }
        switch mode {
        case "check": try MessageBench(data: data).check()
        case "rate": try MessageBench(data: data).rate()
        case "load": try LoadBench.rate()
        case "mf2": MF2Bench.rate()
        case "run" where numbers.count == 2:
            try MessageBench(data: data).run(numbers[0], numbers[1])
        default: fail(usage)
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
