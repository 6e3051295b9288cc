extension Message {
    /// The message in the syntax of MessageFormat 1, in one canonical spelling.
    ///
    /// Parsing it gives an equal message, ranges aside, where this one was parsed without problems.
    /// An apostrophe is doubled wherever it stands, a brace is quoted alone.
    public var messageFormat1: String { writtenAsMessageFormat1.text }

    /// The same with what each stretch of it comes from, as offsets in the text that this message
    /// was read from: a placeholder, a selection, or the key of the branch that a text stands in;
    /// nil for text outside of all.
    package var writtenAsMessageFormat1: (text: String, places: [(start: Int, range: Range<Int>?)])
    {
        var writer = MessageFormat1Writer()
        writer.write(pattern, isPlural: false, in: nil)
        return (writer.text, writer.places)
    }
}

/// Writes the syntax of MessageFormat 1.
struct MessageFormat1Writer {
    private(set) var text = ""
    private(set) var places: [(start: Int, range: Range<Int>?)] = []

    mutating func write(_ pattern: MessagePattern, isPlural: Bool, in branch: Range<Int>?) {
        for element in pattern.elements {
            switch element {
            case .text(let words):
                begin(branch)
                text += Self.quoted(words, isPlural: isPlural)
            case .placeholder(let expression):
                begin(expression.range)
                write(expression)
            case .selection(let selection):
                begin(selection.range)
                write(selection)
            }
        }
    }

    private mutating func begin(_ range: Range<Int>?) {
        places.append((text.utf8.count, range))
    }

    private mutating func write(_ expression: MessageExpression) {
        guard case .pluralNumber = expression.function else {
            text +=
                "{"
                + ([expression.variable] + Self.words(of: expression.function))
                .joined(separator: ", ") + "}"
            return
        }
        text += "#"
    }

    private mutating func write(_ selection: MessageSelection) {
        text += "{\(selection.variable), "
        switch selection.function {
        case .plural(let offset): text += "plural," + Self.offset(offset)
        case .ordinal(let offset): text += "selectordinal," + Self.offset(offset)
        case .select: text += "select,"
        }
        for variant in selection.variants {
            begin(variant.range)
            switch variant.key {
            case .exactly(let number): text += " =\(PatternNumber.text(number)) {"
            case .word(let word): text += " \(word) {"
            case .other: text += " other {"
            }
            write(variant.pattern, isPlural: selection.function != .select, in: variant.range)
            text += "}"
        }
        begin(selection.range)
        text += "}"
    }

    private static func offset(_ offset: Double) -> String {
        offset == 0 ? "" : " offset:\(PatternNumber.text(offset))"
    }

    /// The type and the style, as far as they must be written.
    private static func words(of function: MessageFunction) -> [String] {
        switch function {
        case .plain, .pluralNumber: []
        case .number(.plain): ["number"]
        case .number(.integer): ["number", "integer"]
        case .number(.percent): ["number", "percent"]
        case .number(.skeleton(let skeleton)): ["number", "::\(skeleton)"]
        case .date(let style): ["date"] + word(of: style)
        case .time(let style): ["time"] + word(of: style)
        case .list(.and): ["list"]
        case .list(.or): ["list", "or"]
        }
    }

    private static func word(of style: MessageDateStyle) -> [String] {
        switch style {
        case .short: ["short"]
        case .medium: []
        case .long: ["long"]
        case .full: ["full"]
        case .skeleton(let skeleton): ["::\(skeleton)"]
        }
    }

    /// A text as a pattern writes it.
    ///
    /// What stands beside a quoted brace and needs quotes, too, is in the same quotes: two of them
    /// beside each other would be an apostrophe.
    static func quoted(_ text: String, isPlural: Bool) -> String {
        var result: [UInt8] = []
        var isQuoted = false
        for byte in text.utf8 {
            let isSyntax =
                byte == .openingBrace || byte == .closingBrace || byte == .hash && isPlural
            if isSyntax != isQuoted, isSyntax || byte != .apostrophe {
                result.append(.apostrophe)
                isQuoted.toggle()
            }
            result += byte == .apostrophe ? [.apostrophe, .apostrophe] : [byte]
        }
        if isQuoted { result.append(.apostrophe) }
        return String(decoding: result, as: UTF8.self)
    }
}

extension PatternNumber {
    /// A number as patterns and keys of both syntaxes write it.
    static func text(_ number: Double) -> String {
        if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 {
            return "\(whole)"
        }
        // The syntaxes have no word for infinity, but numbers beyond what can be held.
        guard number.isFinite else { return number < 0 ? "-1e999" : "1e999" }
        return "\(number)"
    }
}
