import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Another agent accepts a task or changes a text of the request or the customer.
    ///
    /// - Parameters:
    ///   - rest: a command's word and its argument, such as `accept 2` or `title Lamp`.
    ///   - command: the command that was typed.
    ///   - announced: whether this desk hears of a change at once.
    mutating func colleagueDoes(_ rest: String, _ command: PracticeCommand, announced: Bool) {
        let word = String(rest.prefix { !$0.isWhitespace })
        let text = String(rest.dropFirst(word.count).drop { $0.isWhitespace })
        guard !word.isEmpty else {
            say(.refused, words.text(DeskTexts.tryTextMissing(command: words.word(command.name))))
            return
        }
        guard let name = words.command(for: word), let meant = PracticeTable.command(name) else {
            refuseUnknown(word)
            return
        }
        if name == "accept" {
            if let task = task(text, or: looked, meant) { colleagueAccepts(task) }
        } else if case .write(_, let field) = meant.deed, field != "tags" {
            colleagueChanges(field, to: text.replacing("\\n", with: "\n"), announced: announced)
        } else {
            refuseUnknown("\(words.word(command.name)) \(word)")
        }
    }

    /// The customer of the task on offer, or else of the task that commands are about, is gone.
    mutating func customerLeaves() {
        guard let task = offered ?? subject else {
            refuse(Notice(DeskTexts.taskAcceptFirst))
            return
        }
        let before = lines.count
        guard send("customer.left", to: InstanceID(task), by: "channel") else { return }
        if lines.count == before { say(.faint, words.text(DeskTexts.playCustomerLeft)) }
    }

    private mutating func colleagueAccepts(_ task: String) {
        guard
            let happenings = try? stage.desk.send("accept", to: InstanceID(task), by: colleague)
        else { return }  // Every task hears `accept`, and this one was found among the tasks.
        for happening in happenings {
            guard case .refused(_, let refused) = happening.occurrence,
                let reason = refused.notice
            else { continue }
            refuse(reason)
            return
        }
        let name = stage.displayName(of: colleague)
        say(.faint, words.text(DeskTexts.playClick(agent: name, event: DeskTexts.actionAccept)))
        report(happenings)
        showQueue()
    }

    private mutating func colleagueChanges(_ field: String, to text: String, announced: Bool) {
        guard let subject, let view = desk.view(of: subject) else {
            refuse(Notice(DeskTexts.taskAcceptFirst))
            return
        }
        guard let label = label(of: field) else { return }
        let name = stage.displayName(of: colleague)
        let deed = DeskTexts.playType(agent: name, field: LocalizedMessage(label), text: text)
        do throws(RecordConflict) {
            if var request = view.request, request.take(text, for: field) {
                (request.changedBy, request.changedAt) = (colleague, milliseconds)
                let news = try stage.desk.change(request, announced: announced)
                say(.faint, words.text(deed))
                report(news)
            } else if var customer = view.customer, customer.take(text, for: field) {
                (customer.changedBy, customer.changedAt) = (colleague, milliseconds)
                let news = try stage.desk.change(customer, announced: announced)
                say(.faint, words.text(deed))
                report(news)
            } else {
                say(.refused, words.text(DeskTexts.infoUnavailable))
            }
        } catch {
            say(.refused, Words.text(EngineTexts.tryFailed(problem: "\(error)")))
        }
    }
}

extension Request {
    /// Takes a text into a field; false when it has no such field.
    fileprivate mutating func take(_ text: String, for field: String) -> Bool {
        switch field {
        case "title": title = text
        case "description": description = text
        default: return false
        }
        return true
    }
}

extension Customer {
    /// Takes a text into a field; false when it has no such field.
    fileprivate mutating func take(_ text: String, for field: String) -> Bool {
        switch field {
        case "name": name = text
        case "email": email = text
        case "phone": phone = text
        case "company": company = text
        case "notes": notes = text
        default: return false
        }
        return true
    }
}
