import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest
import Testing

@Suite struct ReplayTests {
    @Test(arguments: Scenarios.shipped.map(\.name))
    func `the journal alone makes the same states again`(name: String) throws {
        let outcome = try play(name, language: nil)
        let world = try #require(outcome.transcript?.world)
        let kept = try JSONEncoder().encode(world.journal)
        let journal = try JSONDecoder().decode([JournalEntry].self, from: kept)
        let replay = try JournalReplay(of: journal, definitions: outcome.definitions)
        for id in world.instanceIDs {
            #expect(replay.snapshots[id] == world.snapshot(of: id))
        }
    }

    @Test(arguments: Scenarios.shipped.map(\.name))
    func `agents who read Polish come to the states of agents who read English`(
        name: String
    ) throws {
        let polish = try #require(try play(name, language: "pl").transcript)
        let english = try #require(try play(name, language: "en").transcript)
        #expect(polish.world?.journal == english.world?.journal)
        for id in english.world?.instanceIDs ?? [] {
            #expect(polish.world?.snapshot(of: id) == english.world?.snapshot(of: id))
        }
        // The words differ, and nothing else does.
        let writers = ["pl", "en"].map {
            TranscriptWriter(strings: DeskStrings.shipped, locale: $0)
        }
        let texts = writers.map { writer in english.lines.map { writer.text(of: $0) } }
        #expect(texts[0] != texts[1])
        #expect(!texts.joined().contains { $0.contains("[") && $0.contains(".tooLong]") })
    }

    /// Plays a shipped scenario with every agent reading one language.
    private func play(_ name: String, language: String?) throws -> Scenarios.Outcome {
        let source = try #require(Scenarios.shipped.first { $0.name == name })
        var text = String(decoding: source.utf8, as: UTF8.self)
        if let language {
            text = text.replacing(/, language: [a-z]+/, with: "")
            text = text.replacing("{ name: Anna", with: "{ language: \(language), name: Anna")
            text = text.replacing("{ name: Ben", with: "{ language: \(language), name: Ben")
        }
        return Scenarios.play(SourceText(name: name, text))
    }
}
