import PassoCEL
import PassoCore
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Says what of all that happened concerns the agent.
    mutating func report(_ happenings: [Happening]) {
        for happening in happenings {
            switch happening.occurrence {
            case .told(let instance, let notice, _) where happening.person == me:
                tell(notice, by: instance)
            case .refused(let delivery, let refused)
            where happening.person == me && Self.isForPerson(delivery):
                if let reason = refused.notice { refuse(reason) }
            case .performed(let call) where call.name == "saveRequest" && isMine(call.instance):
                let now = MessageArgument.instant(millisecondsSince1970: milliseconds)
                let saved = words.text("autosave.saved", [MessageNamedArgument("time", now)])
                if lines.last?.text != saved { say(.faint, saved) }
            case .failed(_, let failure):
                say(.refused, "\(failure)")
            default: break
            }
        }
    }

    private mutating func tell(_ notice: Notice, by instance: InstanceID) {
        let isConflict = notice.key == "conflict.request" || notice.key == "conflict.customer"
        say(isConflict ? .caution : .told, words.text(notice))
        if isConflict { sayWhoChanged(notice.key == "conflict.customer", instance) }
        if notice.key == "offer.new", let task = offered, desk.inProgress(of: me).isEmpty {
            showTask(task)
        }
    }

    /// Who changed the record, and when.
    private mutating func sayWhoChanged(_ isCustomer: Bool, _ instance: InstanceID) {
        let task = String(instance.rawValue.prefix { $0 != "/" })
        guard let view = desk.view(of: task) else { return }
        let (agent, time) =
            isCustomer
            ? (view.customer?.changedBy ?? "", view.customer?.changedAt ?? 0)
            : (view.request?.changedBy ?? "", view.request?.changedAt ?? 0)
        let arguments: [MessageNamedArgument] = [
            .init("agent", .string(stage.displayName(of: agent))),
            .init("time", .instant(millisecondsSince1970: time)),
        ]
        say(.faint, words.text("conflict.by", arguments))
    }

    /// Whether somebody typed it or a timer did it for them; charts refuse each other in silence.
    private static func isForPerson(_ delivery: Delivery) -> Bool {
        switch delivery.cause {
        case .outside, .timer: true
        case .message, .host: false
        }
    }

    private func isMine(_ instance: InstanceID) -> Bool {
        world.value(of: "worker", in: instance)?.stringValue == me
    }

    /// The wall-clock time now, in milliseconds since 1970.
    var milliseconds: Int64 {
        world.timestamp.seconds * 1_000 + Int64(world.timestamp.nanoseconds / 1_000_000)
    }
}
