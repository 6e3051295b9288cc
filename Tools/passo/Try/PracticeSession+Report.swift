import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Says what of all that happened concerns the agent.
    mutating func report(_ happenings: [Happening]) {
        for happening in happenings {
            switch happening.occurrence {
            case .told(_, let notice, _) where happening.person == me:
                tell(notice)
            case .refused(let delivery, let refused)
            where happening.person == me && (refused.isByRule || Self.isForPerson(delivery)):
                if let reason = refused.notice { refuse(reason) }
            case .failed(_, let failure):
                say(.refused, Words.text(EngineTexts.tryFailed(problem: "\(failure)")))
            default: break
            }
        }
    }

    private mutating func tell(_ notice: Notice) {
        let isConflict = notice.key == "conflict.request" || notice.key == "conflict.customer"
        say(isConflict ? .caution : .told, words.text(notice))
        if notice.key == "offer.new", let task = offered, desk.inProgress(of: me).isEmpty {
            showTask(task)
        }
    }

    /// Whether somebody typed it or a timer did it for them; charts refuse each other in silence.
    private static func isForPerson(_ delivery: Delivery) -> Bool {
        switch delivery.cause {
        case .outside, .timer: true
        case .message, .host: false
        }
    }

    /// The wall-clock time now, in milliseconds since 1970.
    var milliseconds: Int64 {
        world.timestamp.seconds * 1_000 + Int64(world.timestamp.nanoseconds / 1_000_000)
    }
}
