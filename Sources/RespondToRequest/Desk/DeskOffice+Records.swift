import PassoCEL
import PassoRuntime

extension DeskOffice {
    /// The customer of a task, if there is a record.
    func customer(ofTask task: String) -> Customer? {
        contact(ofTask: task)?.customer.flatMap { records.find(Customer.self, $0) }
    }

    func contact(ofTask task: String) -> Contact? {
        records.find(DeskTask.self, task).flatMap { records.find(Contact.self, $0.contact) }
    }

    /// The best name there is for the customer of a task; empty when there is none.
    func shownName(ofTask task: String) -> String {
        let known = customer(ofTask: task)?.shown ?? ""
        return known.isEmpty ? contact(ofTask: task)?.shown ?? "" : known
    }

    /// The requests of the same customer or, while there is none, of the same contact.
    func requests(ofTask task: String) -> [Request] {
        guard let contact = contact(ofTask: task) else { return [] }
        return records.all(Request.self).filter { request in
            guard let customer = contact.customer else { return request.contact == contact.id }
            return self.customer(of: request) == customer
        }
    }

    /// The customer of a request, also when the contact turned out to be one later.
    func customer(of request: Request) -> String? {
        if let customer = request.customer { return customer }
        return request.contact.flatMap { records.find(Contact.self, $0)?.customer }
    }

    /// The open request that an activity of this task is added to: the most recent one.
    func mostRecentOpenRequest(ofTask task: String) -> Request? {
        requests(ofTask: task).filter { $0.status == .open }.max { left, right in
            let (first, second) = (age(of: left), age(of: right))
            return first == second ? left.id.precedes(right.id) : first < second
        }
    }

    private func age(of request: Request) -> Int64 {
        switch policy.attach {
        case .createdAt: return request.createdAt
        case .lastActivityAt:
            let activities = records.all(Activity.self).filter { $0.request == request.id }
            return activities.map { $0.endedAt ?? $0.startedAt }.max() ?? request.createdAt
        }
    }

    /// The id that the next new record of a kind gets.
    func nextID(_ kind: RecordKind) -> String {
        var number = records.count(kind) + 1
        while isTaken("\(kind.rawValue)-\(number)", kind) { number += 1 }
        return "\(kind.rawValue)-\(number)"
    }

    private func isTaken(_ id: String, _ kind: RecordKind) -> Bool {
        switch kind {
        case .request: records.find(Request.self, id) != nil
        case .customer: records.find(Customer.self, id) != nil
        case .activity: records.find(Activity.self, id) != nil
        case .reservation: records.find(Reservation.self, id) != nil
        case .contact: records.find(Contact.self, id) != nil
        case .agent: records.find(Agent.self, id) != nil
        case .task: records.find(DeskTask.self, id) != nil
        }
    }

    /// Another known customer with the same email address or phone number.
    func duplicate(email: String, phone: String, ofTask task: String) -> (id: String, by: String)? {
        let (email, phone) = (Identity.email(email), Identity.phone(phone))
        let all = records.all(Customer.self)
        if !email.isEmpty, let found = all.first(where: { Identity.email($0.email) == email }) {
            return (found.id, "email")
        }
        if !phone.isEmpty, let found = all.first(where: { Identity.phone($0.phone) == phone }) {
            return (found.id, "phone")
        }
        return contact(ofTask: task)?.customer.map { ($0, "contact") }
    }
}

extension String {
    /// Orders ids that end in a number by that number: `request-9` before `request-10`.
    func precedes(_ other: String) -> Bool {
        (utf8.count, self) < (other.utf8.count, other)
    }
}
