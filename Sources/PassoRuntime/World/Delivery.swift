public import PassoCEL
public import PassoCore

/// One event on its way to one instance.
public struct Delivery: Hashable, Sendable, Codable {
    /// Where an event comes from.
    public enum Cause: Hashable, Sendable, Codable {
        /// Somebody outside, by name.
        case outside(by: String)
        /// Another instance, or the same one.
        case message(from: InstanceID)
        /// A delayed send of the instance itself or of another one.
        case timer(from: InstanceID)
        /// The host, in answer to an action or because it is its turn; or the world itself.
        case host
    }

    /// The instance that is to hear it.
    public let to: InstanceID
    /// The event's name.
    public let event: String
    /// The payload, in the order of the event's parameters; for an open chart none.
    public let payload: [CELValue]
    /// Where it comes from.
    public let cause: Cause
    /// What an open chart reads of it; nil for an event whose payload alone matters.
    public let message: EventMessage?

    /// Makes a delivery.
    public init(
        to: InstanceID,
        event: String,
        payload: [CELValue] = [],
        cause: Cause,
        message: EventMessage? = nil
    ) {
        self.to = to
        self.event = event
        self.payload = payload
        self.cause = cause
        self.message = message
    }

    /// Who outside caused it directly.
    public var actor: String? {
        if case .outside(let name) = cause { name } else { nil }
    }

    /// The instance that sent it, which hears of it when it cannot be delivered.
    var sender: InstanceID? {
        switch cause {
        case .message(let sender), .timer(let sender): sender
        case .outside, .host: nil
        }
    }

    /// A copy for another instance (Recommendation, 6.4.1, `autoforward`).
    func forwarded(to other: InstanceID) -> Delivery {
        Delivery(to: other, event: event, payload: payload, cause: cause, message: message)
    }
}

/// What an event says beside its name: the fields of `_event` (Recommendation, 5.10.1).
public struct EventMessage: Hashable, Sendable, Codable {
    /// Whether it comes from outside, from within or from the engine.
    public let type: EventType
    /// The id that its sender gave it.
    public let sendID: String?
    /// Where an answer can be sent.
    public let origin: String?
    /// The event I/O processor for an answer.
    public let originType: String?
    /// The invocation that it comes from, as its receiver names that.
    public let invokeID: String?
    /// What it carries: named values as a map, content as it is, null for nothing.
    public let data: CELValue

    /// Makes a message; what there is nothing to say of may be left out.
    public init(
        type: EventType = .external,
        sendID: String? = nil,
        origin: String? = nil,
        originType: String? = nil,
        invokeID: String? = nil,
        data: CELValue = .null
    ) {
        self.type = type
        self.sendID = sendID
        self.origin = origin
        self.originType = originType
        self.invokeID = invokeID
        self.data = data
    }
}

/// An action that a chart asks of the host.
public struct ActionCall: Hashable, Sendable {
    /// The action's name.
    public let name: String
    /// The arguments, in the order of the action's declaration.
    public let arguments: [CELValue]
    /// The instance that asks.
    public let instance: InstanceID
    /// What the instance heard when it asked.
    public let delivery: Delivery
}
