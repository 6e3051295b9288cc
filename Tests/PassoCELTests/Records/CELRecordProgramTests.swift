import PassoCEL
import Testing

@Suite struct CELRecordProgramTests {
    @Test(arguments: [
        #"request.status == "open" && size(request.title) > 0 && request.tags.all(t, size(t) <= 50)"#,
        #"user.id == "u1""#, #""u1" == user.id"#, #"user.id != "u2""#,
        "request.calls == 3", "3 >= request.calls", "request.calls < 4", "request.calls > 2",
        "request.calls != 4", "!(request.calls <= 2)", "request.price < 10.0",
        "request.price + 0.5 == 10.0", "!request.isUrgent", "request.isUrgent == false",
        "size(request.tags) == 2", "request.title.size() <= 11",
        "request.status in ['open', 'closed']", "request.calls in [1, 2, 3]",
        "'lamp' in request.tags", "request.tags.exists(t, t == 'new')",
        "request.tags.all(t, t.startsWith('n') || t in ['lamp'])",
        "request.title.startsWith('Broken')", "request.title.endsWith('lamp')",
        "request.title.contains('en la')", "request.title.matches('^B.*p$')",
        "request.calls > 5 ? request.isUrgent : user.id == 'u1'",
        "request.photo == b'\\x01\\x02'", "user.age == 40u", "request.shout == 'BROKEN LAMP'",
        "others.all(o, o.id != 'u1')", "limits.size() == 0", "request.tags == ['new', 'lamp']",
        "request.note == null", "!has(request.note)", "has(request.title)",
        "request.owner == null", "user == user", "type(user.id) == string",
        "request.title == request.title && user.id < 'u2'", "request.calls <= request.calls",
    ])
    func `a condition holds over the fields of a record`(text: String) throws {
        #expect(try result(of: text, as: Bool.self))
        #expect(try result(of: "!(\(text))", as: Bool.self) == false)
    }

    @Test func `each call sees the record that it is given`() throws {
        let isOpen = try CELRecordProgram<Inbox, Bool>(
            "request.status == 'open' && request.calls < 5"
        )
        var inbox = Inbox()
        #expect(try isOpen(inbox))
        inbox.request.calls = 5
        #expect(try isOpen(inbox) == false)
        inbox.request.calls = 4
        inbox.request.status = .closed
        #expect(try isOpen(inbox) == false)
    }

    @Test func `texts are compared and measured by code points`() throws {
        var inbox = Inbox()
        inbox.request.title = "e\u{301}"
        #expect(try result(of: "request.title == '\u{E9}'", over: inbox, as: Bool.self) == false)
        #expect(try result(of: "request.title == 'e\u{301}'", over: inbox, as: Bool.self))
        #expect(try result(of: "size(request.title) == 2", over: inbox, as: Bool.self))
        inbox.request.title = String(repeating: "\u{1F600}", count: 50)
        #expect(try result(of: "size(request.title) <= 50", over: inbox, as: Bool.self))
        #expect(try result(of: "size(request.title) < 50", over: inbox, as: Bool.self) == false)
        inbox.request.title = "\u{212A}"
        #expect(try result(of: "request.title == 'K'", over: inbox, as: Bool.self) == false)
    }

    @Test func `the result has the Swift type that was asked for`() throws {
        #expect(try result(of: "request.title + '!'", as: String.self) == "Broken lamp!")
        #expect(try result(of: "request.tags.map(t, size(t))", as: [Int].self) == [3, 4])
        #expect(try result(of: "request.calls * 2", as: Int32.self) == 6)
        #expect(try result(of: "{'a': request.price}", as: [String: Double].self) == ["a": 9.5])
        #expect(try result(of: "request.status", as: Status.self) == .open)
        #expect(try result(of: "request.note", as: String?.self) == nil)
        #expect(try result(of: "request.photo", as: [UInt8].self) == [1, 2])
        #expect(try result(of: "user", as: User.self).id == "u1")
        #expect(try result(of: "user.age", as: CELValue.self) == .uint(40))
    }

    @Test func `lists of records are read as objects with fields`() throws {
        var inbox = Inbox()
        inbox.others = [User(id: "a", age: 3), User(id: "b", age: 4)]
        let text = "others.filter(o, o.age > 3u).map(o, o.id)"
        #expect(try result(of: text, over: inbox, as: [String].self) == ["b"])
        #expect(try result(of: "others.exists(o, o.id == 'b')", over: inbox, as: Bool.self))
        #expect(try result(of: "others[0].id", over: inbox, as: String.self) == "a")
        #expect(try result(of: "dyn(others)[1].id", over: inbox, as: String.self) == "b")
        #expect(try result(of: "others[0] == others[1]", over: inbox, as: Bool.self) == false)
    }

