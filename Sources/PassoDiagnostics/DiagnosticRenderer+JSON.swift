extension DiagnosticRenderer {
    /// Returns all diagnostics as a JSON array with one object a line, in the order given.
    ///
    /// The members of an object always come in the same order: `id`, `severity`, `message`,
    /// `arguments`, `file`, `line`, `column`, `utf8Offset`, `utf16Offset`, the same four of the
    /// end (`endLine` and so on), `notes`, `fixIts`. Lines and columns count from 1, columns in
    /// characters, offsets from 0. Notes and fix-its have the members that apply to them; a
    /// fix-it has `replacement`.
    public func renderJSON(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        let objects = diagnostics.map { "  " + object($0) }
        return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    private func object(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map(object)
        let fixIts = diagnostic.fixIts.map { object($0, in: diagnostic.source) }
        return JSONText.object(
            [
                ("id", JSONText.string(diagnostic.id.rawValue)),
                ("severity", JSONText.string(diagnostic.severity.rawValue)),
            ] + sentence(diagnostic.id, diagnostic.arguments)
                + place(diagnostic.range, in: diagnostic.source, isNamed: true) + [
                    ("notes", JSONText.array(notes)),
                    ("fixIts", JSONText.array(fixIts)),
                ]
        )
    }

    private func object(_ note: DiagnosticNote) -> String {
        JSONText.object(
            [("id", JSONText.string(note.id.rawValue))]
                + sentence(note.id, note.arguments)
                + place(note.range, in: note.source, isNamed: true)
        )
    }

    private func object(_ fixIt: FixIt, in source: SourceText) -> String {
        JSONText.object(
            [("id", JSONText.string(fixIt.id.rawValue))]
                + sentence(fixIt.id, fixIt.arguments)
                + place(fixIt.range, in: source, isNamed: false)
                + [("replacement", JSONText.string(fixIt.replacement))]
        )
    }

    private func sentence(
        _ id: DiagnosticID,
        _ arguments: [DiagnosticArgument]
    ) -> [(String, String)] {
        let members = arguments.map { ($0.name, value($0.value)) }
        return [
            ("message", JSONText.string(words.sentence(for: id, arguments: arguments))),
            ("arguments", JSONText.object(members)),
        ]
    }

    private func value(_ value: DiagnosticArgument.Value) -> String {
        switch value {
        case .string(let text): JSONText.string(text)
        case .int(let number): String(number)
        case .list(let texts): JSONText.array(texts.map(JSONText.string))
        }
    }

    private func place(
        _ range: SourceRange,
        in source: SourceText,
        isNamed: Bool
    ) -> [(String, String)] {
        let start = source.position(at: range.lowerBound)
        let end = source.position(at: range.upperBound)
        let name = isNamed ? [("file", JSONText.string(source.name))] : []
        return name + [
            ("line", String(start.line)), ("column", String(start.column)),
            ("utf8Offset", String(start.utf8Offset)),
            ("utf16Offset", String(start.utf16Offset)),
            ("endLine", String(end.line)), ("endColumn", String(end.column)),
            ("endUtf8Offset", String(end.utf8Offset)),
            ("endUtf16Offset", String(end.utf16Offset)),
        ]
    }
}

/// Writes JSON by hand, since the members keep their order and the bottom imports nothing.
enum JSONText {
    static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { string($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
    }

    static func array(_ values: [String]) -> String {
        "[" + values.joined(separator: ", ") + "]"
    }

    /// Escapes what RFC 8259, section 7, asks for, and what would steer a terminal.
    static func string(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case _ where SafeText.isUnsafe(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
                result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
            default: result.append(scalar)
            }
        }
        result.append("\"")
        return String(result)
    }
}
