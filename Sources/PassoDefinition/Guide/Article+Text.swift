extension Article {
    /// The article in plain text.
    var plainText: String {
        var blocks = [title] + summary
        for section in sections {
            if let heading = section.heading { blocks.append(heading) }
            for (index, item) in section.items.enumerated() {
                blocks += lines(of: item, number: "\(index + 1). ")
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The paragraphs of a step, the first with its number, the others in line with it.
    private func lines(of item: Item, number: String) -> [String] {
        let indent = String(repeating: " ", count: number.count)
        let texts = (item.title.map { [$0] } ?? []) + item.paragraphs + item.notes
        return texts.enumerated().map { index, text in
            (index == 0 ? number : indent)
                + text.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n" + indent)
        }
    }
}
