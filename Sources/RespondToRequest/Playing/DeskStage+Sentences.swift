public import PassoCore
import PassoCEL
import PassoDefinition
public import PassoRuntime
import PassoText

extension DeskStage {
    /// What a person reads in a transcript about a step, whether or not it is refused.
    public func description(of step: ScenarioStep) -> Notice? {
        guard let event = step.event?.text else { return nil }
        let agent = NoticeArgument(
            name: "agent",
            value: .value(CELValue(displayName(of: step.actor?.text ?? "")))
        )
        switch event {
        case "select": return Notice(key: "play.select", arguments: [agent])
        case "request.details": return Notice(key: "play.openDetails", arguments: [agent])
        case "form.open": return Notice(key: "play.openCustomer", arguments: [agent])
        case "disconnect": return Notice(key: "play.disconnect", arguments: [agent])
        case "reconnect": return Notice(key: "play.reconnect", arguments: [agent])
        case "customer.left": return Notice(key: "play.customerLeft")
        case "ready": return with(agent, "play.state", "state", .label("state.ready"))
        case "notReady": return with(agent, "play.state", "state", .label("state.notReady"))
        case "tag.add", "tag.type": return with(agent, "play.tag", "tag", .value(text(of: step)))
        case "tag.remove": return with(agent, "play.untag", "tag", .value(text(of: step)))
        case "language":
            return Notice(
                key: "play.language",
                arguments: [NoticeArgument(name: "language", value: .value(text(of: step)))]
            )
        case "arrive": return arrival(step)
        case "paste": return pasting(step, agent)
        case "change": return change(of: step.target?.text ?? "")
        case "reload": return Notice(key: "play.reload")
        default: break
        }
        if let field = Self.fields[event] { return typing(step, in: field, agent) }
        return title(of: event).map { with(agent, "play.click", "event", .label($0)) }
    }

    /// The labels of the fields that events fill in.
    private static let fields = [
        "title.edit": "request.title", "description.edit": "request.description",
        "name.edit": "field.name", "email.edit": "field.email", "phone.edit": "field.phone",
        "company.edit": "field.company", "notes.edit": "field.notes",
    ]

    /// What a person sees who looks at a task or at a request's details.
    public func sights(of step: ScenarioStep) -> [Sight] {
        guard let task = step.target?.text ?? desk.records.all(DeskTask.self).first?.id else {
            return []
        }
        switch step.event?.text {
        case "select": return preview(of: task)
        case "request.details":
            return desk.details(ofRequest: world.text("requestId", in: InstanceID(task)))
                .map(\.sight)
        default: return []
        }
    }

    private func preview(of task: String) -> [Sight] {
        guard let view = desk.view(of: task) else { return [] }
        let shown: NoticeValue =
            view.shownName.map { .value(CELValue($0)) } ?? .label("customer.unknown")
        var sights = [
            Sight("channel", .label("channel." + view.task.channel.rawValue)),
            Sight("customer", shown),
        ]
        if let request = view.request {
            sights.append(
                Sight(
                    "request.mostRecentOpen",
                    request.title.isEmpty
                        ? .label("request.untitled") : .value(CELValue(request.title))
                )
            )
        }
        return sights
    }

    private func with(
        _ agent: NoticeArgument,
        _ key: String,
        _ name: String,
        _ value: NoticeValue
    ) -> Notice {
        Notice(key: key, arguments: [agent, NoticeArgument(name: name, value: value)])
    }

    /// A long text is told by its count.
    private func typing(
        _ step: ScenarioStep,
        in field: String,
        _ agent: NoticeArgument
    ) -> Notice {
        let text = step.payload.first.flatMap { ScenarioValues.text($0.value) } ?? ""
        let label = NoticeArgument(name: "field", value: .label(field))
        if text.count <= 80 && !text.contains(where: \.isNewline) {
            let typed = NoticeArgument(name: "text", value: .value(CELValue(text)))
            return Notice(key: "play.type", arguments: [agent, label, typed])
        }
        let count = NoticeArgument(name: "count", value: .value(CELValue(text.count)))
        return Notice(key: "play.typeMany", arguments: [agent, label, count])
    }

    private func pasting(_ step: ScenarioStep, _ agent: NoticeArgument) -> Notice {
        let text = step.payload.first.flatMap { ScenarioValues.text($0.value) } ?? ""
        let count = NoticeArgument(
            name: "count",
            value: .value(CELValue(Desk.pieces(of: text).count))
        )
        return Notice(key: "play.paste", arguments: [agent, count])
    }

    /// Another server changes a record of this name.
    private func change(of record: String) -> Notice {
        let isCustomer = desk.records.find(Customer.self, record) != nil
        return Notice(key: isCustomer ? "play.changedCustomer" : "play.changedRequest")
    }

    private func arrival(_ step: ScenarioStep) -> Notice {
        let channel = step.payload.first { $0.name == "channel" }?.value.scalar?.text ?? "chat"
        let shown = step.target.map { desk.office.shownName(ofTask: $0.text) } ?? ""
        let customer: NoticeValue =
            shown.isEmpty ? .label("customer.unknown") : .value(CELValue(shown))
        return Notice(
            key: "play.arrives",
            arguments: [
                NoticeArgument(name: "customer", value: customer),
                NoticeArgument(name: "channel", value: .label("channel.\(channel)")),
            ]
        )
    }

    private func text(of step: ScenarioStep) -> CELValue {
        CELValue(step.payload.first.flatMap { ScenarioValues.text($0.value) } ?? "")
    }

    private func title(of event: String) -> String? {
        for definition in desk.definitions.all {
            if let label = definition.events.first(where: { $0.name == event }) {
                return label.title
            }
        }
        return nil
    }
}

extension DetailRow {
    /// The row as a line of a transcript.
    var sight: Sight {
        switch value {
        case .label(let key): return Sight(label, .label(key))
        case .text(let text): return Sight(label, .value(CELValue(text)))
        case .instant(let milliseconds):
            let instant = CELTimestamp(
                seconds: milliseconds / 1_000,
                nanoseconds: Int32(milliseconds % 1_000) * 1_000_000
            )
            let date = NoticeArgument(name: "date", value: .value(.timestamp(instant ?? .epoch)))
            return Sight(label, .message(Notice(key: "request.day", arguments: [date])))
        }
    }
}
