import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import RespondToRequest

/// A scenario named on the command line, played.
struct ScenarioInput {
    let path: String
    let outcome: Scenarios.Outcome

    /// The texts of its transcript: those of the first definition.
    var strings: StringBundle? { outcome.definitions.lazy.compactMap(\.strings).first }

    var diagnostics: [Diagnostic] { outcome.diagnostics }

    /// Plays a file; definitions are found beside it.
    init(path: String) {
        let (source, problems) = SourceFile.load(path)
        guard let source else {
            self.init(path: path, outcome: Scenarios.Outcome(diagnostics: problems))
            return
        }
        self.init(source, path: path)
    }

    private init(path: String, outcome: Scenarios.Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// Plays a text that was loaded from a path.
    init(_ source: SourceText, path: String) {
        self.path = path
        let folder = path == "-" ? "." : URL(filePath: path).deletingLastPathComponent().path
        outcome = Scenarios.play(
            source,
            bundles: { DefinitionInput.bundle($0, beside: folder).strings },
            load: { SourceFile.load($0.hasPrefix("/") ? $0 : "\(folder)/\($0)").0 }
        )
    }

    /// Plays a shipped scenario.
    init(shipped source: SourceText) {
        path = source.name
        outcome = Scenarios.play(source)
    }
}
