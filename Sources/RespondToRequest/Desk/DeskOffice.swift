import PassoRuntime

/// The surroundings of the charts: records, who works with whom, and what comes next.
///
/// What may be done, and what people are told, stands in the definitions; this supplies what their
/// rules ask about and performs what they decide.
public struct DeskOffice: Sendable {
    /// The records.
    public internal(set) var records: any DeskRecords
    /// The policies that are set beside the definitions.
    public internal(set) var policy: DeskPolicy

    /// Makes an office.
    public init(records: any DeskRecords, policy: DeskPolicy = DeskPolicy()) {
        self.records = records
        self.policy = policy
    }
}

/// Choices that a desk makes beside its definitions.
public struct DeskPolicy: Hashable, Sendable, Codable {
    /// Which Ready agent is offered the next task.
    public enum Dispatch: String, Hashable, Sendable, Codable, CaseIterable {
        /// Who is Ready longest, of two the first by id.
        case longestReady
        /// Who has the fewest tasks in progress, of two who is Ready longest.
        case leastBusy
    }

    /// Which open request is the most recent one.
    public enum Attach: String, Hashable, Sendable, Codable, CaseIterable {
        /// The one created last, of two the last by id.
        case createdAt
        /// The one with the last activity, of two the one created last.
        case lastActivityAt
    }

    /// Which Ready agent is offered the next task.
    public var dispatch: Dispatch
    /// Which open request is the most recent one.
    public var attach: Attach

    /// Makes a policy; left out, it is the usual one.
    public init(dispatch: Dispatch = .longestReady, attach: Attach = .createdAt) {
        self.dispatch = dispatch
        self.attach = attach
    }
}

/// The names of the workflows and instances of a desk.
enum DeskNames {
    static let agent = "agent"
    static let task = "respond-to-request"
    static let form = "customer-form"

    static func form(of task: String) -> InstanceID { InstanceID(task + "/form") }

    /// The task that a form belongs to.
    static func task(ofForm form: InstanceID) -> String? {
        form.rawValue.hasSuffix("/form") ? String(form.rawValue.dropLast(5)) : nil
    }
}
