/// Reads the syntax of LDML 48.2, part 9, section *Messages and their Syntax*.
///
/// Every function reads one production of the grammar and moves only forward, so the time is
/// linear in the text and no depth of braces costs stack. After a mistake in a placeholder,
/// a declaration or a variant, reading goes on behind it.
struct MF2Parser {
    /// A place where no production fits.
    struct Mistake: Error {
        let range: Range<Int>
    }

    var scanner: PatternScanner
    let limits: MessageLimits
    var problems: [MF2Problem] = []

    init(_ text: String, limits: MessageLimits) {
        scanner = PatternScanner(text)
        self.limits = limits
    }

    /// Reads `message`.
    mutating func parse() -> (MF2Message?, [MF2Problem]) {
        let count = scanner.utf8.count
        guard count <= limits.maximumPatternBytes else {
            let limit = "\(limits.maximumPatternBytes)"
            return (nil, [MF2Problem(id: .tooLarge, range: 0..<count, detail: limit)])
        }
        scanner.skipMF2Space()
        if scanner.byte == .dot || scanner.isAt("{{") {
            return finish(readComplexMessage())
        }
        // White space at the ends of a simple message belongs to it.
        scanner.index = 0
        let pattern = readPattern(isQuoted: false)
        return finish(MF2Message(body: .pattern(pattern)))
    }

    /// What is not well-formed has no tree; what is has its other mistakes reported.
    private mutating func finish(_ message: MF2Message?) -> (MF2Message?, [MF2Problem]) {
        guard problems.isEmpty, let message else { return (nil, problems) }
        var check = MF2Check(scanner: scanner, limits: limits)
        check.run(message)
        return (message, check.problems)
    }

    /// Reports what is not well-formed.
    mutating func report(_ range: Range<Int>) {
        guard problems.count < limits.maximumProblems else { return }
        problems.append(
            MF2Problem(id: .syntaxError, range: range, detail: scanner.excerpt(range))
        )
    }

    /// The mistake that the character here is; at the end of the text its range is empty.
    var mistakeHere: Mistake { Mistake(range: scanner.characterRange) }

    /// Reads one byte that must stand here.
    mutating func expect(_ byte: UInt8) throws(Mistake) {
        guard scanner.byte == byte else { throw mistakeHere }
        scanner.index += 1
    }

    /// Skips white space that must stand here.
    mutating func expectSpace() throws(Mistake) {
        guard scanner.skipMF2Space() else { throw mistakeHere }
    }
}

extension MF2Message {
    /// Reads a message.
    ///
    /// The syntax is the whole grammar of LDML 48.2, part 9. Time and memory are linear in the
    /// length of the text.
    ///
    /// - Parameters:
    ///   - text: the message in the syntax of MessageFormat 2.
    ///   - limits: what it may cost.
    /// - Returns: the message, or nil where the text is not well-formed or too large; and its
    ///   problems in the order of their places. A well-formed message that breaks a rule of the
    ///   data model is returned with its problems.
    public static func parse(
        _ text: String,
        limits: MessageLimits = .standard
    ) -> (MF2Message?, [MF2Problem]) {
        var parser = MF2Parser(text, limits: limits)
        return parser.parse()
    }
}
