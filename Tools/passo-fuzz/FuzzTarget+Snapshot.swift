import Foundation
import PassoCore
import PassoDefinition
import PassoRuntime

extension FuzzTarget {
    /// Bytes are refused or are a world that can be driven and kept again, whatever they say.
    ///
    /// Read as they are, and again with the stamps of the charts that their instances run: otherwise
    /// hardly any change of a chart would leave a seed that comes further than that.
    func snapshotFault(_ bytes: [UInt8]) -> String? {
        let data = Data(bytes)
        return snapshotFault(decoding: data)
            ?? FuzzedWorld.sealed(data).flatMap { snapshotFault(decoding: $0) }
    }

    private func snapshotFault(decoding data: Data) -> String? {
        // The reason of a refusal does not matter here; that there is one, and no trap, does.
        guard let archive = try? JSONDecoder().decode(WorldArchive.self, from: data),
            let world = try? FuzzedWorld(archive)
        else { return nil }
        return world.fault()
    }
}

/// A kept world of outside, driven as its host would.
struct FuzzedWorld {
    private var world: World
    private var host = EmptyHost()

    /// How much is done with one world, whatever it asks for.
    private static let steps = 100
    private static let timers = 10
    private static let instances = 4

    private static let limits: RuntimeLimits = {
        var limits = RuntimeLimits()
        limits.instances = 100
        limits.documents = 2
        limits.timers = 1_000
        limits.waiting = 1_000
        return limits
    }()

    init(_ archive: WorldArchive) throws {
        world = try World(archive, definitions: SnapshotCharts.all, limits: Self.limits)
        world.isTracing = true
    }

    /// Says what is wrong; nil when nothing is.
    func fault() -> String? {
        var driven = self
        driven.follow()
        for id in driven.world.instanceIDs.prefix(Self.instances) {
            for event in driven.events(of: id) {
                driven.world.post(Delivery(to: id, event: event, cause: .outside(by: "fuzz")))
                driven.follow()
            }
        }
        for _ in 0..<Self.timers {
            guard driven.world.postNextTimer(through: WorldInstant(nanoseconds: .max)) else {
                break
            }
            driven.follow()
        }
        return driven.keepingFault()
    }

    /// Does what is on its way, as far as that is bounded.
    private mutating func follow() {
        for _ in 0..<Self.steps where world.step(host: &host) == nil { return }
    }

    /// Events that the instance's chart knows.
    private func events(of id: InstanceID) -> [String] {
        guard let chart = world.definition(of: id)?.chart else { return [] }
        return chart.events.prefix(8).map { chart.name(of: $0) } + ["unheard.of"]
    }

    /// A world that was driven is kept and taken up again as it is.
    private func keepingFault() -> String? {
        let archive = world.archive
        guard let data = try? JSONEncoder().encode(archive),
            let read = try? JSONDecoder().decode(WorldArchive.self, from: data)
        else { return "a world cannot be kept" }
        if read != archive { return "a kept world is another one" }
        var limits = Self.limits
        limits.waiting = .max
        limits.timers = .max
        do throws(ArchiveProblem) {
            let again = try World(read, definitions: SnapshotCharts.all, limits: limits)
            return again.archive == archive ? nil : "a world that is taken up is another one"
        } catch { return "a kept world is refused: \(error)" }
    }

    /// A kept world whose snapshots have the stamps of their charts; nil for what is none.
    static func sealed(_ data: Data) -> Data? {
        guard var object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            var instances = object["instances"] as? [[String: Any]]
        else { return nil }
        for (place, instance) in instances.enumerated() {
            guard let workflow = instance["workflow"] as? String,
                let stamp = SnapshotCharts.stamps[workflow],
                var snapshot = instance["snapshot"] as? [String: Any]
            else { continue }
            snapshot["chart"] = stamp
            instances[place]["snapshot"] = snapshot
        }
        object["instances"] = instances
        // What came from JSON is JSON again.
        return try? JSONSerialization.data(withJSONObject: object)
    }
}
