import PassoCEL
import PassoRuntime

extension DeskOffice {
    mutating func createCustomer(_ call: ActionCall, in world: World) -> [Delivery] {
        guard let task = DeskNames.task(ofForm: call.instance) else { return [] }
        var customer = Customer(id: nextID(.customer))
        customer.fill(call.arguments, by: world.text("worker", in: InstanceID(task)), in: world)
        keep(customer)
        link(task, to: customer.id)
        let own = Delivery(to: call.instance, event: "customer.saved", cause: .host)
        return [own] + announce(customer: customer.id, in: world, except: call.instance)
    }

    mutating func saveCustomer(_ call: ActionCall, in world: World) -> [Delivery] {
        guard let task = DeskNames.task(ofForm: call.instance),
            var customer = customer(ofTask: task)
        else { return [] }
        customer.version = Int(world.value(of: "base.version", in: call.instance)?.intValue ?? 0)
        customer.fill(call.arguments, by: world.text("worker", in: InstanceID(task)), in: world)
        do {
            try records.save(customer)
        } catch {
            return [Delivery(to: call.instance, event: "customer.changed", cause: .host)]
        }
        let own = Delivery(to: call.instance, event: "customer.saved", cause: .host)
        return [own] + announce(customer: customer.id, in: world, except: call.instance)
    }

    /// The contact turned out to be a customer who is known already.
    mutating func useExisting(_ call: ActionCall, in world: World) -> [Delivery] {
        guard let task = DeskNames.task(ofForm: call.instance),
            let customer = call.arguments.first?.stringValue,
            records.find(Customer.self, customer) != nil
        else { return [] }
        link(task, to: customer)
        let own = Delivery(to: call.instance, event: "customer.linked", cause: .host)
        return [own] + announce(customer: customer, in: world, except: call.instance)
    }

    /// Tells every other form of a customer that the record was changed.
    func announce(
        customer: String,
        in world: World,
        except own: InstanceID? = nil
    ) -> [Delivery] {
        records.all(DeskTask.self)
            .filter { self.customer(ofTask: $0.id)?.id == customer }
            .map { DeskNames.form(of: $0.id) }
            .filter { $0 != own && world.contains($0) }
            .map { Delivery(to: $0, event: "customer.changed", cause: .host) }
    }

    /// From now on every task and request of the contact is the customer's.
    private mutating func link(_ task: String, to customer: String) {
        guard var contact = contact(ofTask: task) else { return }
        contact.customer = customer
        keep(contact)
    }
}

extension Customer {
    /// Takes the fields of a form, in the order of its actions' arguments.
    mutating func fill(_ values: [CELValue], by agent: String, in world: World) {
        let texts = values.map { $0.stringValue ?? "" }
        guard texts.count == 5 else { return }
        (name, email, phone, company, notes) = (texts[0], texts[1], texts[2], texts[3], texts[4])
        changedBy = agent
        changedAt = world.milliseconds
    }
}
