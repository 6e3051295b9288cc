import Foundation

/// Feeds kept inputs to a reader of outside data, once each: `passo-fuzz TARGET FILE...`.
///
/// `Tools/fuzz` builds the same program with libFuzzer instead, which makes inputs of its own.
enum Fuzz {
    static func run() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let target = arguments.first.flatMap(FuzzTarget.init), arguments.count > 1 else {
            complain("usage: passo-fuzz TARGET FILE...\ntargets: \(FuzzTarget.names)")
            exit(2)
        }
        var failures = 0
        for path in arguments.dropFirst() {
            let bytes = try Data(contentsOf: URL(filePath: path))
            guard let fault = target.fault(reading: Array(bytes)) else { continue }
            failures += 1
            complain("\(path): \(fault)")
        }
        print("\(target.rawValue): \(arguments.count - 1) files, \(failures) failures")
        if failures > 0 { exit(1) }
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

#if !FUZZING
@main
extension Fuzz {
    static func main() throws { try run() }
}
#endif
