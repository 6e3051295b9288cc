import Foundation
import PassoCEL
import PassoRuntime
import PassoTesting
import Testing

@testable import passo_fuzz

/// The worlds that the fuzzer of snapshots begins from.
@Suite struct SnapshotSeedTests {
    @Test func `all charts of the fuzzer run`() {
        #expect(SnapshotCharts.all.count == SnapshotCharts.texts.count)
        #expect(SnapshotCharts.stamps.count == SnapshotCharts.texts.count)
    }

    /// With PASSO_RECORD=1 they are written anew, as after a change of their form.
    @Test(arguments: SnapshotSeed.allCases)
    func `every seed is a world that is taken up`(seed: SnapshotSeed) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let place = root.appending(path: "Tools/passo-fuzz/Corpus/snapshot/\(seed.rawValue).json")
        if ProcessInfo.processInfo.environment["PASSO_RECORD"] == "1" {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try encoder.encode(try seed.archive()).write(to: place)
        }
        let sealed = try #require(FuzzedWorld.sealed(Data(contentsOf: place)))
        let kept = try JSONDecoder().decode(WorldArchive.self, from: sealed)
        let world = try World(kept, definitions: SnapshotCharts.all)
        #expect(!world.instanceIDs.isEmpty)
        #expect(try FuzzedWorld(kept).fault() == nil)
    }

    @Test func `a world that does not fit its charts is refused`() throws {
        var text = try SnapshotSeed.waiting.text()
        #expect(FuzzTarget.snapshot.fault(reading: Array(text.utf8)) == nil)
        text = text.replacing("\"workflow\":\"bell\"", with: "\"workflow\":\"door\"")
        let kept = try JSONDecoder().decode(WorldArchive.self, from: Data(text.utf8))
        #expect(throws: ArchiveProblem.self) {
            try World(kept, definitions: SnapshotCharts.all)
        }
    }
}

/// A world worth keeping, by what is special about it.
enum SnapshotSeed: String, CaseIterable {
    /// Everything is at rest, with timers.
    case waiting
    /// An invocation runs, and there is a past.
    case invoked
    /// Events and a start are on their way.
    case moving

    func archive() throws -> WorldArchive {
        var (world, host) = (World(definitions: SnapshotCharts.all), EmptyHost())
        try world.start("door", workflow: "door", host: &host)
        try world.start("bell", workflow: "bell", host: &host)
        try world.send("open", ["key": "7"], to: "door", by: "anna", host: &host)
        guard self != .waiting else { return world.archive }
        world.advance(through: WorldInstant(.seconds(1)), host: &host)
        for event in ["ring", "again"] {
            try world.send(event, to: "bell", by: "anna", host: &host)
        }
        guard self == .moving else { return world.archive }
        for event in ["ring", "leave", "back"] {
            world.post(Delivery(to: "bell", event: event, cause: .outside(by: "anna")))
            _ = world.step(host: &host)
        }
        world.post(Delivery(to: "bell", event: "in", cause: .message(from: "bell")))
        return world.archive
    }

    func text() throws -> String {
        String(decoding: try JSONEncoder().encode(try archive()), as: UTF8.self)
    }
}
