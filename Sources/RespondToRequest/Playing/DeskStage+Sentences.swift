import PassoCEL
public import PassoCore
import PassoDefinition
import PassoMessages
public import PassoRuntime
import PassoText

extension DeskStage {
    /// What a person reads in a transcript about a step, whether or not it is refused.
    public func description(of step: ScenarioStep) -> Notice? {
        step.event.flatMap { sentence(of: $0.text, step) }.map { Notice($0) }
    }

    private func sentence(of event: String, _ step: ScenarioStep) -> LocalizedMessage? {
        let agent = displayName(of: step.actor?.text ?? "")
        let text = text(of: step)
        switch event {
        case "select": return DeskTexts.playSelect(agent: agent)
        case "request.details": return DeskTexts.playOpenDetails(agent: agent)
        case "form.open": return DeskTexts.playOpenCustomer(agent: agent)
        case "disconnect": return DeskTexts.playDisconnect(agent: agent)
        case "reconnect": return DeskTexts.playReconnect(agent: agent)
        case "customer.left": return DeskTexts.playCustomerLeft
        case "ready": return DeskTexts.playState(agent: agent, state: DeskTexts.stateReady)
        case "notReady": return DeskTexts.playState(agent: agent, state: DeskTexts.stateNotReady)
        case "tag.add", "tag.type": return DeskTexts.playTag(agent: agent, tag: text)
        case "tag.remove": return DeskTexts.playUntag(agent: agent, tag: text)
        case "language": return DeskTexts.playLanguage(language: text)
        case "arrive": return arrival(step)
        case "paste": return DeskTexts.playPaste(agent: agent, count: Desk.pieces(of: text).count)
        case "change": return change(of: step.target?.text ?? "")
        case "reload": return DeskTexts.playReload
        default: break
        }
        if let field = Self.fields[event] { return typing(text, in: field, agent) }
        return title(of: event).map { DeskTexts.playClick(agent: agent, event: $0) }
    }

    /// The labels of the fields that events fill in.
    private static let fields = [
        "title.edit": DeskTexts.requestTitle, "description.edit": DeskTexts.requestDescription,
        "name.edit": DeskTexts.fieldName, "email.edit": DeskTexts.fieldEmail,
        "phone.edit": DeskTexts.fieldPhone, "company.edit": DeskTexts.fieldCompany,
        "notes.edit": DeskTexts.fieldNotes,
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
            view.shownName.map { .value(CELValue($0)) } ?? .label(DeskTexts.customerUnknown.key)
        var sights = [
            Sight(DeskTexts.channel.key, .label("channel." + view.task.channel.rawValue)),
            Sight(DeskTexts.customer.key, shown),
        ]
        if let request = view.request {
            sights.append(
                Sight(
                    DeskTexts.requestMostRecentOpen.key,
                    request.title.isEmpty
                        ? .label(DeskTexts.requestUntitled.key) : .value(CELValue(request.title))
                )
            )
        }
        return sights
    }

    /// A long text is told by its count.
    private func typing(
        _ text: String,
        in field: LocalizedMessage,
        _ agent: String
    ) -> LocalizedMessage {
        text.count <= 80 && !text.contains(where: \.isNewline)
            ? DeskTexts.playType(agent: agent, field: field, text: text)
            : DeskTexts.playTypeMany(agent: agent, field: field, count: text.count)
    }

    /// Another server changes a record of this name.
    private func change(of record: String) -> LocalizedMessage {
        let isCustomer = desk.records.find(Customer.self, record) != nil
        return isCustomer ? DeskTexts.playChangedCustomer : DeskTexts.playChangedRequest
    }

    private func arrival(_ step: ScenarioStep) -> LocalizedMessage {
        let channel = step.payload.first { $0.name == "channel" }?.value.scalar?.text ?? "chat"
        let shown = step.target.map { desk.office.shownName(ofTask: $0.text) } ?? ""
        return DeskTexts.playArrives(
            customer: shown.isEmpty ? DeskTexts.customerUnknown.argument : .string(shown),
            channel: LocalizedMessage("channel.\(channel)")
        )
    }

    private func text(of step: ScenarioStep) -> String {
        step.payload.first.flatMap { ScenarioValues.text($0.value) } ?? ""
    }

    private func title(of event: String) -> LocalizedMessage? {
        for definition in desk.definitions.all {
            if let label = definition.events.first(where: { $0.name == event }) {
                return label.title.map { LocalizedMessage($0) }
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
            let day = DeskTexts.requestDay(
                date: MessageInstant(millisecondsSince1970: milliseconds)
            )
            return Sight(label, .message(Notice(day)))
        }
    }
}
