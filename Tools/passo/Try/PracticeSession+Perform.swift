import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Does what a command says.
    mutating func perform(_ command: PracticeCommand, _ rest: String) {
        switch command.deed {
        case .own(let deed): perform(deed, command, rest)
        case .send(let routes): send(routes[heard(routes) ?? 0])
        case .sendPossible(let routes):
            let possible = routes.firstIndex { outcome(of: $0) == .accepted }
            send(routes[possible ?? heard(routes) ?? 0])
        case .choose(let event): choose(event, rest)
        case .write(let route, let field):
            guard !rest.isEmpty || field != "tags" else {
                say(
                    .refused,
                    words.text(DeskTexts.tryTextMissing(command: words.word(command.name)))
                )
                return
            }
            write(rest, to: field, route)
        }
    }

    /// The first route that some state hears, possible or not, so that the reason fits the moment.
    private func heard(_ routes: [PracticeRoute]) -> Int? {
        routes.firstIndex { outcome(of: $0) != .unheard }
    }

    /// Sends the events of a route, and shows what they are about.
    private mutating func send(_ route: PracticeRoute) {
        let before = lines.count
        let states = instance(route.place).map { world.activeStates(of: $0) }
        for event in route.events { send(event, to: route.place) }
        guard !lines.dropFirst(before).contains(where: { $0.kind == .refused }) else { return }
        let isSilent = lines.count == before
        let isSame = instance(route.place).map { world.activeStates(of: $0) } == states
        switch route.place {
        case .form: showForm()
        case .task where route.events == ["request.load"] || isSilent && !isSame: showTask()
        case .task where isSilent && route.events.first == "title.save":
            say(.faint, words.text(DeskTexts.customerUnchanged))
        case .task, .agent, .offer: break
        }
        if isSame, lines.count == before { say(.faint, words.text(DeskTexts.tryNothing)) }
        showAnswers()
    }

    /// Says how to answer the question that closing asks, if it asks one.
    private mutating func showAnswers() {
        guard let subject, world.isActive("closing", in: InstanceID(subject)) else { return }
        let id = InstanceID(subject)
        let answers = desk.explain(id, by: me).map(\.name).compactMap { event in
            PracticeTable.commands.last { command in
                guard case .send(let routes) = command.deed else { return false }
                return routes.contains { $0.answers(event) }
            }
        }
        let list = answers.map { words.word($0.name) }.joined(separator: ", ")
        say(.faint, "\(words.text(DeskTexts.tryPossible)): \(list)")
    }

    /// What would become of a route's first event now.
    private func outcome(of route: PracticeRoute) -> EventExplanation.Outcome {
        guard let id = instance(route.place) else { return .unheard }
        let found = desk.explain(id, by: me, includingUnheard: true)
            .first { $0.name == route.events.first }
        return found?.outcome ?? .unheard
    }

    /// The chart that a command speaks to.
    func instance(_ place: PracticeRoute.Place) -> InstanceID? {
        switch place {
        case .agent: InstanceID(me)
        case .offer: (offered ?? subject).map { InstanceID($0) }
        case .task: subject.map { InstanceID($0) }
        case .form: subject.map { Self.form(of: $0) }
        }
    }

    /// The task that commands are about: the one worked on, or else the one looked at.
    var subject: String? { current ?? looked }

    static func form(of task: String) -> InstanceID { InstanceID(task + "/form") }

    /// Sends one event and says what came of it.
    @discardableResult
    mutating func send(
        _ event: String,
        _ payload: [String: CELValue] = [:],
        to place: PracticeRoute.Place
    ) -> Bool {
        guard let id = instance(place) else {
            refuse(Notice(key: place == .offer ? "offer.none" : "task.acceptFirst"))
            return false
        }
        return send(event, payload, to: id)
    }

    @discardableResult
    mutating func send(
        _ event: String,
        _ payload: [String: CELValue] = [:],
        to id: InstanceID,
        by actor: String? = nil
    ) -> Bool {
        do {
            let happenings = try stage.desk.send(event, payload, to: id, by: actor ?? me)
            report(happenings)
            return !happenings.contains {
                if case .refused(let delivery, _) = $0.occurrence {
                    delivery.to == id
                } else {
                    false
                }
            }
        } catch {
            // The table names an event that the definition in use does not have.
            say(.refused, Words.text(EngineTexts.tryFailed(problem: "\(error)")))
            return false
        }
    }

    /// Types a text into a field and counts it.
    private mutating func write(_ text: String, to field: String, _ route: PracticeRoute) {
        // A terminal has one line; a description has many.
        let text = text.replacing("\\n", with: "\n")
        guard let event = route.events.first,
            send(event, ["text": CELValue(text)], to: route.place), field != "tags"
        else { return }
        showCount(of: field, in: route.place)
    }

    /// Keeps one side's text: of the field that is named, or of every field where there is a choice.
    private mutating func choose(_ event: String, _ rest: String) {
        let wanted = words.command(for: rest)
        var sent = false
        for place in [PracticeRoute.Place.task, .form] {
            guard let id = instance(place) else { continue }
            for explanation in desk.explain(id, by: me) where explanation.outcome == .accepted {
                let parts = explanation.name.split(separator: ".")
                guard parts.count == 2, parts[1] == event,
                    wanted == nil || parts[0] == wanted ?? ""
                else { continue }
                sent = send(explanation.name, to: id) || sent
                showCount(of: String(parts[0]), in: place)
            }
        }
        if !sent { refuse(Notice(DeskTexts.conflictNoChoice)) }
    }
}
