/// Writes a message again with its texts changed; everything else is copied from its pattern.
struct PseudoPattern {
    private let source: [UInt8]
    private let locale: PseudoLocale

    init(pattern: String, locale: PseudoLocale) {
        source = Array(pattern.utf8)
        self.locale = locale
    }

    /// The changed pattern of a message that parsed without problems.
    func text(of message: Message) -> String {
        let text = text(of: message.pattern, isPlural: false)
        guard locale == .accented, !text.isEmpty else { return text }
        return "\u{27E6}" + text + "\u{27E7}"
    }

    private func text(of pattern: MessagePattern, isPlural: Bool) -> String {
        let texts: [String] = pattern.elements.compactMap {
            if case .text(let text) = $0 { text } else { nil }
        }
        var changed = PseudoText.changed(texts, for: locale)[...]
        return pattern.elements.map { element in
            switch element {
            case .text: MessageFormat1Writer.quoted(changed.popFirst() ?? "", isPlural: isPlural)
            case .placeholder(let expression): copied(expression.range)
            case .selection(let selection): text(of: selection)
            }
        }.joined()
    }

    /// The branches with their keys; what stands before the first is copied.
    private func text(of selection: MessageSelection) -> String {
        let isPlural = selection.function != .select
        let start = selection.range.lowerBound
        let head = selection.variants.first.map { copied(start..<$0.range.lowerBound) } ?? ""
        let branches = selection.variants.map { variant in
            copied(variant.range) + " {" + text(of: variant.pattern, isPlural: isPlural) + "}"
        }
        return head + branches.joined(separator: " ") + "}"
    }

    private func copied(_ range: Range<Int>) -> String {
        String(decoding: source[range], as: UTF8.self)
    }
}
