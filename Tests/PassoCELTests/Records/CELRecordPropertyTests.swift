import PassoCEL
import PassoTesting
import Testing

/// Conditions over records have two ways to their answer, which agree; a failure names its seed.
@Suite struct CELRecordPropertyTests {
    static let count = TestEnvironment.isFull ? 20_000 : 500

    @Test func `tests of fields and the program of values agree`() throws {
        var random = SeededRandom()
        var held = 0
        for _ in 0..<Self.count {
            let text = Self.condition(depth: 3, &random)
            // What is dyn has no tests of fields.
            let tests = try CELRecordProgram<Inbox, Bool>(text)
            let values = try CELRecordProgram<Inbox, Bool>("dyn(\(text))")
            for _ in 0..<8 {
                let inbox = Self.inbox(&random)
                let (answer, expected) = (Self.answer(tests, inbox), Self.answer(values, inbox))
                if case .success(true) = answer { held += 1 }
                guard answer == expected else {
                    Issue.record("\(random): \(text) over \(inbox): \(answer), not \(expected)")
                    return
                }
            }
        }
        #expect((Self.count...7 * Self.count).contains(held))
    }

    /// An outcome without its place, which the call of `dyn` moves.
    private static func answer(
        _ program: CELRecordProgram<Inbox, Bool>,
        _ inbox: Inbox
    ) -> Result<Bool, CELError> {
        do throws(CELError) {
            return .success(try program(inbox))
        } catch {
            return .failure(CELError(error.code, error.arguments))
        }
    }

    private static func condition(depth: Int, _ random: inout SeededRandom) -> String {
        func part() -> String { condition(depth: depth - 1, &random) }
        guard depth > 0 else { return atom(&random) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "(\(part()) && \(part()) && \(part()))"
        case 1: return "(\(part()) || \(part()))"
        case 2: return "!\(part())"
        case 3: return "(\(part()) ? \(part()) : \(part()))"
        default: return atom(&random)
        }
    }

    private static let texts = ["", "a", "ab", "\u{E9}", "e\u{301}", "K", "\u{212A}", "\u{1F600}a"]
    private static let operators = ["==", "!=", "<", "<=", ">", ">="]

    private static func atom(_ random: inout SeededRandom) -> String {
        func pick(_ choices: [String]) -> String {
            choices.randomElement(using: &random) ?? ""
        }
        func text() -> String { "'\(pick(texts))'" }
        let field = pick(["request.title", "user.id", "request.status"])
        let number = pick(["-1", "0", "1", "2", "3", "4", "9223372036854775807"])
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return "(\(field) \(pick(["==", "!="])) \(text()))"
        case 1: return "(size(\(field)) \(pick(operators)) \(number))"
        case 2: return "(\(number) \(pick(operators)) request.calls)"
        case 3: return "(request.price \(pick(operators)) \(pick(["1.0", "2.5", "0.0/0.0"])))"
        case 4: return "request.tags.\(pick(["all", "exists"]))(t, size(t) < \(number))"
        case 5: return "request.tags.\(pick(["all", "exists"]))(t, t != \(text()) || t == user.id)"
        case 6: return "(\(text()) in request.tags)"
        case 7: return "(\(field) in [\(text()), \(text())])"
        case 8: return "\(field).\(pick(["startsWith", "endsWith", "contains"]))(\(text()))"
        case 9: return "(1 / request.calls \(pick(operators)) \(number))"
        case 10: return "\(field).matches(\(pick(["'^a'", "'.'", "'('"])))"
        default:
            return pick(["request.isUrgent", "has(request.note)", "others.all(o, o.id != 'a')"])
        }
    }

    private static func inbox(_ random: inout SeededRandom) -> Inbox {
        func text() -> String { texts.randomElement(using: &random) ?? "" }
        var inbox = Inbox()
        inbox.request.title = text()
        inbox.user.id = text()
        inbox.request.tags = (0..<Int.random(in: 0..<4, using: &random)).map { _ in text() }
        inbox.request.calls = Int.random(in: -1...3, using: &random)
        inbox.request.price = [0, 1, 2.5, .nan].randomElement(using: &random) ?? 0
        inbox.request.isUrgent = Bool.random(using: &random)
        inbox.request.note = Bool.random(using: &random) ? text() : nil
        inbox.others = (0..<Int.random(in: 0..<3, using: &random)).map { _ in User(id: text()) }
        return inbox
    }
}
