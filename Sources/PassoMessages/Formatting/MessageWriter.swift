/// Writes messages into one text; lives for one call.
///
/// The text and its parts come from the same run: when parts are wanted, the writer marks where each
/// argument begins and ends.
struct MessageWriter: ~Copyable {
    let reader: BundleReader
    /// The UTF-8 written so far.
    var buffer: TextBuffer
    var problems: [FormattingProblem] = []
    /// Where parts begin and end; empty unless asked for.
    var marks: [PartMark] = []
    let isMarking: Bool
    private var depth = 0
    private(set) var isFull = false

    @inline(__always)
    init(reader: BundleReader, buffer: consuming TextBuffer, isMarking: Bool = false) {
        self.reader = reader
        self.buffer = buffer
        self.isMarking = isMarking
    }

    /// Formats a key's message, or shows the key where that is impossible.
    mutating func writeMessage(_ key: String, _ arguments: ArgumentList) {
        if isMarking { mark(.message) }
        guard let (voice, number) = reader.find(key) else {
            problems.append(.unknownKey(key))
            buffer.append("[\(key)]")
            return
        }
        guard depth < reader.limits.maximumMessageDepth else {
            problems.append(.tooDeep(key: key))
            buffer.append("[\(key)]")
            return
        }
        let entry = voice.table.entry(at: number)
        if entry.isWhole {
            buffer.append(voice.table.wholeText(of: entry, at: number))
        } else {
            run(entry, voice, key, arguments)
        }
    }

    /// Runs the steps of a message that has been looked up.
    ///
    /// Steps lead forward only, which is checked when a table is loaded; so this ends.
    @inline(__always)
    mutating func run(
        _ entry: FlatEntry,
        _ voice: Voice,
        _ key: String,
        _ arguments: ArgumentList
    ) {
        depth &+= 1
        let frame = Frame(voice: voice, formats: voice.formats, key: key, arguments: arguments)
        let table = voice.table
        var number = entry.start
        while number < entry.end, !isFull {
            let step = table.step(at: number)
            number &+= 1
            switch FlatStep.Kind(rawValue: step.kind) {
            case .text: buffer.append(table, from: step.first, to: step.second)
            case .jump: number = max(number, Int(step.first))
            case .choose: number = max(number, choose(table.choice(at: step.first), frame))
            case .plain, .number, .pluralNumber, .date, .time, .list: write(step, frame)
            case nil: break
            }
        }
        checkLength(frame)
        depth &-= 1
    }

    /// Does something one level deeper; shows nothing of it beyond the limit.
    mutating func enter(_ key: String, _ body: (inout MessageWriter) -> Void) {
        guard depth < reader.limits.maximumMessageDepth else {
            problems.append(.tooDeep(key: key))
            return
        }
        depth += 1
        body(&self)
        depth -= 1
    }

    /// Cuts a text that exceeds its limit, at a character.
    ///
    /// Asked after each value that may be long and after each message; a pattern's own text is
    /// within its limit.
    @inline(__always)
    mutating func checkLength(_ frame: Frame) {
        if buffer.count > reader.limits.maximumTextBytes { cut(frame) }
    }

    @inline(never)
    private mutating func cut(_ frame: Frame) {
        if !isFull { problems.append(.tooLong(key: frame.key)) }
        isFull = true
        buffer.cut(to: buffer.boundary(before: reader.limits.maximumTextBytes))
    }

    /// Marks a place of the text.
    mutating func mark(_ kind: PartMark.Kind) {
        marks.append(PartMark(kind: kind, place: buffer.count))
    }
}
