/// Writes messages into one text; lives for one call.
struct MessageWriter {
    /// U+2068, after which the first strong character decides the direction.
    static let isolate = "\u{2068}"
    /// U+2069, which ends it.
    static let isolateEnd = "\u{2069}"

    let reader: Reader
    let timeZone: String
    let isIsolating: Bool
    let limits: MessageLimits
    /// The UTF-8 written so far.
    var bytes: [UInt8] = []
    var problems: [FormattingProblem] = []
    private var depth = 0
    private(set) var isFull = false

    init(reader: Reader, timeZone: String, isIsolating: Bool, limits: MessageLimits) {
        self.reader = reader
        self.timeZone = timeZone
        self.isIsolating = isIsolating
        self.limits = limits
    }

    /// The text written so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Runs a program.
    mutating func run(_ frame: Frame) {
        let program = frame.program
        if bytes.isEmpty { bytes.reserveCapacity(program.expectedBytes) }
        var index = 0
        while index < program.operations.count, !isFull {
            let operation = program.operations[index]
            index += 1
            switch operation {
            case .text(let start, let end):
                bytes.append(contentsOf: program.pool[Int(start)..<Int(end)])
            case .jump(let target): index = Int(target)
            case .choose(let place): index = choose(program.choices[Int(place)], frame)
            default: write(operation, frame)
            }
        }
        checkLength(frame)
    }

    /// Formats a key's message, or shows the key where that is impossible.
    mutating func writeMessage(_ key: String, _ arguments: ArgumentList) {
        guard let finding = reader.find(key) else {
            problems.append(.unknownKey(key))
            append("[\(key)]")
            return
        }
        guard depth < limits.maximumMessageDepth else {
            problems.append(.tooDeep(key: key))
            append("[\(key)]")
            return
        }
        write(finding, key, arguments)
    }

    /// Formats a message that has been looked up.
    mutating func write(_ finding: Finding, _ key: String, _ arguments: ArgumentList) {
        if let whole = finding.program.wholeText {
            append(whole)
            return
        }
        depth += 1
        run(
            Frame(
                program: finding.program,
                formats: finding.voice.formats,
                key: key,
                arguments: arguments
            )
        )
        depth -= 1
    }

    /// Does something one level deeper; shows nothing of it beyond the limit.
    mutating func enter(_ key: String, _ body: (inout MessageWriter) -> Void) {
        guard depth < limits.maximumMessageDepth else {
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
    mutating func checkLength(_ frame: Frame) {
        guard bytes.count > limits.maximumTextBytes else { return }
        if !isFull { problems.append(.tooLong(key: frame.key)) }
        isFull = true
        var end = limits.maximumTextBytes
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeSubrange(end...)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
