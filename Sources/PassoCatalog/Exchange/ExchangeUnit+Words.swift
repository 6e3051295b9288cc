internal import PassoMessages

/// What translators should know of a message, in sentences: for notes and comments in files.
///
/// Files are in English, which every tool's users get by with; nothing of it is read back.
extension ExchangeUnit {
    /// The placeholders, one each: `{count}: int, such as 3`.
    var placeholderNotes: [String] {
        placeholders.map { placeholder in
            let facts = [placeholder.type, placeholder.example.map { "such as \($0)" }]
            let known = facts.compactMap(\.self).joined(separator: ", ")
            return known.isEmpty ? "{\(placeholder.name)}" : "{\(placeholder.name)}: \(known)"
        }
    }

    /// The limit in words; nil where there is none.
    var limitNote: String? {
        maximumLength.map {
            "At most \($0) \($0 == 1 ? "character" : "characters") as people see them, "
                + "counted in the finished text with its placeholders filled in."
        }
    }

    /// The terms of the glossary, one each: `request: zgłoszenie (not: prośba)`.
    var termNotes: [String] {
        terms.map { term in
            var text = "\(term.term): \(term.preferred.joined(separator: ", "))"
            if term.preferred.isEmpty { text = term.term }
            if !term.forbidden.isEmpty {
                text += " (not: \(term.forbidden.joined(separator: ", ")))"
            }
            return term.note.map { $0.isEmpty ? text : "\(text). \($0)" } ?? text
        }
    }
}
