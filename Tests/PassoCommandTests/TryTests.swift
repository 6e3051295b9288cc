import Foundation
import PassoTesting
import Testing

/// The real program with its lines from a file: time stands still until a line lets it pass.
@Suite struct TryTests {
    /// A session from its beginning to its end, with what is typed repeated.
    private func session(_ lines: [String], _ arguments: String...) throws -> String {
        let run = try CommandLineRun(
            ["try"] + arguments,
            input: lines.map { $0 + "\n" }.joined()
        )
        #expect(run.status == 0, "\(run.complaints)")
        #expect(run.complaints.isEmpty)
        return run.output
    }

    /// What was answered to the last line that was typed.
    private func answer(_ lines: [String], _ arguments: String...) throws -> [String] {
        let run = try CommandLineRun(
            ["try"] + arguments,
            input: lines.map { $0 + "\n" }.joined()
        )
        let rows = run.output.split(separator: "\n").map(String.init)
        let last = rows.lastIndex { $0.hasPrefix("> ") } ?? rows.startIndex
        return Array(rows[last...].dropFirst().dropLast())
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `help lists the commands in the reader's language with the English words`(
        locale: String
    ) throws {
        let text = try session(["help"], "--locale", locale, "--mode", "push")
        #expect(goldenDifference(text, "try-help.\(locale).txt") == nil)
    }

    @Test func `a task is picked, worked on and closed in Polish`() throws {
        let lines = [
            "obejrzyj 1", "zaakceptuj", "tytuł Lampa w holu nie świeci", "czekaj 2s",
            "opis Klientka dzwoniła dwa razy.\\nCzeka na odpowiedź.", "zapisz", "tag oświetlenie",
            "tag OŚWIETLENIE", "klient", "edytuj", "telefon 222", "zapisz", "szczegóły", "zamknij",
            "koniec",
        ]
        let text = try session(lines, "--locale", "pl")
        #expect(goldenDifference(text, "try-queue.pl.txt") == nil)
    }

    @Test func `an offer is accepted within its seconds, which are told at ten and five`() throws {
        let text = try session(["ready", "wait 15s", "accept"], "--mode", "push")
        #expect(goldenDifference(text, "try-push.en.txt") == nil)
    }

    @Test func `an offer that is missed goes back, and the state is Not Ready`() throws {
        let missed = try answer(["ready", "wait 15.001s"], "--mode", "push")
        #expect(
            missed == [
                "10 seconds left", "5 seconds left",
                "You didn’t accept the task within 15 seconds. Your state is now “Not Ready” and the "
                    + "task is back in the queue.",
            ]
        )
        let late = try answer(["ready", "wait 15.001s", "accept 1"], "--mode", "push")
        #expect(
            late.count == 1 && late[0].hasPrefix("Not possible: This task isn’t offered to you.")
        )
    }

    @Test func `the language changes in the middle and nothing else does`() throws {
        let lines = [
            "ready", "accept", "customer", "edit", "notes Zażółć gęślą jaźń", "description Dark",
            "language pl", "show", "wait 10s", "język da", "vis", "kø",
        ]
        let text = try session(lines, "--mode", "push")
        #expect(goldenDifference(text, "try-language.txt") == nil)
        #expect(text.contains("  Notatki: Zażółć gęślą jaźń (Niezapisane zmiany)\n"))
        #expect(text.contains("  Czas na akceptację: Pozostało 15 sekund\n"))
        #expect(
            text.contains("> wait 10s\nZapisano: 09:00\nPozostało 10 sekund\nPozostało 5 sekund\n")
        )
        #expect(text.contains("  Noter: Zażółć gęślą jaźń (Ikke-gemte ændringer)\n"))
    }

    @Test func `a title that is too long is counted, kept and refused`() throws {
        let title = String(repeating: "é", count: 2_001)
        let typed = try answer(["accept 1", "title " + title])
        #expect(typed == ["“Request title”: 2,001 of 2,000 characters – 1 character too many"])
        let reason = "“Request title” can have at most 2,000 characters. Remove 1 character."
        #expect(try answer(["accept 1", "title " + title, "save"]) == ["Not possible: " + reason])
        let closed = try answer(["accept 1", "title " + title, "close"])
        #expect(closed == ["Not possible: This task can’t be closed yet. " + reason])
    }

    @Test func `a text changed by both sides is loaded and chosen`() throws {
        let text = try session([
            "accept 1", "elsewhere title Lamp and shade", "title Lamp in the hall", "save", "load",
            "mine", "save", "mine", "customer", "edit", "phone 222", "other phone 333", "save",
            "load", "theirs", "save", "other title Two lamps",
        ])
        #expect(goldenDifference(text, "try-conflict.en.txt") == nil)
    }

    @Test func `closing asks about unsaved changes and about a customer who is not created`() throws
    {
        let text = try session(
            [
                "accept 1", "customer", "edit", "company Lund ApS", "close", "title Lampada",
                "keep",
                "close", "save", "accept 4", "close", "crea", "scarta",
            ],
            "--locale",
            "it"
        )
        #expect(goldenDifference(text, "try-close.it.txt") == nil)
    }

    @Test(arguments: [
        ("en", "acept 1", "Did you mean “accept”?"), ("da", "akcepter 1", "Mente du “accepter”?"),
        ("pl", "zaakceptój 1", "Czy chodziło o „zaakceptuj”?"),
        ("pt", "aceitr 1", "Você quis dizer “aceitar”?"),
        ("it", "acceta 1", "Forse si intendeva «accetta»?"),
    ])
    func `a mistyped command gets the nearest one`(
        locale: String,
        line: String,
        near: String
    ) throws {
        let rows = try answer([line], "--locale", locale)
        #expect(rows.count == 2 && rows.last == near)
    }

    @Test(arguments: [
        ("da", "luk-anmodning"), ("da", "lukanmodning"), ("pl", "ZAMKNIJ-ZGŁOSZENIE"),
        ("pl", "zamknij-zgloszenie"), ("pt", "fechar-solicitacao"), ("it", "close-request"),
    ])
    func `a command is understood in English and without accents, hyphens and capitals`(
        locale: String,
        word: String
    ) throws {
        let closed = [
            "da": "Anmodningen er lukket.", "pl": "Zamknięto zgłoszenie.",
            "pt": "Solicitação fechada.", "it": "Richiesta chiusa.",
        ]
        #expect(try answer(["accept 1", word], "--locale", locale) == [closed[locale]])
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `a word means one command in its language and in English`(locale: String) throws {
        let english = try words("en")
        let own = try words(locale)
        #expect(own.keys == english.keys)
        for (name, word) in own {
            let same = own.values.filter { plain($0) == plain(word) }
            #expect(same == [word])
            #expect(word.split(whereSeparator: \.isWhitespace).count == 1)
            let foreign = english.filter { $0.key != name && plain($0.value) == plain(word) }
            #expect(foreign.isEmpty, "\(word)")
        }
    }

    /// The words of the commands in a string table, by command.
    private func words(_ locale: String) throws -> [String: String] {
        let file = Repository.root.appending(path: "Localization/desk/\(locale).arb")
        let table = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let texts = (table as? [String: Any] ?? [:]).compactMapValues { $0 as? String }
        return texts.filter { $0.key.hasPrefix("try.word.") }
    }

    private func plain(_ word: String) -> String {
        word.replacing("-", with: "").folding(options: .diacriticInsensitive, locale: nil)
    }

    @Test func `a customer who leaves takes the offer along, without a penalty`() throws {
        let rows = try answer(["ready", "customer-leaves"], "--mode", "push")
        #expect(rows.first == "This task is no longer available.")
        #expect(rows.contains("New task: +48 600 000 000. You have 15 seconds to accept."))
    }

    @Test func `says what is possible now, and why the rest is not`() throws {
        let all = try answer(["why"], "--mode", "push")
        #expect(all.contains("  Set state to “Ready”"))
        let one = try answer(["accept 2", "why load"])
        #expect(one == ["Load: There are no changes to load."])
        let second = try answer(["accept 2", "arrive"])
        #expect(second.first?.hasPrefix("There is no command “arrive”.") == true)
    }

    @Test func `others arrive, accept and are too late or too early`() throws {
        let rows = try answer(["wait 3m"])
        #expect(
            rows == [
                "A new task arrives: Jan Nowak (Call)", "Ben clicks “Accept”.",
                "A new task arrives: Maria Lund (Email)",
            ]
        )
        let taken = try answer(["other accept 1", "accept 1"])
        #expect(taken == ["Not possible: Another agent accepted this task."])
        let call = try answer(["accept 2", "wait 3m", "accept 5"])
        #expect(
            call == [
                "Not possible: You can handle only one call at a time. Close the current call’s task "
                    + "first."
            ]
        )
    }

    @Test func `lines that make no sense are answered and end nothing`() throws {
        let lines = [
            "", "   ", "title", "accept 99", "accept -1", "language xx", "wait", "wait -5s",
            "wait 99999999999d", "\u{1B}[2J", "tag", "other", "other wait", "why not",
        ]
        let text = try session(lines)
        #expect(goldenDifference(text, "try-nonsense.en.txt") == nil)
    }

    @Test func `a line of more than a megabyte is refused at once`() throws {
        let rows = try answer(["accept 1", "title " + String(repeating: "x", count: 1 << 20)])
        #expect(rows.count == 1)
        #expect(rows.first?.hasPrefix("Not possible: This text takes up too much space.") == true)
    }

    @Test func `a wrong mode, language or file ends with 2, a wrong desk with 1`() throws {
        #expect(try CommandLineRun(["try", "--mode", "pull"]).status == 2)
        #expect(try CommandLineRun(["try", "--locale", "xx"]).status == 2)
        #expect(try CommandLineRun(["try", "nowhere.yaml"]).status == 2)
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "desk.yaml")
            let empty = "scenario: Empty\nprocedure: respond-to-request\nplay: []\n"
            try empty.write(to: file, atomically: true, encoding: .utf8)
            let run = try CommandLineRun(["try", file.path])
            #expect(run.complaints == "passo: '\(file.path)' gives no agent to work as\n")
            #expect(run.status == 1)
        }
    }

    @Test func `a desk of one's own changes the numbers in its file alone`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "desk.yaml")
            let own = """
                scenario: Mine
                procedure: respond-to-request
                change: { respond-to-request: { acceptWithin: 20s } }
                given: { mode: push, agents: { zoe: { name: Zoe } }, tasks: { t1: { channel: chat } } }
                play: []
                """
            try own.write(to: file, atomically: true, encoding: .utf8)
            let run = try CommandLineRun(["try", file.path], input: "ready\n")
            #expect(run.output.contains("You have 20 seconds to accept."))
        }
    }
}
