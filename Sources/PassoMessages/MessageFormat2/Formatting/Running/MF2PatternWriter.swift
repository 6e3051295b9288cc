/// Puts a message together, as a text or as parts.
struct MF2PatternWriter {
    private let formats: MF2Formats
    private let isIsolating: Bool
    private let wantsParts: Bool
    private let maximumBytes: Int
    private(set) var text = ""
    private(set) var parts: [MF2Part] = []
    /// Whether the text has reached its limit, beyond which nothing is written.
    private(set) var isFull = false

    init(_ formatter: MF2Formatter, wantsParts: Bool) {
        formats = formatter.formats
        isIsolating = formatter.bidi == .default
        maximumBytes = formatter.limits.maximumTextBytes
        self.wantsParts = wantsParts
    }

    mutating func append(text: String) {
        let text = fitting(text)
        if wantsParts, !text.isEmpty { parts.append(.text(text)) }
    }

    mutating func append(markup: MF2Markup, _ options: [MF2ResolvedOption], id: String?) {
        guard wantsParts else { return }
        parts.append(
            .markup(MF2MarkupPart(kind: markup.kind, name: markup.name, id: id, options: options))
        )
    }

    /// Writes a placeholder between the isolates that it needs.
    mutating func append(
        _ value: any MF2ResolvedValue,
        _ resolution: MF2Resolution
    ) throws(MF2FunctionError) {
        let words = try value.text()
        let fields = wantsParts ? try value.fields() : []
        let direction = resolution.direction
        isolate(direction, isForced: resolution.ownDirection != nil) { writer in
            let shown = writer.fitting(words)
            guard writer.wantsParts else { return }
            writer.parts.append(
                .value(
                    MF2ValuePart(
                        type: value.partType,
                        id: resolution.id,
                        direction: direction,
                        locale: writer.formats.locale,
                        text: shown,
                        fields: writer.isFull ? [] : fields
                    )
                )
            )
        }
    }

    /// Writes what stands for a placeholder that has no value.
    mutating func append(fallback source: String, _ resolution: MF2Resolution) {
        isolate(.unknown, isForced: false) { writer in
            let shown = writer.fitting("{\(source)}")
            guard writer.wantsParts else { return }
            writer.parts.append(writer.isFull ? .text(shown) : .fallback(source: source))
        }
    }

    /// The *Default Bidi Strategy* (section *Handling Bidirectional Text*).
    private mutating func isolate(
        _ direction: MF2Direction,
        isForced: Bool,
        _ body: (inout MF2PatternWriter) -> Void
    ) {
        let isPlain = direction == .leftToRight && !isForced && formats.direction == .leftToRight
        guard isIsolating, !isPlain else {
            body(&self)
            return
        }
        switch direction {
        case .leftToRight: append(mark: "\u{2066}")
        case .rightToLeft: append(mark: "\u{2067}")
        case .unknown: append(mark: "\u{2068}")
        }
        body(&self)
        append(mark: "\u{2069}")
    }

    /// A mark is written even beyond the limit: what it opens has to be closed.
    private mutating func append(mark: String) {
        text += mark
        if wantsParts { parts.append(.isolation(mark)) }
    }

    /// Writes what fits of a text and returns it.
    private mutating func fitting(_ words: String) -> String {
        let room = max(0, maximumBytes - text.utf8.count)
        guard words.utf8.count > room else {
            text += words
            return words
        }
        isFull = true
        var end = words.utf8.index(words.startIndex, offsetBy: room)
        while end > words.startIndex, end.samePosition(in: words) == nil {
            end = words.utf8.index(before: end)
        }
        let shown = String(words[..<end])
        text += shown
        return shown
    }
}

extension MF2Resolution {
    /// The direction of the text: what `u:dir` said here or of the operand, else the value's own.
    fileprivate var direction: MF2Direction {
        ownDirection ?? inheritedDirection ?? value?.direction ?? .unknown
    }
}
