extension Article {
    /// The article in CommonMark.
    var markdown: String {
        var blocks = ["# " + escaped(title)] + summary.map { paragraph($0, indent: "") }
        for section in sections {
            if let heading = section.heading { blocks.append("## " + escaped(heading)) }
            for (index, item) in section.items.enumerated() {
                let number = "\(index + 1). "
                let indent = String(repeating: " ", count: number.count)
                let title = item.title.map { ["**\(escaped($0))**"] } ?? []
                let texts = item.paragraphs + item.notes
                let all = title + texts.map { paragraph($0, indent: indent) }
                blocks += all.enumerated().map { ($0 == 0 ? number : indent) + $1 }
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// One paragraph; a line break in it stays one.
    private func paragraph(_ text: String, indent: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaped(String($0)) }
            .joined(separator: "\\\n" + indent)
    }

    /// The text with every character that would mean something made to mean itself.
    private func escaped(_ text: String) -> String {
        var result = ""
        for (index, character) in text.enumerated() {
            let opensBlock = index == 0 && "#+-=".contains(character)
            if opensBlock || "\\`*_[]<>&|~".contains(character) { result.append("\\") }
            result.append(character)
        }
        return escapingNumber(result)
    }

    /// `1. ` at the start of a paragraph would begin a list.
    private func escapingNumber(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else {
            return text
        }
        return digits + "\\" + rest
    }
}
