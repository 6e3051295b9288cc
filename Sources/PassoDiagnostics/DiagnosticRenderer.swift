/// Shows diagnostics as text in the manner of the Swift compiler, or as JSON.
///
/// ```
/// review.yaml:7:10: error: no state named 'draf' [unknown-state]
/// 7 |     to: draf
///   |         |- error: no state named 'draf'
///   |         `- fix-it: did you mean 'draft'?
/// ```
///
/// What a text or an argument holds cannot steer a terminal: control characters and
/// direction overrides are shown as escapes. The work is linear in the number of diagnostics,
/// whatever the length of the lines that they stand on.
public struct DiagnosticRenderer: Sendable {
    /// Gives the sentences.
    public var words: any DiagnosticWords

    /// Whether to write the escape sequences of terminal colours.
    public var color: Bool

    /// How many display columns of a source line are shown at most; the rest is cut.
    public var maximumWidth = 100

    /// Makes a renderer.
    public init(words: any DiagnosticWords = PlainDiagnosticWords(), color: Bool = false) {
        self.words = words
        self.color = color
    }

    /// Returns all diagnostics, in the order given, with an empty line between them.
    ///
    /// Those that follow each other on one line of one text share its excerpt.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        var page = RenderedPage(painter: Painter(isOn: color))
        var first = diagnostics.startIndex
        while first < diagnostics.endIndex {
            let place = diagnostics[first].source.position(at: diagnostics[first].range.lowerBound)
            var end = first + 1
            while end < diagnostics.endIndex,
                isNeighbour(diagnostics[end], of: diagnostics[first], at: place)
            {
                end += 1
            }
            if first > diagnostics.startIndex { page.endLine() }
            render(group: diagnostics[first..<end], on: &page)
            first = end
        }
        return page.text
    }

    /// Tells whether a diagnostic fits into the excerpt of another.
    private func isNeighbour(
        _ diagnostic: Diagnostic,
        of first: Diagnostic,
        at place: SourcePosition
    ) -> Bool {
        guard diagnostic.source === first.source else { return false }
        let line = first.source.lineRange(place.line)
        let offset = diagnostic.range.lowerBound
        guard line.lowerBound <= offset, offset <= line.upperBound else { return false }
        let isNear = abs(offset - first.range.lowerBound) <= maximumWidth / 2
        return line.count <= maximumWidth || isNear
    }
}

extension DiagnosticRenderer {
    private func render(group: ArraySlice<Diagnostic>, on page: inout RenderedPage) {
        guard let source = group.first?.source else { return }
        var excerpt = Excerpt(source: source, maximumWidth: maximumWidth)
        var elsewhere: [DiagnosticNote] = []
        for diagnostic in group {
            let message = sentence(diagnostic.id, diagnostic.arguments)
            let label = diagnostic.severity.label
            header(
                label,
                message,
                id: diagnostic.id,
                source,
                diagnostic.range.lowerBound,
                on: &page
            )
            excerpt.add(diagnostic.range, label, word(label), message)
            for fixIt in diagnostic.fixIts.prefix(Self.maximumFixIts) {
                let sentence = sentence(fixIt.id, fixIt.arguments)
                excerpt.add(fixIt.range, .fixIt, word(.fixIt), sentence, near: diagnostic.range)
            }
            for note in diagnostic.notes {
                guard note.source === source else {
                    elsewhere.append(note)
                    continue
                }
                let sentence = sentence(note.id, note.arguments)
                excerpt.add(note.range, .note, word(.note), sentence)
            }
        }
        excerpt.write(on: &page)
        for note in elsewhere { render(note, on: &page) }
    }

    /// More repairs than these help nobody to choose.
    private static let maximumFixIts = 8

    /// Shows a note whose place is in another text.
    private func render(_ note: DiagnosticNote, on page: inout RenderedPage) {
        let message = sentence(note.id, note.arguments)
        header(.note, message, id: nil, note.source, note.range.lowerBound, on: &page)
        var excerpt = Excerpt(source: note.source, maximumWidth: maximumWidth)
        excerpt.add(note.range, .note, word(.note), message)
        excerpt.write(on: &page)
    }

    private func header(
        _ label: DiagnosticLabel,
        _ message: String,
        id: DiagnosticID?,
        _ source: SourceText,
        _ offset: Int,
        on page: inout RenderedPage
    ) {
        let place = source.position(at: offset)
        let name = SafeText.shown(source.name)
        page.write("\(name):\(place.line):\(place.column): ", .place)
        page.write(word(label) + ": ", .label(label))
        page.write(message, .message)
        if let id { page.write(" [\(SafeText.shown(id.rawValue))]", .detail) }
        page.endLine()
    }

    private func word(_ label: DiagnosticLabel) -> String {
        SafeText.shown(words.word(for: label), mayTurn: true)
    }

    /// The sentence with arguments that steer nothing.
    ///
    /// The words around them are a translator's: in Arabic or Hebrew they need marks of direction.
    private func sentence(_ id: DiagnosticID, _ arguments: [DiagnosticArgument]) -> String {
        let safe = arguments.map { DiagnosticArgument($0.name, $0.value.shown) }
        return SafeText.shown(words.sentence(for: id, arguments: safe), mayTurn: true)
    }
}

extension DiagnosticArgument.Value {
    /// The value as it can be shown.
    fileprivate var shown: Self {
        switch self {
        case .string(let text): .string(SafeText.shown(text))
        case .int: self
        case .list(let texts): .list(texts.map { SafeText.shown($0) })
        }
    }
}

extension DiagnosticSeverity {
    /// What stands before the sentence.
    var label: DiagnosticLabel {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
