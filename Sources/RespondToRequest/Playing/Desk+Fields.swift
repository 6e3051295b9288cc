import PassoCEL

extension Desk {
    /// The fields of a record by name, as scenarios expect them.
    func fields(of kind: RecordKind, _ id: String) -> [String: CELValue]? {
        switch kind {
        case .agent: records.find(Agent.self, id)?.fields
        case .contact: records.find(Contact.self, id)?.fields
        case .customer: records.find(Customer.self, id)?.fields
        case .request: records.find(Request.self, id).map { $0.fields(at: self) }
        case .task: records.find(DeskTask.self, id)?.fields
        case .activity: records.find(Activity.self, id)?.fields
        case .reservation: records.find(Reservation.self, id)?.fields
        }
    }
}

extension Optional<String> {
    fileprivate var value: CELValue { map { CELValue($0) } ?? .null }
}

extension Agent {
    fileprivate var fields: [String: CELValue] {
        ["name": CELValue(name), "language": CELValue(language), "version": CELValue(version)]
    }
}

extension Contact {
    fileprivate var fields: [String: CELValue] {
        [
            "name": CELValue(name), "email": CELValue(email), "phone": CELValue(phone),
            "customer": customer.value,
        ]
    }
}

extension Customer {
    fileprivate var fields: [String: CELValue] {
        [
            "name": CELValue(name), "email": CELValue(email), "phone": CELValue(phone),
            "company": CELValue(company), "notes": CELValue(notes),
            "changedBy": CELValue(changedBy), "version": CELValue(version),
        ]
    }
}

extension Request {
    fileprivate func fields(at desk: Desk) -> [String: CELValue] {
        let activities = desk.records.all(Activity.self).filter { $0.request == id }
        return [
            "title": CELValue(title), "description": CELValue(description),
            "status": CELValue(status.rawValue), "changedBy": CELValue(changedBy),
            "customer": desk.office.customer(of: self).value, "contact": contact.value,
            "version": CELValue(version), "isClosed": .bool(closedAt != nil),
            "activities": CELValue(activities.map { CELValue($0.task) }),
        ]
    }
}

extension DeskTask {
    fileprivate var fields: [String: CELValue] {
        [
            "mode": CELValue(mode.rawValue), "channel": CELValue(channel.rawValue),
            "contact": CELValue(contact),
        ]
    }
}

extension Activity {
    fileprivate var fields: [String: CELValue] {
        [
            "task": CELValue(task), "request": CELValue(request), "agent": CELValue(agent),
            "tags": CELValue(tags.map { CELValue($0) }), "hasEnded": .bool(endedAt != nil),
        ]
    }
}

extension Reservation {
    fileprivate var fields: [String: CELValue] {
        [
            "task": CELValue(task), "agent": CELValue(agent), "state": CELValue(state.rawValue),
            "waits": .duration(CELDuration(seconds: (deadline - offeredAt) / 1_000) ?? .zero),
        ]
    }
}
