internal import PassoICU

extension MessageParser {
    /// Appends a `number`, `date`, `time` or `list`; the scanner stands at the closing brace.
    mutating func appendSimple(
        _ head: ArgumentHead,
        type: String,
        _ typeRange: Range<Int>,
        _ styleRange: Range<Int>,
        into builder: inout PatternBuilder
    ) {
        let function: MessageFunction
        let kind: MessageParameter.Kind
        switch type {
        case "number":
            function = .number(numberStyle(styleRange))
            kind = .number
        case "date":
            function = .date(dateStyle(styleRange))
            kind = .date
        case "time":
            function = .time(dateStyle(styleRange))
            kind = .time
        case "list":
            function = .list(listStyle(styleRange))
            kind = .list
        default:
            report(.unknownType, typeRange)
            function = .plain
            kind = .any
        }
        append(head.name, head.nameRange, function, kind: kind, from: head.start, into: &builder)
    }

    private mutating func numberStyle(_ range: Range<Int>) -> MessageNumberStyle {
        let trimmed = scanner.trimmed(range)
        let style = scanner.text(trimmed)
        if let skeleton = skeleton(style, range) {
            guard LocalizedNumbers.canRead(skeleton: skeleton) else {
                report(.unknownStyle, trimmed)
                return .plain
            }
            return .skeleton(skeleton)
        }
        switch style.lowercased() {
        case "": return .plain
        case "integer": return .integer
        case "percent": return .percent
        default:
            report(.unknownStyle, trimmed)
            return .plain
        }
    }

    private mutating func dateStyle(_ range: Range<Int>) -> MessageDateStyle {
        let trimmed = scanner.trimmed(range)
        let style = scanner.text(trimmed)
        if let skeleton = skeleton(style, range) { return .skeleton(skeleton) }
        switch style.lowercased() {
        case "", "medium": return .medium
        case "short": return .short
        case "long": return .long
        case "full": return .full
        default:
            report(.unknownStyle, trimmed)
            return .medium
        }
    }

    private mutating func listStyle(_ range: Range<Int>) -> MessageListStyle {
        let trimmed = scanner.trimmed(range)
        guard !trimmed.isEmpty else { return .and }
        if let style = MessageListStyle(rawValue: scanner.text(trimmed).lowercased()) {
            return style
        }
        report(.unknownStyle, trimmed)
        return .and
    }

    /// The words behind `::`; nil if there are none, which is reported when `::` is there.
    private mutating func skeleton(_ style: String, _ range: Range<Int>) -> String? {
        guard style.hasPrefix("::") else { return nil }
        var words = scanner.trimmed(range)
        words = scanner.trimmed(words.lowerBound + 2..<words.upperBound)
        return words.isEmpty ? nil : scanner.text(words)
    }
}