    @Test func `an optional record is null or has its fields`() throws {
        var inbox = Inbox()
        let text = "request.owner == null ? 'nobody' : request.owner.id"
        #expect(try result(of: text, over: inbox, as: String.self) == "nobody")
        inbox.request.owner = User(id: "u9")
        #expect(try result(of: text, over: inbox, as: String.self) == "u9")
        #expect(try result(of: "has(request.owner)", over: inbox, as: Bool.self))
        inbox.request.note = "call back"
        #expect(try result(of: "request.note == 'call back'", over: inbox, as: Bool.self))
        #expect(try result(of: "has(request.note)", over: inbox, as: Bool.self))
    }

    @Test func `an optional selection of what is nil is absent`() throws {
        var inbox = Inbox()
        let text = "request.?note.orValue('none')"
        #expect(try result(of: text, over: inbox, as: String.self) == "none")
        inbox.request.note = "call back"
        #expect(try result(of: text, over: inbox, as: String.self) == "call back")
        let owner = "request.?owner.?id.orValue('nobody')"
        #expect(try result(of: owner, over: inbox, as: String.self) == "nobody")
        inbox.request.owner = User(id: "u9")
        #expect(try result(of: owner, over: inbox, as: String.self) == "u9")
        #expect(throws: CELProblems.self) {
            try result(of: "request.?notes.hasValue()", as: Bool.self)
        }
    }

    @Test func `an error has its code and its place`() throws {
        let program = try CELRecordProgram<Inbox, Bool>("1 / (request.calls - 3) == 1")
        let error = #expect(throws: CELError.self) { try program(Inbox()) }
        #expect(error?.code == .divideByZero)
        #expect(error?.range == 0..<23)
    }

    @Test func `a side that decides absorbs the error of the other`() throws {
        #expect(try result(of: "user.id == 'u1' || 1 / (request.calls - 3) == 1", as: Bool.self))
        #expect(try result(of: "1 / (request.calls - 3) == 1 || user.id == 'u1'", as: Bool.self))
    }

    @Test func `a value that the Swift type cannot hold is an error`() throws {
        #expect(throws: CELError.self) { try result(of: "request.calls + 300", as: Int8.self) }
        #expect(throws: CELError.self) { try result(of: "dyn(request.title)", as: Int.self) }
        #expect(throws: CELError.self) { try result(of: "'half-open'", as: Status.self) }
    }

    @Test func `the steps of an evaluation are bounded`() throws {
        var environment = CELEnvironment()
        environment.limits.cost = 401
        var inbox = Inbox()
        let program = try CELRecordProgram<Inbox, Bool>(
            "request.tags.all(t, t != '')",
            in: environment
        )
        inbox.request.tags = Array(repeating: "a", count: 100)
        #expect(try program(inbox))
        inbox.request.tags.append("a")
        let error = #expect(throws: CELError.self) { try program(inbox) }
        #expect(error?.code == .limit)
    }

    @Test func `a condition is explained, and what is sensitive is masked`() throws {
        struct Secret: CELRecord {
            var key = "abc"
            static let celFields: [CELField<Secret>] = [CELField("key", \.key)]
        }
        struct Vault: CELRecord {
            var owner = "Ana"
            var secret = Secret()
            static let celFields: [CELField<Vault>] = [
                CELField("owner", \.owner, bounds: .text(codePoints: 20)),
                CELField("secret", \.secret, isSensitive: true),
            ]
        }
        let program = try CELRecordProgram<Vault, Bool>("secret.key == 'x' || owner == 'Ola'")
        let explanation = program.explain(Vault())
        #expect(explanation.outcome == .false)
        let values = explanation.deciding.flatMap(\.operands).map(\.value.text)
        #expect(values == ["***", "'Ana'"])
    }

    @Test func `the bounds of fields bound what a condition costs`() throws {
        struct Note: CELRecord {
            var text = "abc"
            var open = "abc"
            static let celFields: [CELField<Note>] = [
                CELField("open", \.open),
                CELField("text", \.text, bounds: .text(codePoints: 100)),
            ]
        }
        let bounded = try CELRecordProgram<Note, Bool>("text.contains('abc')")
        let unbounded = try CELRecordProgram<Note, Bool>("open.contains('abc')")
        #expect(bounded.cost.units < 200)
        #expect(unbounded.cost.units > 100 * bounded.cost.units)
    }

    @Test func `variables of the environment are not those of a record`() throws {
        var environment = CELEnvironment()
        environment.declare("other", .int, at: CELSlot(.inputs, 7))
        environment.declare("user", .int, at: CELSlot(.data, 9))
        environment.declare(constant: "limit", 5)
        #expect(try result(of: "request.calls < limit", as: Bool.self, in: environment))
        #expect(try result(of: "user.id", as: String.self, in: environment) == "u1")
        #expect(throws: CELProblems.self) {
            try result(of: "other", as: Int.self, in: environment)
        }
    }

    @Test func `a pattern that is none is an error of the call`() throws {
        let error = #expect(throws: CELError.self) {
            try result(of: "request.title.matches('(')", as: Bool.self)
        }
        #expect(error?.code == .invalidPattern)
        #expect(try result(of: "request.title.matches('(') || true", as: Bool.self))
        #expect(try result(of: "matches(request.title, 'lamp$')", as: Bool.self))
    }
}
