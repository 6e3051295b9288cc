public import PassoCore
import PassoDefinition
public import PassoRuntime

/// The stage of the procedure: a desk with the records that a scenario gives.
///
/// ```yaml
/// given:
///   mode: push                                   # or queue
///   agents: { anna: { name: Anna Nowak, language: pl, accommodation: 30s } }
///   customers: { maria: { name: Maria Lund, email: maria@example.com } }
///   contacts: { guest: { phone: "+48 600 000 000" } }
///   requests: { r1: { customer: maria, title: Lamp, created: -2d } }
///   tasks: { t1: { channel: chat, customer: maria, arrived: -5m } }
/// ```
/// Beside the events of the definitions a step can do `arrive` (a task comes in), `change` (another
/// server changes a customer or a request), `paste` (several tags), `language` and `reload`.
public struct DeskStage: ScenarioStage {
    /// The desk as it stands.
    public var desk: Desk
    var mode = DeskTask.Mode.queue
    /// Whether a scenario may choose the way of working.
    let isModeOpen: Bool

    /// Makes a stage.
    ///
    /// - Parameters:
    ///   - desk: the desk, without records.
    ///   - mode: the way of working; nil leaves it to the scenario.
    public init(_ desk: Desk, mode: DeskTask.Mode? = nil) {
        self.desk = desk
        self.mode = mode ?? .queue
        isModeOpen = mode == nil
    }

    /// The charts as they stand.
    public var world: World { desk.world }

    /// Whether steps are traced, for coverage.
    public var isTracing: Bool {
        get { desk.isTracing }
        set { desk.isTracing = newValue }
    }

    /// Lets time pass.
    public mutating func advance(to instant: WorldInstant, firingDue: Bool) -> [Happening] {
        firingDue ? desk.advance(through: instant) : desk.advance(to: instant)
    }

    /// Says whether each event would be accepted from an agent now, and if not, why.
    public func explain(_ id: InstanceID, by actor: String) -> [EventExplanation] {
        desk.explain(id, by: actor, includingUnheard: true)
    }

    /// The agent's name.
    public func displayName(of person: String) -> String {
        desk.records.find(Agent.self, person)?.name ?? person
    }
}
