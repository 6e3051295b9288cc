/// The lines of one text that a group of diagnostics speaks of, with its sentences beneath them.
struct Excerpt {
    /// A sentence at a place.
    private struct Annotation {
        let range: SourceRange
        let label: DiagnosticLabel
        let word: String
        let message: String
    }

    private let source: SourceText
    private let maximumWidth: Int
    private var annotations: [Int: [Annotation]] = [:]

    init(source: SourceText, maximumWidth: Int) {
        self.source = source
        self.maximumWidth = maximumWidth
    }

    /// Adds a sentence.
    ///
    /// - Parameters:
    ///   - range: its place.
    ///   - label: what kind of sentence it is.
    ///   - word: what stands before it.
    ///   - message: the sentence, safe to show.
    ///   - primary: a place on whose line the sentence stands rather than on its own.
    mutating func add(
        _ range: SourceRange,
        _ label: DiagnosticLabel,
        _ word: String,
        _ message: String,
        near primary: SourceRange? = nil
    ) {
        let line = source.position(at: (primary ?? range).lowerBound).line
        let bounds = source.lineRange(line)
        let isElsewhere =
            range.lowerBound < bounds.lowerBound || range.lowerBound > bounds.upperBound
        let place = isElsewhere ? primary ?? range : range
        annotations[line, default: []].append(
            Annotation(
                range: place,
                label: label,
                word: word,
                message: message
            )
        )
    }

    /// Writes the lines in their order in the file; an empty file has none to show.
    func write(on page: inout RenderedPage) {
        guard !source.utf8.isEmpty else { return }
        let lines = annotations.keys.sorted()
        let digits = String(lines.last ?? 1).count
        var previous: Int?
        for line in lines {
            if let previous, line > previous + 1 {
                page.write(String(repeating: " ", count: digits) + " :", .gutter)
                page.endLine()
            }
            write(line, annotations[line] ?? [], digits: digits, on: &page)
            previous = line
        }
    }
}

extension Excerpt {
    private func write(
        _ line: Int,
        _ sentences: [Annotation],
        digits: Int,
        on page: inout RenderedPage
    ) {
        let range = source.lineRange(line)
        let focus = sentences.map(\.range.lowerBound).min() ?? range.lowerBound
        let layout = LineLayout(source, line: range, focus: focus, maximumWidth: maximumWidth)
        let number = String(line)
        let padding = String(repeating: " ", count: max(0, digits - number.count))
        page.write("\(padding)\(number) |", .gutter)
        write(layout, sentences.filter { $0.label != .fixIt }.map(\.range), on: &page)
        page.endLine()
        writeSentences(sentences, layout, digits: digits, on: &page)
    }

    /// Writes the source line itself, with the ranges underlined where there is colour.
    private func write(
        _ layout: LineLayout,
        _ ranges: [SourceRange],
        on page: inout RenderedPage
    ) {
        let first = layout.isCutBefore ? " …" : " "
        guard !layout.cells.isEmpty else { return }
        page.write(first)
        var run = ""
        var isUnderlined = false
        for cell in layout.cells {
            let isMarked =
                page.painter.isOn
                && ranges.contains { $0.lowerBound <= cell.offset && cell.offset < $0.upperBound }
            if isMarked != isUnderlined {
                page.write(run, isUnderlined ? .underlined : .plain)
                run = ""
                isUnderlined = isMarked
            }
            run += cell.text
        }
        page.write(run, isUnderlined ? .underlined : .plain)
        if layout.isCutAfter { page.write("…", .detail) }
    }

    /// Writes the sentences, the rightmost place first, so that their lines do not cross.
    private func writeSentences(
        _ sentences: [Annotation],
        _ layout: LineLayout,
        digits: Int,
        on page: inout RenderedPage
    ) {
        let shift = layout.isCutBefore ? 1 : 0
        var byColumn: [Int: [Annotation]] = [:]
        for sentence in sentences {
            let column = layout.column(of: sentence.range.lowerBound) + shift
            byColumn[column, default: []].append(sentence)
        }
        let columns = byColumn.keys.sorted()
        let gutter = String(repeating: " ", count: digits) + " |"
        for column in columns.reversed() {
            let here = byColumn[column] ?? []
            let lead = Self.lead(to: column, columns)
            for (index, sentence) in here.enumerated() {
                page.write(gutter, .gutter)
                page.write(" " + lead + (index == here.count - 1 ? "`- " : "|- "))
                page.write(sentence.word + ": ", .label(sentence.label))
                page.write(sentence.message)
                page.endLine()
            }
        }
    }

    /// Returns the blanks up to a column, with a bar for each place on the way.
    private static func lead(to column: Int, _ columns: [Int]) -> String {
        var lead = ""
        var width = 0
        for bar in columns where bar < column {
            lead += String(repeating: " ", count: bar - width) + "|"
            width = bar + 1
        }
        return lead + String(repeating: " ", count: column - width)
    }
}
