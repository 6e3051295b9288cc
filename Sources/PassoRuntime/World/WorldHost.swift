public import PassoCEL
public import PassoDiagnostics

/// What surrounds a world: it knows the records, performs actions and decides who talks to whom.
///
/// A world calls its host at fixed points and in a fixed order; a host that answers alike for equal
/// records makes the whole deterministic. Whatever a host answers is written to the journal, so a
/// replay needs no host.
public protocol WorldHost {
    /// Supplies the inputs of an event that is about to be heard, by dotted name.
    ///
    /// Inputs left out are zero values.
    mutating func inputs(for delivery: Delivery, in world: World) -> [String: CELValue]

    /// Finds the instance that a chart means by the name of a target.
    func instance(for target: String, of sender: InstanceID, in world: World) -> InstanceID?

    /// Performs an action.
    ///
    /// - Returns: events in answer, delivered in order after what is already on its way.
    mutating func perform(_ call: ActionCall, in world: World) -> [Delivery]

    /// Says what happens next when nothing is on its way: work to hand out, for example.
    ///
    /// Asked again until it answers nil. An event that is refused must not be answered again, or
    /// the world ends the turn by its limit.
    mutating func next(in world: World) -> Delivery?

    /// Finds a document that a chart names by its address: one to be run by an invocation
    /// (Recommendation, 6.4), or what a document that is run takes its data and scripts from.
    ///
    /// The world fetches nothing itself; a host that answers decides what may be read.
    ///
    /// - Parameter address: as the chart has it, such as `file:order.scxml`.
    /// - Returns: the document; nil when there is none, or the host keeps it to itself.
    func document(at address: String) -> SourceText?

    /// Refuses an event from outside before its chart hears it.
    ///
    /// For rules about persons that stand above all charts. Nothing is written to the journal.
    func refusal(of delivery: Delivery, in world: World) -> HostRefusal?
}

extension WorldHost {
    /// Supplies nothing: every input is its zero value.
    public mutating func inputs(for delivery: Delivery, in world: World) -> [String: CELValue] {
        [:]
    }

    /// Takes the target's name for an instance's name.
    public func instance(
        for target: String,
        of sender: InstanceID,
        in world: World
    ) -> InstanceID? {
        let id = InstanceID(target)
        return world.contains(id) ? id : nil
    }

    /// Does nothing.
    public mutating func perform(_ call: ActionCall, in world: World) -> [Delivery] { [] }

    /// Leaves the world at rest.
    public mutating func next(in world: World) -> Delivery? { nil }

    /// Has no documents.
    public func document(at address: String) -> SourceText? { nil }

    /// Refuses nothing.
    public func refusal(of delivery: Delivery, in world: World) -> HostRefusal? { nil }
}

/// A host without records, for charts that need none.
public struct EmptyHost: WorldHost, Sendable {
    /// Makes a host.
    public init() {}
}
