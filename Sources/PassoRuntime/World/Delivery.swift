public import PassoCEL

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
        /// The host, in answer to an action or because it is its turn.
        case host
    }

    /// The instance that is to hear it.
    public let to: InstanceID
    /// The event's name.
    public let event: String
    /// The payload, in the order of the event's parameters.
    public let payload: [CELValue]
    /// Where it comes from.
    public let cause: Cause

    /// Makes a delivery.
    public init(to: InstanceID, event: String, payload: [CELValue] = [], cause: Cause) {
        self.to = to
        self.event = event
        self.payload = payload
        self.cause = cause
    }

    /// Who outside caused it directly.
    public var actor: String? {
        if case .outside(let name) = cause { name } else { nil }
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
