import PassoCEL
import PassoDefinition
import PassoDiagnostics

/// An explanation of a condition as a tree for a person's eyes.
///
/// ```
/// false  size(title) > 0 && tags.all(t, size(t) <= 10)
/// └─ false  tags.all(t, size(t) <= 10)  (2 elements)
///    [1]  t = 'far too long'
///    └─ false  size(t) <= 10
///              size(t) = 12
/// ```
struct ExplanationTree {
    let isColored: Bool
    /// The words for sizes, elements and errors.
    var words = Words.engine

    /// The tree, one line for each part and each value.
    func text(of explanation: CELExplanation, indent: String = "") -> String {
        lines(of: explanation).map { indent + $0 }.joined(separator: "\n")
    }

    private func lines(of part: CELExplanation) -> [String] {
        let outcome = word(of: part.outcome)
        var head = "\(styled(outcome, style(of: part)))  \(Self.printable(part.text))"
        if let count = part.elementCount {
            head += styled(
                "  (\(words.text(of: EngineTexts.explainElements(count: count))))",
                .faint
            )
        }
        let column = String(repeating: " ", count: outcome.count + 2)
        var lines = [head]
        if part.isDeciding || part.children.isEmpty {
            if case .error(let error) = part.outcome, !part.operands.contains(where: \.hasError) {
                lines.append(column + sentence(of: error))
            }
            lines += (part.operands + part.reads).map { column + line(of: $0) }
        }
        for (place, child) in part.children.enumerated() {
            if part.elements.indices.contains(place) {
                lines.append(line(of: part.elements[place]))
            }
            let isLast = place == part.children.count - 1
            for (row, text) in self.lines(of: child).enumerated() {
                lines.append((row == 0 ? (isLast ? "└─ " : "├─ ") : isLast ? "   " : "│  ") + text)
            }
        }
        lines += part.elements.dropFirst(part.children.count).map { line(of: $0) }
        return lines
    }

    /// An operand with its value: `size(title) = 0`.
    private func line(of operand: CELExplanation.Operand) -> String {
        "\(Self.printable(operand.text)) = \(value(operand.value))"
    }

    /// `[1]  t = 'b'`; a name for one value has no place.
    private func line(of element: CELExplanation.Element) -> String {
        let variables = element.variables.map { line(of: $0) }.joined(separator: ", ")
        guard let place = element.place else { return variables }
        return "[\(value(place))]  \(variables)"
    }

    private func value(_ shown: CELShownValue) -> String {
        switch shown {
        case .value: styled(Self.printable(shown.text), .value)
        case .shortened(let text, let size):
            styled(
                words.text(
                    of: EngineTexts.explainShortened(
                        value: Self.printable(text),
                        size: size
                    )
                ),
                .value
            )
        case .masked: styled(words.text(of: EngineTexts.explainMasked), .faint)
        case .error(let error): styled(sentence(of: error), .error)
        }
    }

    /// What went wrong, in the reader's language.
    private func sentence(of error: CELError) -> String {
        let text = words.text(for: "expression-error", arguments: error.facts)
        return Self.printable(text ?? error.code.rawValue)
    }

    private func word(of outcome: CELOutcome) -> String {
        switch outcome {
        case .true: "true"
        case .false: "false"
        case .error: words.word(for: .error)
        }
    }

    /// A text without control characters, which could do anything to a terminal.
    private static func printable(_ text: String) -> String {
        PracticeInk.printable(text).split(separator: "\n").joined(separator: " ")
    }
}

// MARK: - Colours

extension ExplanationTree {
    private enum Style: Int {
        case faint = 2
        case holds = 32
        case fails = 31
        case error = 35
        case value = 36
    }

    private func style(of part: CELExplanation) -> Style {
        switch part.outcome {
        case .true: .holds
        case .false: .fails
        case .error: .error
        }
    }

    private func styled(_ text: String, _ style: Style) -> String {
        isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension CELExplanation.Operand {
    fileprivate var hasError: Bool { if case .error = value { true } else { false } }
}
