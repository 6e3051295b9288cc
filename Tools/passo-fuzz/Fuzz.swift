import Foundation
import PassoTesting

/// Feeds mutated texts to a reader of outside data: `passo-fuzz TARGET RUNS [SEED]`.
///
/// Every run has a seed of its own, so a failure is run again by naming it. The runs happen in a
/// child process: if one traps, the parent still says which.
@main
enum Fuzz {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isChild = arguments.first == "--child"
        if isChild { arguments.removeFirst() }
        guard (2...4).contains(arguments.count),
            let target = FuzzTarget(rawValue: arguments[0]),
            let runs = Int(arguments[1]), runs > 0,
            let seed = arguments.count > 2 ? UInt64(arguments[2]) : TestEnvironment.seed
        else {
            complain(
                "usage: Tools/fuzz TARGET RUNS [SEED]\n"
                    + "targets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))"
            )
            exit(2)
        }
        if isChild {
            try run(target, runs: runs, seed: seed, note: URL(filePath: arguments[3]))
        } else {
            try supervise(target, runs: runs, seed: seed)
        }
    }

    /// Runs the child and says how it ended.
    private static func supervise(_ target: FuzzTarget, runs: Int, seed: UInt64) throws {
        let note = FileManager.default.temporaryDirectory
            .appending(path: "passo-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        try Data(repeating: 0, count: 8).write(to: note)
        defer { try? FileManager.default.removeItem(at: note) }  // A leftover note harms nobody.
        let child = Process()
        child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = ["--child", target.rawValue, String(runs), String(seed), note.path]
        try child.run()
        child.waitUntilExit()
        if child.terminationReason == .exit && child.terminationStatus == 0 {
            print("\(target.rawValue): \(runs) runs, 0 failures, first seed \(seed)")
            return
        }
        let failed = try Data(contentsOf: note).reversed().reduce(UInt64(0)) {
            $0 << 8 | UInt64($1)
        }
        print("FAIL \(target.rawValue): seed \(failed) (Tools/fuzz \(target.rawValue) 1 \(failed))")
        exit(1)
    }

    /// The child: notes each seed before its run.
    private static func run(_ target: FuzzTarget, runs: Int, seed: UInt64, note: URL) throws {
        let handle = try FileHandle(forWritingTo: note)
        for index in 0..<UInt64(runs) {
            let current = seed &+ index
            try handle.seek(toOffset: 0)
            try handle.write(
                contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: current >> ($0 * 8)) }
            )
            var random = SeededRandom(seed: current)
            let bytes = Mutation.mutate(target.examples, using: &random)
            if let fault = target.fault(reading: bytes) {
                complain("\(fault)\n--- input:\n\(String(decoding: bytes, as: UTF8.self))\n---")
                exit(1)
            }
            if index % 10_000 == 9_999 { complain("\(target.rawValue): \(index + 1) runs") }
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
