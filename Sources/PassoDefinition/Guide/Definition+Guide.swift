internal import PassoCEL
internal import PassoCore
public import PassoMessages

/// How a guide is written.
public enum GuideFormat: String, Sendable, CaseIterable {
    /// Plain text.
    case text
    /// CommonMark.
    case markdown
    /// An HTML document.
    case html
}

extension Definition {
    /// Writes the procedure as a help article.
    ///
    /// The numbers in it come from the definition, so it says what the chart does.
    ///
    /// - Parameters:
    ///   - mode: the way of working; nil writes one section for each.
    ///   - locale: the reader's language.
    ///   - strings: the texts; nil takes the bundle the definition was checked against.
    ///   - format: how it is written.
    /// - Returns: the article, ending with a newline.
    public func guide(
        mode: String?,
        locale: String,
        strings: StringBundle? = nil,
        format: GuideFormat = .text
    ) -> String {
        let writer = GuideWriter(definition: self, bundle: strings ?? bundle, locale: locale)
        let article = writer.article(mode: mode)
        switch format {
        case .text: return article.plainText
        case .markdown: return article.markdown
        case .html: return article.html
        }
    }
}

/// Puts the texts of the steps together in one language.
private struct GuideWriter {
    let definition: Definition
    let bundle: StringBundle
    let locale: String

    func article(mode: String?) -> Article {
        let title = definition.title.map { label($0) } ?? definition.name
        let chosen = mode.map { name in definition.modes.filter { $0.name == name } }
        var sections = (chosen ?? definition.modes).map { mode in
            Article.Section(
                id: mode.name,
                heading: mode.label.map { label($0) },
                items: items(mode.name)
            )
        }
        if sections.isEmpty {
            sections = [Article.Section(id: "", heading: nil, items: items(mode))]
        }
        return Article(
            language: language,
            title: title,
            summary: texts(definition.summary, mode),
            sections: sections
        )
    }

    private func items(_ mode: String?) -> [Article.Item] {
        definition.steps.filter { belongs($0.modes, mode) }.map { step in
            Article.Item(
                id: step.id,
                title: step.title.map { label($0) },
                paragraphs: texts(step.instructions, mode),
                notes: texts(step.notes, mode) + sentences(of: step)
            )
        }
    }

    private func texts(_ paragraphs: [Paragraph], _ mode: String?) -> [String] {
        paragraphs.filter { belongs($0.modes, mode) }.map {
            bundle.text($0.notice.key, $0.notice.messageArguments, in: locale).text
        }
    }

    /// What names no mode belongs to every one.
    private func belongs(_ modes: [String], _ mode: String?) -> Bool {
        guard let mode else { return true }
        return modes.isEmpty || modes.contains(mode)
    }

    private func label(_ key: String) -> String { bundle.text(key, [], in: locale).text }

    /// The language the texts come in, which is the reader's where the bundle has it.
    private var language: String {
        definition.title.flatMap { bundle.text($0, [], in: locale).locale } ?? locale
    }

    /// One sentence for each rule of the fields that a step shows, each said once.
    private func sentences(of step: Step) -> [String] {
        var seen: Set<String> = []
        return step.shows.compactMap { definition.field($0) }
            .flatMap(rules)
            .map { bundle.text($0.key, $0.messageArguments, in: locale).text }
            .filter { seen.insert($0).inserted }
    }

    private func rules(of field: Field) -> [Notice] {
        let numbers = [
            ("limit", field.limit), ("each", field.eachLimit), ("max", field.maximumCount),
        ]
        var notices = numbers.compactMap { rule, number in
            number.flatMap { notice(rule, field, maximum: $0) }
        }
        if field.identity != nil { notices += notice("unique", field).map { [$0] } ?? [] }
        if field.isRequired { notices += notice("required", field).map { [$0] } ?? [] }
        return notices
    }

    private func notice(_ rule: String, _ field: Field, maximum: Int? = nil) -> Notice? {
        guard let key = definition.guideMessages[rule] else { return nil }
        var arguments: [NoticeArgument] = []
        if let label = field.label {
            arguments.append(NoticeArgument(name: "field", value: .label(label)))
        }
        if let maximum {
            arguments.append(NoticeArgument(name: "max", value: .value(.init(maximum))))
        }
        return Notice(key: key, arguments: arguments)
    }
}
