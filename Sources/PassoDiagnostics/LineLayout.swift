/// One source line, or the part of it around a place, as it is shown.
struct LineLayout {
    /// One character or invalid byte.
    struct Cell {
        /// Where it stands in the file.
        let offset: Int
        /// The display column, counted from 0.
        let column: Int
        let text: String
    }

    private(set) var cells: [Cell] = []

    /// The display column after the last cell.
    private(set) var width = 0

    /// The offset after the last cell.
    private(set) var end: Int

    /// Whether text before and after the cells is left out.
    private(set) var isCutBefore = false
    private(set) var isCutAfter = false

    private let maximumWidth: Int
    private static let tabWidth = 4

    /// Lays out a line.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - line: the range of the line.
    ///   - focus: the place that must be in sight.
    ///   - maximumWidth: how many columns the result may take.
    init(_ source: SourceText, line: SourceRange, focus: Int, maximumWidth: Int) {
        self.maximumWidth = max(20, maximumWidth)
        end = line.lowerBound
        if line.count <= self.maximumWidth * 4 {
            fill(source, from: line.lowerBound, to: line.upperBound)
            if !isCutAfter { return }
        }
        // A quarter of the room goes to what stands before the place.
        let start = Self.start(
            source,
            line: line,
            focus: focus,
            before: self.maximumWidth / 4
        )
        cells = []
        width = 0
        isCutAfter = false
        isCutBefore = start > line.lowerBound
        fill(source, from: start, to: line.upperBound)
    }

    /// Returns the display column of an offset; what is out of sight has that of the nearest end.
    func column(of offset: Int) -> Int {
        guard let first = cells.first, offset >= first.offset else { return 0 }
        guard offset < end else { return width }
        var low = 0
        var high = cells.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if cells[middle].offset <= offset { low = middle } else { high = middle }
        }
        return cells[low].column
    }

    /// Finds a character boundary that lies some bytes before a place.
    private static func start(
        _ source: SourceText,
        line: SourceRange,
        focus: Int,
        before: Int
    ) -> Int {
        let target = max(line.lowerBound, min(focus, line.upperBound) - before)
        let landmark = max(line.lowerBound, source.landmark(before: target).offset)
        var offset = landmark
        let upper = min(line.upperBound, target + 64)
        for character in String(
            decoding: source.utf8[landmark..<max(landmark, upper)],
            as: UTF8.self
        ) {
            if offset >= target { break }
            offset += character.utf8.count
        }
        // A character longer than the window, or bytes that are no text.
        return offset > focus ? min(landmark, focus) : offset
    }
}

extension LineLayout {
    /// Adds cells until the room is used up.
    private mutating func fill(_ source: SourceText, from start: Int, to lineEnd: Int) {
        // A character takes at least a column for each of its first bytes, mostly; more bytes
        // than this never fit.
        var upper = min(lineEnd, start + maximumWidth * 16)
        while upper > start, upper < lineEnd, source.utf8[upper] & 0xC0 == 0x80 { upper -= 1 }
        let bytes = source.utf8[start..<upper]
        let text = String(decoding: bytes, as: UTF8.self)
        end = start
        if text.utf8.count == bytes.count {
            for character in text {
                guard append(character, length: character.utf8.count) else { return }
            }
        } else {
            fillBytes(bytes)
        }
        isCutAfter = isCutAfter || end < lineEnd
    }

    private mutating func append(_ character: Character, length: Int) -> Bool {
        let shown: String
        let columns: Int
        if character == "\t" {
            columns = Self.tabWidth - width % Self.tabWidth
            shown = String(repeating: " ", count: columns)
        } else {
            shown = SafeText.shown(character)
            columns = DisplayWidth.of(shown)
        }
        return append(shown, columns, length)
    }

    private mutating func append(_ shown: String, _ columns: Int, _ length: Int) -> Bool {
        guard width + columns <= maximumWidth else {
            isCutAfter = true
            return false
        }
        cells.append(Cell(offset: end, column: width, text: shown))
        width += columns
        end += length
        return true
    }

    /// Lays out a line that is not UTF-8: its bytes beyond ASCII are shown by number.
    private mutating func fillBytes(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            let isPrintable = byte >= 0x20 && byte < 0x7F
            let digits = String(byte, radix: 16, uppercase: true)
            let shown =
                isPrintable
                ? String(UnicodeScalar(byte)) : "\\x" + (byte < 0x10 ? "0" : "") + digits
            guard append(shown, shown.utf8.count, 1) else { return }
        }
    }
}
