internal import Foundation
internal import PassoDiagnostics

/// Writes one Swift file with the typed keys of the bundle in a folder.
///
/// Usage: `passo-keys OUTPUT BUNDLE MODULE FOLDER`. The file is left alone when it would not
/// change. Mistakes are printed as the compiler prints its own, all of them, with status 1.
enum PassoKeys {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 4 else {
            complain("usage: passo-keys OUTPUT BUNDLE MODULE FOLDER")
            exit(2)
        }
        do {
            var bundle = BundleTables(name: arguments[1])
            for path in try tables(in: arguments[3]) { bundle.add(try source(path)) }
            guard let text = bundle.generate(importing: arguments[2]) else {
                complain(DiagnosticRenderer(words: KeysWords()).render(bundle.diagnostics))
                exit(1)
            }
            try write(text, to: URL(filePath: arguments[0]))
        } catch {
            complain("passo-keys: \(error.localizedDescription)")
            exit(1)
        }
    }

    private static func tables(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".arb") && !$0.hasPrefix(".") }
            .sorted().map { "\(folder)/\($0)" }
    }

    private static func source(_ path: String) throws -> SourceText {
        SourceText(name: path, utf8: Array(try Data(contentsOf: URL(filePath: path))))
    }

    /// An unchanged file keeps its date, and nothing that depends on it is compiled again.
    private static func write(_ text: String, to file: URL) throws {
        let data = Data(text.utf8)
        guard FileManager.default.contents(atPath: file.path) != data else { return }
        try data.write(to: file, options: .atomic)
    }

    private static func complain(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }
}
