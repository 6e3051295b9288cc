import PassoCEL
import PassoRuntime

extension DeskOffice {
    mutating func reserve(_ call: ActionCall, in world: World) {
        let wait: CELDuration
        if case .duration(let value) = world.value(of: "wait", in: call.instance) {
            wait = value
        } else {
            wait = .zero
        }
        let now = world.milliseconds
        keep(
            Reservation(
                id: nextID(.reservation),
                task: call.instance.rawValue,
                agent: world.text("worker", in: call.instance),
                offeredAt: now,
                deadline: now + wait.seconds * 1_000 + Int64(wait.nanoseconds) / 1_000_000
            )
        )
    }

    mutating func endReservation(_ call: ActionCall, in world: World) {
        let task = call.instance.rawValue
        let pending = records.all(Reservation.self).last { $0.task == task && $0.state == .pending }
        guard var reservation = pending,
            let state = call.arguments.first?.stringValue.flatMap(Reservation.State.init)
        else { return }
        reservation.state = state
        reservation.endedAt = world.milliseconds
        keep(reservation)
    }

    /// Adds the activity to the request that was chosen, which is created if it is new.
    mutating func attachActivity(_ call: ActionCall, in world: World) {
        let task = call.instance.rawValue
        guard let record = records.find(DeskTask.self, task) else { return }
        let request = world.text("requestId", in: call.instance)
        let now = world.milliseconds
        if records.find(Request.self, request) == nil {
            keep(
                Request(
                    id: request,
                    customer: customer(ofTask: task)?.id,
                    contact: record.contact,
                    createdAt: now
                )
            )
        }
        keep(
            Activity(
                id: nextID(.activity),
                task: task,
                request: request,
                agent: world.text("worker", in: call.instance),
                channel: record.channel,
                startedAt: now
            )
        )
    }

    mutating func endInteraction(_ call: ActionCall, in world: World) {
        let task = call.instance.rawValue
        guard var activity = records.all(Activity.self).last(where: { $0.task == task }) else {
            return
        }
        let tags = world.value(of: "tags", in: call.instance)?.listValue ?? []
        activity.tags = tags.compactMap(\.stringValue)
        activity.endedAt = world.milliseconds
        keep(activity)
    }

    mutating func saveRequest(_ call: ActionCall, in world: World) -> [Delivery] {
        guard var request = request(of: call, in: world),
            let title = call.arguments.first?.stringValue,
            let description = call.arguments.last?.stringValue
        else { return [] }
        request.version = Int(world.value(of: "base.version", in: call.instance)?.intValue ?? 0)
        request.title = title
        request.description = description
        return save(request, call, in: world)
    }

    mutating func setStatus(
        _ status: Request.Status,
        _ call: ActionCall,
        in world: World
    ) -> [Delivery] {
        guard var request = request(of: call, in: world) else { return [] }
        request.status = status
        request.closedAt = status == .closed ? world.milliseconds : nil
        return save(request, call, in: world)
    }

    private func request(of call: ActionCall, in world: World) -> Request? {
        records.find(Request.self, world.text("requestId", in: call.instance))
    }

    private mutating func save(
        _ request: Request,
        _ call: ActionCall,
        in world: World
    ) -> [Delivery] {
        var request = request
        request.changedBy = world.text("worker", in: call.instance)
        request.changedAt = world.milliseconds
        do {
            try records.save(request)
        } catch {
            return [Delivery(to: call.instance, event: "request.changed", cause: .host)]
        }
        let own = Delivery(to: call.instance, event: "request.saved", cause: .host)
        return [own] + announce(request: request.id, in: world, except: call.instance)
    }

    /// Tells every other task of a request that it was changed.
    func announce(
        request: String,
        in world: World,
        except own: InstanceID? = nil
    ) -> [Delivery] {
        records.all(DeskTask.self)
            .map { InstanceID($0.id) }
            .filter { $0 != own && world.text("requestId", in: $0) == request }
            .map { Delivery(to: $0, event: "request.changed", cause: .host) }
    }

    /// Saves a record that nobody else can have changed.
    mutating func keep(_ record: some DeskRecord) {
        do {
            try records.save(record)
        } catch {
            assertionFailure("a record was changed within one step: \(error)")
        }
    }
}

extension World {
    /// The wall-clock time now, in milliseconds since 1970.
    var milliseconds: Int64 {
        timestamp.seconds * 1_000 + Int64(timestamp.nanoseconds) / 1_000_000
    }
}
