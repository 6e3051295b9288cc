public import PassoCEL

/// What an instance was invoked by (Recommendation, 6.4).
public struct Invocation: Hashable, Sendable, Codable {
    /// The instance that invoked it, which it reaches as `#_parent`.
    public let parent: InstanceID
    /// The id by which that instance knows it.
    public let id: String

    /// Makes a link.
    public init(parent: InstanceID, id: String) {
        self.parent = parent
        self.id = id
    }
}

/// An invocation whose instance is yet to be started.
public struct PendingStart: Hashable, Sendable, Codable {
    /// The instance's name.
    public let instance: InstanceID
    /// What invoked it.
    public let invocation: Invocation
    /// The name of the workflow, or the key of the document, that it runs.
    public let workflow: String
    /// Values in place of the initial ones.
    public let data: [String: CELValue]
}

/// Why an invocation did not begin.
public enum InvocationProblem: Error, Hashable, Sendable {
    /// Nobody knows that type of service.
    case unknownType(String)
    /// There is no definition of that workflow.
    case unknownWorkflow(String)
    /// The host has no document at that address.
    case unknownDocument(String)
    /// The content is no text, or nothing says what is to be run.
    case noContent
    /// Another invocation of the instance runs under the same id.
    case duplicate
    /// The document is refused; the ids of its mistakes.
    case refused([String])
    /// The instance could not be started.
    case start(String)
    /// More than ``RuntimeLimits`` allows.
    case limit(String)

    /// The name that the event's data give it.
    var code: String {
        switch self {
        case .unknownType: "unknownType"
        case .unknownWorkflow: "unknownWorkflow"
        case .unknownDocument: "unknownDocument"
        case .noContent: "noContent"
        case .duplicate: "duplicateInvocation"
        case .refused: "refusedDocument"
        case .start: "refusedStart"
        case .limit: "limit"
        }
    }

    /// What the problem is about.
    var reason: String {
        switch self {
        case .unknownType(let name), .unknownWorkflow(let name), .unknownDocument(let name),
            .start(let name), .limit(let name):
            name
        case .noContent, .duplicate: ""
        case .refused(let ids): ids.joined(separator: " ")
        }
    }

    /// The event that tells the chart: what is not reached is an error of communication, the rest
    /// one of execution (Recommendation, 3.12.2).
    var event: String {
        switch self {
        case .unknownDocument: "error.communication"
        default: "error.execution"
        }
    }
}
