public import PassoCEL

/// An event with its payload checked: made by ``Chart/event(_:_:)``, for that chart only.
public struct Event: Hashable, Sendable {
    /// Which event.
    public let id: EventID
    /// The invocation it comes from, or -1.
    var invocation: Int32 = -1
    /// The payload, in the order of the event's parameters.
    public let payload: [CELValue]

    init(id: EventID, payload: [CELValue]) {
        self.id = id
        self.payload = payload
    }

    /// The same event, said to come from an invocation of a typed chart: its `finalize` is run.
    ///
    /// In an open chart the event itself names its invocation.
    public func from(_ invocation: InvocationID) -> Event {
        var event = self
        event.invocation = Int32(truncatingIfNeeded: invocation.index)
        return event
    }
}

/// Why an event could not be made.
public enum EventProblem: Error, Hashable, Sendable {
    /// The chart has no event of that name.
    case unknownEvent(String)
    /// The event has no parameter of that name.
    case unknownParameter(event: String, parameter: String)
    /// A parameter has no value.
    case missingParameter(event: String, parameter: String)
    /// A parameter's value has another type than declared.
    case wrongType(event: String, parameter: String, expected: CELType)
    /// The values are bigger than ``CoreLimits/payloadBytes`` together.
    case tooHeavy(event: String)
}

/// What the host supplies with an event: made by ``Chart/inputs(_:)``, for that chart only.
public struct Inputs: Hashable, Sendable {
    /// The values, in the order of the chart's inputs.
    public let values: [CELValue]

    @inlinable
    init(values: [CELValue]) { self.values = values }

    /// The inputs of a chart that declares none.
    @inlinable public static var none: Inputs { Inputs(values: []) }
}

/// Why inputs could not be made.
public enum InputProblem: Error, Hashable, Sendable {
    /// The chart has no input of that name.
    case unknownInput(String)
    /// An input has no value.
    case missingInput(String)
    /// An input's value has another type than declared.
    case wrongType(input: String, expected: CELType)
    /// The values are bigger than ``CoreLimits/inputBytes`` together.
    case tooHeavy
}
