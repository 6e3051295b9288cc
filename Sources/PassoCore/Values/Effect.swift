public import PassoCEL

/// One thing the runtime has to do.
public enum Effect: Hashable, Sendable {
    /// Deliver an event, now or later.
    case send(SendEffect)
    /// Forget the delayed sends with that id.
    case cancel(SendID)
    /// Do something in the host's world.
    case perform(action: Int, name: String, arguments: [CELValue])
    /// Tell the person something.
    case tell(Notice)
    /// Write to the log.
    case log(label: String, CELValue)
}

/// An event to deliver.
public struct SendEffect: Hashable, Sendable {
    /// The event, when it goes to this instance.
    public let event: EventID?
    /// The event's name, which is all another chart knows it by.
    public let name: String
    /// The payload, in order.
    public let payload: [CELValue]
    /// The chart it goes to; nil is this instance.
    public let target: String?
    /// How long it waits, in nanoseconds; 0 goes at once.
    public let delayNanoseconds: Int64
    /// The id a cancel names.
    public let id: SendID?

    /// Makes a send.
    public init(
        event: EventID?,
        name: String,
        payload: [CELValue],
        target: String?,
        delayNanoseconds: Int64,
        id: SendID?
    ) {
        self.event = event
        self.name = name
        self.payload = payload
        self.target = target
        self.delayNanoseconds = delayNanoseconds
        self.id = id
    }
}

/// One thing a step did.
public enum TraceEntry: Hashable, Sendable {
    /// An event was taken from a queue, or the step began with it.
    case heard(EventID)
    /// A state was exited.
    case exited(StateID)
    /// A transition's actions were run.
    case took(TransitionID)
    /// A state was entered.
    case entered(StateID)
    /// A guard could not be evaluated and counted as false.
    case guardFailed(GuardError)
    /// An action could not be evaluated and ended its block.
    case actionFailed(CELError, place: Int)
}
