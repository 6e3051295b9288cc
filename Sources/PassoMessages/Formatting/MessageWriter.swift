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
    var text = ""
    var problems: [FormattingProblem] = []
    private var depth = 0
    private(set) var isFull = false

    init(reader: Reader, timeZone: String, isIsolating: Bool, limits: MessageLimits) {
        self.reader = reader
        self.timeZone = timeZone
        self.isIsolating = isIsolating
        self.limits = limits
    }

    /// Runs a program.
    mutating func run(_ frame: Frame) {
        let program = frame.program
        var index = 0
        while index < program.operations.count, !isFull {
            let operation = program.operations[index]
            index += 1
            switch operation {
            case .text(let place): text += program.texts[Int(place)]
            case .jump(let target): index = Int(target)
            case .choose(let place): index = choose(program.choices[Int(place)], frame)
            default: write(operation, frame)
            }
            checkLength(frame)
        }
    }

    /// Formats a key's message inside of another one, or shows the key where that is impossible.
    mutating func writeMessage(_ key: String, _ arguments: [MessageNamedArgument]) {
        guard let (program, voice) = reader.find(key) else {
            problems.append(.unknownKey(key))
            text += "[\(key)]"
            return
        }
        guard depth < limits.maximumMessageDepth else {
            problems.append(.tooDeep(key: key))
            text += "[\(key)]"
            return
        }
        depth += 1
        run(Frame(program: program, voice: voice, key: key, arguments: arguments))
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
    private mutating func checkLength(_ frame: Frame) {
        guard text.utf8.count > limits.maximumTextBytes, !isFull else { return }
        isFull = true
        problems.append(.tooLong(key: frame.key))
        var end = text.utf8.index(text.startIndex, offsetBy: limits.maximumTextBytes)
        while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 {
            end = text.utf8.index(before: end)
        }
        text = String(text[..<end])
    }
}

/// A message with what it is formatted with.
struct Frame {
    let program: MessageProgram
    let voice: Voice
    let key: String
    let arguments: [MessageNamedArgument]

    /// The value of a name; of two arguments with one name the first counts.
    func value(of name: Int32) -> MessageArgument? {
        let name = program.names[Int(name)]
        for argument in arguments where argument.name == name { return argument.value }
        return nil
    }
}
