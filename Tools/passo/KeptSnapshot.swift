import Foundation
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// A snapshot from a file, with the inputs saved beside it.
struct KeptSnapshot {
    let snapshot: Snapshot
    let inputs: Inputs

    /// Reads a saved instance, or a bare snapshot.
    ///
    /// - Throws: ``ExitStatus`` after saying what is wrong with the file.
    init(path: String, of definition: Definition) throws {
        let data = Data(try TextInput.read(path).utf8)
        let chart = definition.chart
        do {
            if let instance = try? JSONDecoder().decode(WorldArchive.Instance.self, from: data) {
                snapshot = instance.snapshot
                let names = chart.blueprint.inputs.map(\.name)
                let values = Dictionary(
                    zip(names, instance.inputs),
                    uniquingKeysWith: { _, later in later }
                )
                inputs = try chart.inputs(values, allowingMissing: true)
            } else {
                snapshot = try JSONDecoder().decode(Snapshot.self, from: data)
                inputs = try chart.inputs(allowingMissing: true)
            }
        } catch {
            // What is wrong inside is for whoever wrote the file, which is this program.
            Words.complain(EngineTexts.snapshotUnreadable(path: path))
            throw ExitStatus.usage
        }
        guard chart.accepts(snapshot) else {
            Words.complain(
                EngineTexts.snapshotOtherDefinition(path: path, definition: definition.source.name)
            )
            throw ExitStatus.refused
        }
    }
}
