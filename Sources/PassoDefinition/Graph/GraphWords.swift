internal import PassoCEL

/// The words on a picture, in the reader's language.
struct GraphWords {
    /// How many characters a line of a picture has at most.
    static let lineWidth = 44
    /// How many lines a condition takes at most.
    static let conditionLines = 3
    /// How many lines are written about one transition on an arrow at most.
    static let arrowLines = 6
    /// How many lines a list of labels has at most.
    static let listLines = 12

    private let words: EngineWords

    init(locale: String) { words = EngineWords(locale: locale) }

    /// A title on one line.
    func line(ofTitle title: String) -> String { Self.isolated(Self.cut(Self.line(title))) }

    /// The title of a state on one line; never empty, because a box must hold something.
    func title(of node: StateGraph.Node) -> String {
        let line = line(ofTitle: node.title)
        return line.isEmpty ? "–" : line
    }

    /// The lines on an arrow: what it waits for, then its conditions in brackets.
    ///
    /// Of several transitions that share an arrow, each has one line.
    func lines(on arrow: GraphArrow) -> [String] {
        guard arrow.labels.count == 1, let label = arrow.labels.first else {
            return lines(of: arrow.labels)
        }

        var lines = trigger(label.trigger).map { [Self.isolated(Self.cut($0))] } ?? []
        for condition in label.conditions { lines += Self.lines(ofCondition: condition) }
        guard lines.count > Self.arrowLines else { return lines }
        return lines.prefix(Self.arrowLines - 1) + ["…"]
    }

    /// One line for each label, such as the reactions in a box; lines that say the same are one.
    func lines(of labels: [StateGraph.Label]) -> [String] {
        var seen: Set<String> = []
        let lines = labels.map { label in
            let trigger = trigger(label.trigger).map { Self.cut($0) } ?? ""
            let rest = Self.lineWidth - trigger.count - 1
            let conditions = label.conditions.map { "[\(Self.onOneLine($0))]" }
            let condition = Self.cut(conditions.joined(separator: " "), to: max(rest, 8))
            return [trigger, condition].filter { !$0.isEmpty }.map { Self.isolated($0) }
                .joined(separator: " ")
        }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
        guard lines.count > Self.listLines else { return lines }
        let rest = lines.count - Self.listLines + 1
        return lines.prefix(Self.listLines - 1)
            + [words.text(of: EngineTexts.graphMore(count: rest))]
    }

    private func trigger(_ trigger: StateGraph.Label.Trigger) -> String? {
        switch trigger {
        case .none: nil
        case .events(let events):
            events.map { Self.line($0.title ?? $0.name) }.joined(separator: ", ")
        case .done: words.text(of: EngineTexts.graphDone)
        case .timer(let delay): after(delay)
        }
    }

    private func after(_ delay: StateGraph.Delay) -> String {
        switch delay {
        case .computed(let text):
            return words.text(
                of: EngineTexts.graphAfter(unit: "", count: 0, time: Self.onOneLine(text))
            )
        case .fixed(let duration):
            let seconds = Double(duration.seconds) + Double(duration.nanoseconds) / 1e9
            let units = [("hours", 3600.0), ("minutes", 60)]
            let unit =
                units.first { seconds >= $0.1 && seconds.remainder(dividingBy: $0.1) == 0 }
                ?? ("seconds", 1)
            return words.text(
                of: EngineTexts.graphAfter(unit: unit.0, count: seconds / unit.1, time: "")
            )
        }
    }
}

// MARK: - Cutting

extension GraphWords {
    /// A condition in brackets, broken as people break conditions and cut where it goes on too long.
    private static func lines(ofCondition text: String) -> [String] {
        let (parsed, problems) = CELParser.parse(text)
        guard let parsed, problems.isEmpty else {
            return [isolated("[" + cut(line(text), to: lineWidth - 2) + "]")]
        }
        let all = parsed.formatted(width: lineWidth - 2).split(separator: "\n").map {
            line(String($0))
        }
        var lines = all.prefix(conditionLines).map { cut($0, to: lineWidth - 2) }
        if all.count > conditionLines { lines[lines.count - 1] += " …" }
        lines[0] = "[" + lines[0]
        lines[lines.count - 1] += "]"
        return lines.map { isolated($0) }
    }

    /// An expression on one line, without its comments.
    private static func onOneLine(_ text: String) -> String {
        let (parsed, problems) = CELParser.parse(text)
        guard let parsed, problems.isEmpty else { return line(text) }
        return line(parsed.formatted(width: .max))
    }

    /// A text with each run of white space and control characters made one space.
    static func line(_ text: String) -> String {
        text.unicodeScalars.split { scalar in
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        }
        .map { String($0) }.joined(separator: " ")
    }

    /// A text that reads from right to left, so that it does not turn what stands beside it.
    private static func isolated(_ text: String) -> String {
        text.unicodeScalars.contains { isRightToLeft($0.value) } ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Whether a code point lies in a block that reads from right to left.
    private static func isRightToLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }

    /// A text that is no longer than a line, its end given up when it is.
    private static func cut(_ text: String, to width: Int = lineWidth) -> String {
        guard text.utf8.count > width, text.count > width else { return text }
        return text.prefix(width - 1) + "…"
    }
}
