public import PassoCEL

/// One thing the runtime has to do.
public enum Effect: Hashable, Sendable {
    /// Deliver an event, now or later.
    case send(SendEffect)
    /// Forget the delayed sends with that id.
    case cancel(SendID)
    /// Forget the delayed sends with that id, which an expression gave.
    case cancelNamed(String)
    /// Begin an invocation.
    case invoke(InvokeEffect)
    /// End an invocation, which is not heard from any more.
    case cancelInvoke(id: String)
    /// Hand the event of this step to an invocation (Recommendation, 6.4.1, `autoforward`).
    case forward(id: String)
    /// The instance has come to its end, with this data for whoever runs it (Recommendation, 3.7
    /// and 6.4.3); null when it has none.
    ///
    /// It comes last, after all exit actions.
    case done(CELValue)
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
    /// The data, by which an open chart and one that knows it by name are told; null when there are
    /// none.
    public let data: CELValue
    /// Where it goes: another chart, `#_parent`, `#_INVOCATION` or `#_scxml_SESSION`; nil is this
    /// instance.
    public let target: String?
    /// The event I/O processor, when the definition names one.
    public let type: String?
    /// How long it waits, in nanoseconds; 0 goes at once.
    public let delayNanoseconds: Int64
    /// The id a cancel names.
    public let id: SendID?
    /// The id as text, given or made; a runtime that reports an error about the send names it.
    public let sendID: String?
    /// Where the definition has the send.
    public let place: Int

    /// Makes a send.
    public init(
        event: EventID?,
        name: String,
        payload: [CELValue],
        target: String?,
        delayNanoseconds: Int64,
        id: SendID?,
        data: CELValue = .null,
        type: String? = nil,
        sendID: String? = nil,
        place: Int = 0
    ) {
        self.event = event
        self.name = name
        self.payload = payload
        self.target = target
        self.delayNanoseconds = delayNanoseconds
        self.id = id
        self.data = data
        self.type = type
        self.sendID = sendID
        self.place = place
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
