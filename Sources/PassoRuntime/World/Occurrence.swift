public import PassoCEL
public import PassoCore

/// One thing that happened in a world, in the order in which things happened.
public enum Occurrence: Hashable, Sendable {
    /// An instance was started.
    case started(InstanceID)
    /// An instance heard an event and took at least one transition.
    case heard(Delivery)
    /// An instance heard an event and refused it; nothing changed.
    case refused(Delivery, RefusedEvent)
    /// An event could not be processed; nothing changed.
    case failed(Delivery, DeliveryFailure)
    /// An event of an open chart was not delivered; the chart hears `error.communication` of it.
    case undelivered(Delivery, DeliveryFailure)
    /// An instance came to its end, with this data for the one that invoked it.
    case ended(InstanceID, CELValue)
    /// An instance was cancelled by the one that invoked it; its exit actions were run.
    case stopped(InstanceID)
    /// An invocation did not begin; its chart hears an error of it.
    case notInvoked(Invocation, InvocationProblem)
    /// A person is told something by an instance.
    case told(InstanceID, Notice, by: Delivery?)
    /// The host performed an action.
    case performed(ActionCall)
    /// An instance wrote to its log.
    case logged(InstanceID, label: String, CELValue)
    /// An invariant of an instance does not hold after a step.
    case invariantBroken(InstanceID, BrokenInvariant)
    /// A step that was traced did this.
    case traced(InstanceID, TraceEntry)
    /// More happened at one instant than ``RuntimeLimits`` allows; these deliveries were dropped.
    case overrun(dropped: Int)
}

/// Why an event was refused, and what a person reads about it.
public struct RefusedEvent: Hashable, Sendable {
    /// The chart's refusal; nil when the host refused.
    public let refusal: Refusal?
    /// What a person reads; nil when the definition says nothing for such a refusal.
    public let notice: Notice?
    /// The data item that a form should lead to.
    public let field: String?

    /// Makes a refusal by the chart.
    public init(_ refusal: Refusal, notice: Notice?) {
        self.refusal = refusal
        self.notice = notice
        if case .requirement(let failed) = refusal.reason {
            field = failed.field
        } else {
            field = nil
        }
    }

    /// Makes a refusal by the host.
    public init(_ refusal: HostRefusal) {
        self.refusal = nil
        notice = refusal.notice
        field = nil
    }

    /// Whether a stated rule refused the event, rather than nothing hearing it.
    public var isByRule: Bool {
        switch refusal?.reason {
        case .requirement, .guardError, nil: true
        case .noTransition, .finished: false
        }
    }
}

/// A host's refusal of an event.
public struct HostRefusal: Hashable, Sendable {
    /// What a person reads.
    public let notice: Notice

    /// Makes a refusal.
    public init(_ notice: Notice) { self.notice = notice }
}

/// Why an event could not be processed.
public enum DeliveryFailure: Error, Hashable, Sendable {
    /// There is no instance of that id.
    case unknownInstance
    /// A chart sends to a target that the host finds no instance for.
    case unknownTarget(String)
    /// The event is unknown to the chart, or its payload has the wrong kind.
    case event(EventProblem)
    /// The host's inputs do not fit the chart.
    case inputs(InputProblem)
    /// The step could not be finished.
    case step(StepFailure)

    /// The name that the data of `error.communication` give it.
    var code: String {
        switch self {
        case .unknownInstance: "unknownInstance"
        case .unknownTarget: "unknownTarget"
        case .event: "refusedEvent"
        case .inputs: "refusedInputs"
        case .step: "failedStep"
        }
    }

    /// What they say it is about.
    var reason: String {
        switch self {
        case .unknownInstance: ""
        case .unknownTarget(let target): target
        case .event(let problem): "\(problem)"
        case .inputs(let problem): "\(problem)"
        case .step(let failure): "\(failure)"
        }
    }
}
