import PassoMessages
import PassoRuntime

/// What an agent sees of a task before and while working on it; whatever is missing is left out.
public struct TaskView: Hashable, Sendable {
    /// One item of the customer journey.
    public struct JourneyItem: Hashable, Sendable {
        /// The kind: a request or an activity.
        public let kind: RecordKind
        /// The record's id.
        public let id: String
        /// When it began, in milliseconds since 1970.
        public let at: Int64
    }

    /// The task.
    public let task: DeskTask
    /// The best name for the customer; nil shows as `customer.unknown`.
    public let shownName: String?
    /// What is known of the customer.
    public let customer: Customer?
    /// What the channel knows.
    public let contact: Contact?
    /// The request that the activity belongs to, or would be added to.
    public let request: Request?
    /// The activity, once the task is accepted.
    public let activity: Activity?
    /// Requests and activities of the customer, newest first.
    public let journey: [JourneyItem]
}

/// One row of the request's details: a label, and a value that is a label, a text or a time.
public struct DetailRow: Hashable, Sendable {
    /// The kinds of values.
    public enum Value: Hashable, Sendable {
        /// The text of a key.
        case label(String)
        /// A text as it is.
        case text(String)
        /// A time, in milliseconds since 1970.
        case instant(Int64)
    }

    /// The label's key.
    public let label: String
    /// The value.
    public let value: Value
}

extension Desk {
    /// What an agent sees of a task.
    ///
    /// Looking changes nothing and locks nothing.
    public func view(of task: String) -> TaskView? {
        guard let record = office.records.find(DeskTask.self, task) else { return nil }
        let own = world.text("requestId", in: InstanceID(task))
        let request =
            own.isEmpty
            ? office.mostRecentOpenRequest(ofTask: task) : office.records.find(Request.self, own)
        let shown = office.shownName(ofTask: task)
        return TaskView(
            task: record,
            shownName: shown.isEmpty ? nil : shown,
            customer: office.customer(ofTask: task),
            contact: office.contact(ofTask: task),
            request: request,
            activity: office.records.all(Activity.self).last { $0.task == task },
            journey: journey(of: task)
        )
    }

    private func journey(of task: String) -> [TaskView.JourneyItem] {
        let requests = office.requests(ofTask: task)
        let ids = Set(requests.map(\.id))
        let activities = office.records.all(Activity.self).filter { ids.contains($0.request) }
        let items =
            requests.map {
                TaskView.JourneyItem(kind: .request, id: $0.id, at: $0.createdAt)
            }
            + activities.map {
                TaskView.JourneyItem(kind: .activity, id: $0.id, at: $0.startedAt)
            }
        return items.sorted { ($1.at, $0.id) < ($0.at, $1.id) }
    }

    /// The request's details: status, creation date and, when it is closed, closed date.
    ///
    /// They can be looked at whether or not the request or the interaction is closed.
    public func details(ofRequest id: String) -> [DetailRow] {
        guard let request = office.records.find(Request.self, id) else { return [] }
        let status =
            request.status == .open ? DeskTexts.requestStatusOpen : DeskTexts.requestStatusClosed
        var rows = [
            DetailRow(label: DeskTexts.requestStatus.key, value: .label(status.key)),
            DetailRow(label: DeskTexts.requestCreatedDate.key, value: .instant(request.createdAt)),
        ]
        if let closedAt = request.closedAt {
            let label = DeskTexts.requestClosedDate.key
            rows.append(DetailRow(label: label, value: .instant(closedAt)))
        }
        return rows
    }

    /// The tasks in the queue, oldest first.
    public var queue: [DeskTask] { office.queue(in: world) }

    /// The tasks that an agent has in progress, oldest first.
    public func inProgress(of agent: String) -> [DeskTask] {
        office.records.all(DeskTask.self).filter { task in
            let id = InstanceID(task.id)
            return world.isActive("attached", in: id) && !world.isActive("closed", in: id)
                && world.text("worker", in: id) == agent
        }
    }

    /// The records.
    public var records: any DeskRecords { office.records }
}
