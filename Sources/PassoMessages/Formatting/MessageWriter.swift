/// Writes messages into one text; lives for one call.
///
/// The text and its parts come from the same run: when parts are wanted, the writer marks where each
/// argument begins and ends.
struct MessageWriter: ~Copyable {
    private let reader: Lent<BundleReader>
    private let maximumBytes: Int
    private let maximumDepth: Int
    let isIsolating: Bool
    /// The UTF-8 written so far.
    var buffer: TextBuffer
    var problems: [FormattingProblem] = []
    /// Where parts begin and end; empty unless asked for.
    var marks: [PartMark] = []
    let isMarking: Bool
    private var depth = 0
    private(set) var isFull = false
    /// The name that was looked for last in this message, because `#` follows its plural; -1 for none.
    private var lastName = -1
    private var lastPlace = 0

    @inline(__always)
    init(reader: BundleReader, buffer: consuming TextBuffer, isMarking: Bool = false) {
        self.reader = Lent(reader)
        maximumBytes = reader.limits.maximumTextBytes
        maximumDepth = reader.limits.maximumMessageDepth
        isIsolating = reader.isIsolating
        self.buffer = buffer
        self.isMarking = isMarking
    }

    /// Formats a key's message, or shows the key where that is impossible.
    mutating func writeMessage(_ key: String, _ arguments: ArgumentList) {
        if isMarking { mark(.message) }
        guard let (voice, number) = reader.with({ $0.find(key) }) else {
            problems.append(.unknownKey(key))
            buffer.append("[\(key)]")
            return
        }
        guard depth < maximumDepth else {
            problems.append(.tooDeep(key: key))
            buffer.append("[\(key)]")
            return
        }
        voice.with { write($0, number, key, arguments) }
    }

    /// Writes a message that has been found.
    @inline(__always)
    mutating func write(
        _ voice: Voice,
        _ number: Int,
        _ key: String,
        _ arguments: ArgumentList
    ) {
        let look = voice.look
        let entry = look.entry(at: number)
        guard !entry.isWhole else {
            buffer.append(look, from: UInt32(entry.start), to: UInt32(entry.end))
            return
        }
        let formats = Lent(voice.formats)
        run(entry, Frame(look: look, formats: formats, key: key, arguments: arguments))
    }

    /// Runs the steps of a message that has been looked up.
    ///
    /// Steps lead forward only, which is checked when a table is loaded; so this ends.
    private mutating func run(_ entry: FlatEntry, _ frame: Frame) {
        depth &+= 1
        lastName = -1
        var number = entry.start
        while number < entry.end, !isFull {
            let step = frame.look.step(at: number)
            number &+= 1
            switch FlatStep.Kind(rawValue: step.kind) {
            case .text: buffer.append(frame.look, from: step.first, to: step.second)
            case .jump: number = max(number, Int(step.first))
            case .choose: number = max(number, choose(frame.look.choice(at: step.first), frame))
            case .plain, .number, .pluralNumber, .date, .time, .list: write(step, frame)
            case nil: break
            }
        }
        checkLength(frame)
        depth &-= 1
        lastName = -1
    }

    /// Where among the arguments a name stands.
    @inline(__always)
    mutating func place(of name: UInt32, _ frame: Frame) -> Int? {
        if lastName == Int(name) { return lastPlace }
        guard let place = frame.place(of: name) else { return nil }
        lastName = Int(name)
        lastPlace = place
        return place
    }

    /// Does something one level deeper; shows nothing of it beyond the limit.
    mutating func enter(_ key: String, _ body: (inout MessageWriter) -> Void) {
        guard depth < maximumDepth else {
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
        if buffer.count > maximumBytes { cut(frame) }
    }

    @inline(never)
    private mutating func cut(_ frame: Frame) {
        if !isFull { problems.append(.tooLong(key: frame.key)) }
        isFull = true
        buffer.cut(to: buffer.boundary(before: maximumBytes))
    }

    /// Marks a place of the text.
    mutating func mark(_ kind: PartMark.Kind) {
        marks.append(PartMark(kind: kind, place: buffer.count))
    }
}
