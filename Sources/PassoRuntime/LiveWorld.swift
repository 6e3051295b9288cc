public import PassoCEL

/// A world on a real clock: a thin driver that lets time pass and keeps no rules of its own.
///
/// Time comes from a monotonic clock, so a change of the computer's time moves no deadline. An event
/// that arrives at the very instant of a deadline goes before it.
///
/// ```swift
/// let live = LiveWorld(world, host: host)
/// Task { await live.run { report in show(report) } }
/// try await live.send("accept", to: "t1", by: "anna")
/// ```
public actor LiveWorld<Host: WorldHost & Sendable> {
    /// The world, as far as it has come.
    public private(set) var world: World
    /// Its surroundings.
    public private(set) var host: Host
    private let clock = ContinuousClock()
    private let origin: ContinuousClock.Instant

    /// Makes a driver.
    ///
    /// - Parameters:
    ///   - world: what it drives.
    ///   - host: the world's surroundings.
    ///   - instant: the world's time now, such as a kept world's by the wall clock: timers that came
    ///     due meanwhile are late. Nil goes on from where the world is.
    public init(_ world: World, host: Host, at instant: WorldInstant? = nil) {
        self.world = world
        self.host = host
        origin = clock.now - max(world.now, instant ?? world.now).duration
    }

    /// The instant that the clock shows.
    public var now: WorldInstant { WorldInstant(clock.now - origin) }

    /// Brings an event from outside to an instance.
    ///
    /// - Returns: what happened, in order: first what was due before it.
    @discardableResult
    public func send(
        _ event: String,
        _ payload: [String: CELValue] = [:],
        to id: InstanceID,
        by actor: String
    ) throws(WorldProblem) -> [Occurrence] {
        let due = world.advance(to: now, host: &host)
        return due + (try world.send(event, payload, to: id, by: actor, host: &host))
    }

    /// Changes the host's records or the world in one go, and returns what that gives.
    @discardableResult
    public func update<Result: Sendable>(
        _ body: @Sendable (inout World, inout Host) throws -> Result
    ) rethrows -> Result {
        try body(&world, &host)
    }

    /// Fires what is due.
    @discardableResult
    public func tick() -> [Occurrence] {
        world.advance(through: now, host: &host)
    }

    /// Fires timers as they come due, until the task is cancelled.
    ///
    /// Never early; late by at most the poll interval, when a timer is armed while this sleeps.
    ///
    /// - Parameters:
    ///   - poll: the longest sleep.
    ///   - report: called with what happened, when anything did.
    public func run(
        poll: Duration = .milliseconds(100),
        report: @Sendable ([Occurrence]) async -> Void
    ) async {
        while !Task.isCancelled {
            let happened = tick()
            if !happened.isEmpty { await report(happened) }
            let wait = world.nextTimer.map { $0.duration - now.duration } ?? poll
            // A cancelled sleep ends the loop by its condition.
            try? await clock.sleep(for: min(max(wait, .milliseconds(1)), poll))
        }
    }
}
