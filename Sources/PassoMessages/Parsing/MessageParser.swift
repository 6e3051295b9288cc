/// Reads MessageFormat 1 as ICU 72's `MessagePattern` does, and goes on after a mistake.
///
/// A mistake inside an argument leaves the raw text of that argument in the tree, and reading goes
/// on behind its closing brace.
struct MessageParser {
    /// What stands around the text being read.
    enum Scope {
        case top
        case plural(variable: String, offset: Double)
        case select
    }

    var scanner: PatternScanner
    let limits: MessageLimits
    var problems: [MessageProblem] = []
    var parameters = ParameterCollector()

    init(_ pattern: String, limits: MessageLimits) {
        scanner = PatternScanner(pattern)
        self.limits = limits
    }

    mutating func parse() -> (Message, [MessageProblem]) {
        guard scanner.utf8.count <= limits.maximumPatternBytes else {
            let whole = 0..<scanner.utf8.count
            report(.tooLarge, whole, "\(limits.maximumPatternBytes)")
            let pattern = MessagePattern(elements: [.text(scanner.text(whole))])
            return (Message(declarations: [], pattern: pattern), problems)
        }
        let pattern = readPattern(in: .top, level: 0)
        for range in parameters.conflicts {
            report(.conflictingUses, range)
        }
        problems.sort { $0.range.lowerBound < $1.range.lowerBound }
        return (Message(declarations: parameters.parameters, pattern: pattern), problems)
    }

    /// Reads text and arguments up to the brace that closes a branch, or to the end of the pattern.
    mutating func readPattern(in scope: Scope, level: Int) -> MessagePattern {
        var builder = PatternBuilder()
        while let byte = scanner.byte {
            switch byte {
            case .apostrophe:
                readApostrophe(in: scope, into: &builder)
            case .openingBrace:
                readArgument(in: scope, level: level, into: &builder)
            case .closingBrace where level > 0:
                return builder.finish()
            case .hash:
                readHash(in: scope, into: &builder)
            default:
                builder.bytes.append(byte)
                scanner.index += 1
            }
        }
        return builder.finish()
    }

    /// `#` is the number inside a plural branch itself and a plain character elsewhere.
    private mutating func readHash(in scope: Scope, into builder: inout PatternBuilder) {
        let range = scanner.index..<scanner.index + 1
        scanner.index += 1
        guard case .plural(let variable, let offset) = scope else {
            builder.bytes.append(.hash)
            return
        }
        builder.append(
            .placeholder(
                MessageExpression(
                    variable: variable,
                    function: .pluralNumber(offset: offset),
                    range: range
                )
            )
        )
    }

    /// An apostrophe quotes only before `{`, `}` and, in a plural branch, `#`; two are one.
    private mutating func readApostrophe(in scope: Scope, into builder: inout PatternBuilder) {
        scanner.index += 1
        switch scanner.byte {
        case .apostrophe?:
            builder.bytes.append(.apostrophe)
            scanner.index += 1
        case .openingBrace?, .closingBrace?:
            readQuoted(into: &builder)
        case .hash? where scope.isPlural:
            readQuoted(into: &builder)
        default:
            builder.bytes.append(.apostrophe)
        }
    }

    /// Reads up to the closing apostrophe, or to the end where there is none.
    private mutating func readQuoted(into builder: inout PatternBuilder) {
        while let byte = scanner.byte {
            scanner.index += 1
            guard byte == .apostrophe else {
                builder.bytes.append(byte)
                continue
            }
            guard scanner.byte == .apostrophe else { return }
            builder.bytes.append(.apostrophe)
            scanner.index += 1
        }
    }

    /// Reports a problem; its detail is the text at its place where nothing else is given.
    mutating func report(_ id: MessageProblemID, _ range: Range<Int>, _ detail: String? = nil) {
        guard problems.count < limits.maximumProblems else { return }
        let detail = detail ?? scanner.excerpt(range)
        problems.append(MessageProblem(id: id, range: range, detail: detail))
    }
}

extension MessageParser.Scope {
    var isPlural: Bool {
        if case .plural = self { true } else { false }
    }

    var isSelector: Bool {
        if case .top = self { false } else { true }
    }
}

extension UInt8 {
    static let apostrophe = UInt8(ascii: "'")
    static let openingBrace = UInt8(ascii: "{")
    static let closingBrace = UInt8(ascii: "}")
    static let hash = UInt8(ascii: "#")
    static let comma = UInt8(ascii: ",")
    static let equals = UInt8(ascii: "=")
    static let colon = UInt8(ascii: ":")
}
