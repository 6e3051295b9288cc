internal import PassoDiagnostics
internal import PassoMessages

extension PreviewPage {
    /// Writes one message with its texts.
    ///
    /// The names of classes and data are short because there may be tens of thousands of each:
    /// `k` key, `d` description, `m` metadata, `t` text of a language, `x` what people read, `a` an
    /// argument in it, `w` what leads to a branch, `n` length, `f` findings, `g` terms, `p` pattern.
    func message(_ message: PreviewMessage, of bundle: PreviewBundle, to text: inout String) {
        let name =
            HTMLText.fragment(bundle.catalog.name) + "/" + HTMLText.fragment(message.entry.key)
        text += "<article id=\"m=\(name)\" tabindex=\"-1\" aria-labelledby=\"k=\(name)\">\n"
        text += "<h3 class=\"k\" id=\"k=\(name)\"><a href=\"#m=\(name)\"><bdi>"
        text += "\(HTMLText.text(message.entry.key))</bdi></a></h3>\n"
        if let description = message.entry.description, !description.isEmpty {
            text += "<p class=\"d\" dir=\"auto\">\(HTMLText.text(description))</p>\n"
        }
        text += metadata(of: message)
        text += "<div class=\"ts\">\n"
        for block in message.texts { self.block(block, of: message, to: &text) }
        text += "</div>\n</article>\n"
    }

    private func metadata(of message: PreviewMessage) -> String {
        var items: [(PreviewWords.Key, String)] = []
        let named = message.entry.placeholders.map { placeholder in
            self.placeholder(placeholder, message.facts[placeholder.name])
        }
        if !named.isEmpty { items.append((.placeholders, named.joined(separator: "<br>"))) }
        if let limit = message.entry.maximumLength {
            items.append((.limit, HTMLText.text(words(.length, .init("count", limit)))))
        }
        let screen = message.entry.screen
        if !screen.isEmpty { items.append((.screen, "<bdi>\(HTMLText.text(screen))</bdi>")) }
        if let path = message.entry.screenshot, !path.isEmpty {
            items.append((.screenshot, screenshot(path)))
        }
        guard !items.isEmpty else { return "" }
        let pairs = items.map { "<div><dt>\(escaped($0))</dt><dd>\($1)</dd></div>" }
        return "<dl class=\"m\">\(pairs.joined())</dl>\n"
    }

    private func placeholder(_ placeholder: StringPlaceholder, _ facts: PlaceholderFacts?) -> String
    {
        var text = "<code>{\(HTMLText.text(placeholder.name))}</code>"
        if let type = placeholder.type { text += " <bdi>\(HTMLText.text(type))</bdi>" }
        if let example = placeholder.example {
            text += ", \(HTMLText.text(words(.example, .init("example", example))))"
        }
        if facts?.minimum != nil || facts?.maximum != nil {
            let ends = (
                facts?.minimum.map { "\($0)" } ?? "0", facts?.maximum.map { "\($0)" } ?? "∞"
            )
            let range = words(.range, .init("minimum", ends.0), .init("maximum", ends.1))
            text += ", \(HTMLText.text(range))"
        }
        if let limit = facts?.maximumLength {
            text += ", ≤ \(HTMLText.text(words(.length, .init("count", limit))))"
        }
        return text
    }

    /// The picture where the page has it; otherwise what it is called, which may be an address.
    private func screenshot(_ path: String) -> String {
        let name = "<bdi>\(HTMLText.text(path))</bdi>"
        if let picture = pictures[path] {
            let about = HTMLText.attribute("\(words(.screenshot)): \(path)")
            return "\(name)<br><img loading=\"lazy\" src=\"\(picture.address)\" alt=\"\(about)\">"
        }
        guard path.hasPrefix("https://") || path.hasPrefix("http://") else { return name }
        return "<a href=\"\(HTMLText.attribute(path))\" rel=\"noreferrer\">\(name)</a>"
    }

    private func block(_ block: PreviewText, of message: PreviewMessage, to text: inout String) {
        let seat = block.seat
        let number = locales.firstIndex(of: seat.locale) ?? 0
        text += "<div class=\"t\(seat.role == .template ? " src" : "")\" data-l=\"\(number)\""
        if let state = block.state { text += " data-s=\"\(state.rawValue)\"" }
        if !block.findings.isEmpty { text += " data-f" }
        text += "><h4>\(HTMLText.text(seat.locale)) \(badge(of: block))</h4>\n"
        if let pattern = block.pattern {
            cases(of: block, to: &text)
            length(of: block, message.entry.maximumLength, to: &text)
            if block.cases.count != 1 || block.cases[0].text != pattern {
                text +=
                    "<code class=\"p\" lang=\"\(HTMLText.attribute(seat.locale))\" dir=\"auto\">"
                text += "\(HTMLText.text(pattern))</code>\n"
            }
        } else {
            text += "<p class=\"e\">\(escaped(.missing))</p>\n"
        }
        text += findings(block.findings) + terms(block.terms) + "</div>\n"
    }

