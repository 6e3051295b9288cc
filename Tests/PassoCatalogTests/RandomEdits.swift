import PassoTesting

/// A table in the plainest form there is, to judge merges by.
struct EditedTable {
    /// A message: its text and what is said of it.
    struct Message: Equatable {
        var text: String
        /// Nil for a message without metadata.
        var about: [String: String]?
    }

    /// Which parts of a message are in conflict.
    enum Conflict {
        case all, text, about, both
    }

    var messages: [String: Message] = [:]

    init() {}

    /// Takes the messages in conflict from one side.
    init(_ merged: EditedTable, resolving conflicts: [String: Conflict], as side: EditedTable) {
        self = merged
        for (key, conflict) in conflicts {
            guard conflict != .all, var message = messages[key] else {
                messages[key] = side.messages[key]
                continue
            }
            if conflict != .about { message.text = side.messages[key]?.text ?? "" }
            if conflict != .text { message.about = side.messages[key]?.about }
            messages[key] = message
        }
    }
}

/// What a merge should give.
struct ExpectedMerge {
    private(set) var merged = EditedTable()
    private(set) var conflicts: [String: EditedTable.Conflict] = [:]

    /// Merges two edits of a table, key by key.
    init(merging ours: EditedTable, _ theirs: EditedTable, since base: EditedTable) {
        for key in Set([base, ours, theirs].flatMap(\.messages.keys)) {
            add(key, base.messages[key], ours.messages[key], theirs.messages[key])
        }
    }
}

extension [String: EditedTable.Conflict] {
    /// The members of the file that are named in conflicts.
    var memberNames: Set<String> {
        Set(
            flatMap { key, conflict in
                switch conflict {
                case .all, .text: [key]
                case .about: ["@" + key]
                case .both: [key, "@" + key]
                }
            }
        )
    }
}

extension ExpectedMerge {
    private mutating func add(
        _ key: String,
        _ base: EditedTable.Message?,
        _ ours: EditedTable.Message?,
        _ theirs: EditedTable.Message?
    ) {
        if base != nil, ours == nil || theirs == nil {
            if ours == base || theirs == base || ours == theirs { return }
            conflicts[key] = .all
            return
        }
        guard let left = ours ?? theirs, let right = theirs ?? ours else { return }
        var message = left
        var parts: [EditedTable.Conflict] = []
        if left.text == right.text || right.text == base?.text {
            message.text = left.text
        } else if left.text == base?.text {
            message.text = right.text
        } else {
            parts.append(.text)
        }
        if let about = merged(base?.about, ours: left.about, theirs: right.about) {
            message.about = about.isEmpty ? nil : about
        } else {
            parts.append(.about)
        }
        merged.messages[key] = message
        if let part = parts.first { conflicts[key] = parts.count == 2 ? .both : part }
    }

    /// Metadata by member; nil where one member is in conflict.
    private func merged(
        _ base: [String: String]?,
        ours: [String: String]?,
        theirs: [String: String]?
    ) -> [String: String]? {
        if ours == theirs || theirs == base { return ours ?? [:] }
        if ours == base { return theirs ?? [:] }
        guard let ours, let theirs else { return nil }
        var result: [String: String] = [:]
        for name in Set(ours.keys).union(theirs.keys) {
            let (old, left, right) = (base?[name], ours[name], theirs[name])
            if left == right || right == old {
                result[name] = left
            } else if left == old {
                result[name] = right
            } else {
                return nil
            }
        }
        return result
    }
}

/// Makes random tables and edits of them.
struct RandomEdits {
    var random: SeededRandom

    init(_ random: SeededRandom) { self.random = random }

    private static let keys = ["a", "a.b", "B", "title", "é", "z\"z"]
    private static let texts = ["", "one", "two", "é", "line\nbreak", "{n}", "\"\\"]
    private static let names = ["description", "x-screen", "a"]

    /// A table of some of the keys.
    mutating func table() -> EditedTable {
        var table = EditedTable()
        for key in Self.keys where !random.oneIn(3) { table.messages[key] = message() }
        return table
    }

    private mutating func message() -> EditedTable.Message {
        EditedTable.Message(
            text: random.pick(Self.texts) ?? "",
            about: random.oneIn(2) ? ["description": random.pick(Self.texts) ?? ""] : nil
        )
    }

    /// The table with a few changes.
    mutating func edited(_ table: EditedTable) -> EditedTable {
        var table = table
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let key = random.pick(Self.keys) ?? ""
            guard var message = table.messages[key] else {
                table.messages[key] = message()
                continue
            }
            switch Int.random(in: 0...4, using: &random) {
            case 0: table.messages[key] = nil
            case 1, 2:
                message.text = random.pick(Self.texts) ?? ""
                table.messages[key] = message
            default:
                let name = random.pick(Self.names) ?? ""
                var about = message.about ?? [:]
                about[name] = random.oneIn(3) ? nil : random.pick(Self.texts)
                message.about = about.isEmpty ? nil : about
                table.messages[key] = message
            }
        }
        return table
    }

    /// The file of a table, its members in any order.
    mutating func file(_ table: EditedTable) -> String {
        var members = ["\"@@locale\": \"da\""]
        for (key, message) in table.messages {
            members.append("\(quoted(key)): \(quoted(message.text))")
            guard let about = message.about else { continue }
            var parts = about.map { "\(quoted($0)): \(quoted($1))" }
            parts.shuffle(using: &random)
            members.append("\(quoted("@" + key)): {\(parts.joined(separator: ","))}")
        }
        members.shuffle(using: &random)
        return "{\(members.joined(separator: random.oneIn(2) ? "," : " ,\r\n\t"))}"
    }

    private mutating func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || random.oneIn(9) {
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