    private func badge(of block: PreviewText) -> String {
        switch block.seat.role {
        case .template: "<span class=\"s\">\(escaped(.source))</span>"
        case .pseudo: "<span class=\"s\">\(escaped(.pseudo))</span>"
        case .translation:
            block.state.map { state in
                "<span class=\"s \(state.rawValue)\">\(HTMLText.text(words.state(state)))</span>"
            } ?? ""
        }
    }

    private func cases(of block: PreviewText, to text: inout String) {
        if block.cases.count == 1, block.cases[0].choices.isEmpty, block.longest == nil {
            shown(block.cases[0].parts, in: block.seat, to: &text)
            return
        }
        text += "<ul class=\"cs\">"
        for item in block.cases {
            text += "<li>"
            if !item.choices.isEmpty {
                let labels = item.choices.map(label)
                text += "<p class=\"w\"><bdi>\(labels.joined(separator: ", "))</bdi></p>"
            }
            shown(item.parts, in: block.seat, to: &text)
            text += "</li>\n"
        }
        if let longest = block.longest {
            text += "<li><p class=\"w\">\(escaped(.longest))</p>"
            shown([.init(text: longest, argument: nil)], in: block.seat, to: &text)
            text += "</li>\n"
        }
        text += "</ul>\n"
    }

    /// “{count} = 22 (few)”, and whether it is outside of what the placeholder can be.
    private func label(_ choice: PreviewCase.Choice) -> String {
        let name = "<code>{\(HTMLText.text(choice.name))}</code>"
        let branch = HTMLText.text(choice.branch)
        guard !choice.value.isEmpty else {
            return "\(name) <b>\(branch)</b>: \(escaped(.unreached))"
        }
        let isSaid = choice.value == choice.branch || "=" + choice.value == choice.branch
        let value =
            "\(name) = \(HTMLText.text(choice.value))" + (isSaid ? "" : " · <b>\(branch)</b>")
        return choice.isUnexpected ? "\(value): \(escaped(.unexpected))" : value
    }

    /// What people read, with the values of its arguments marked.
    private func shown(
        _ parts: [PreviewCase.Part],
        in seat: PreviewSeat,
        to text: inout String
    ) {
        let direction = seat.isRightToLeft ? "rtl" : "ltr"
        text += "<p class=\"x\" lang=\"\(HTMLText.attribute(seat.locale))\" dir=\"\(direction)\">"
        for part in parts {
            let words = HTMLText.text(part.text)
            if let name = part.argument {
                text += "<bdi class=\"a\" title=\"{\(HTMLText.attribute(name))}\">\(words)</bdi>"
            } else {
                text += words
            }
        }
        text += "</p>\n"
    }

    private func length(of block: PreviewText, _ limit: Int?, to text: inout String) {
        guard let length = block.length else { return }
        guard let limit else {
            text += "<p class=\"n\">\(HTMLText.text(words(.length, .init("count", length))))</p>\n"
            return
        }
        let isOver = length > limit
        let numbers: [DiagnosticArgument] = [.init("count", length), .init("limit", limit)]
        let said =
            isOver
            ? words(.lengthOver, numbers[0], numbers[1], .init("over", length - limit))
            : words(.lengthOf, numbers[0], numbers[1])
        let width = limit > 0 ? min(100, length * 100 / limit) : 100
        text += "<p class=\"n\(isOver ? " over" : "")\"><svg viewBox=\"0 0 100 6\" "
        text +=
            "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"\(width)\" height=\"6\"/>"
        text += "</svg> \(HTMLText.text(said))</p>\n"
    }

    private func terms(_ terms: [ExchangeTerm]) -> String {
        let lines = terms.filter { !$0.preferred.isEmpty || !$0.forbidden.isEmpty }.map { term in
            var line = words(.term, .init("term", term.term), .init("words", term.preferred))
            if !term.forbidden.isEmpty {
                line += "; " + words(.avoid, .init("words", term.forbidden))
            }
            return "<li><bdi>\(HTMLText.text(line))</bdi></li>"
        }
        return lines.isEmpty ? "" : "<ul class=\"g\">\(lines.joined())</ul>\n"
    }
}
