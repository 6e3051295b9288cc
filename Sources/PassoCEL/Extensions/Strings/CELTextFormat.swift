/// A text with clauses such as `%s` and `%.2f`, as `format` takes it (extension "Strings").
struct CELTextFormat: Sendable {
    /// The parts, in order.
    let parts: [Part]

    enum Part: Sendable {
        case text(CELString)
        /// Takes the next argument.
        case clause(Verb, precision: Int)
    }

    /// How a clause writes its argument.
    enum Verb: String, Sendable {
        case string = "s"
        case decimal = "d"
        case fixed = "f"
        case scientific = "e"
        case hexadecimal = "x"
        case upperHexadecimal = "X"
        case octal = "o"
        case binary = "b"
    }

    /// The digits behind the point where a clause does not say it.
    static let defaultPrecision = 6

    /// Reads a text.
    ///
    /// - Throws: `invalidArgument` for a clause that does not exist, is not finished, or has a precision
    ///   beyond ``CELLimits/formatPrecision``.
    init(_ text: CELString) throws(CELError) {
        var rest = text.string.utf8[...]
        var parts: [Part] = []
        while let mark = rest.firstIndex(of: UInt8(ascii: "%")) {
            if mark > rest.startIndex {
                parts.append(.text(CELString(String(Substring(rest[..<mark])))))
            }
            rest = rest[mark...].dropFirst()
            parts.append(try Self.clause(&rest))
        }
        if !rest.isEmpty { parts.append(.text(CELString(String(Substring(rest))))) }
        self.parts = parts
    }

    /// Reads what stands behind a percent sign.
    private static func clause(
        _ rest: inout Substring.UTF8View
    ) throws(CELError) -> Part {
        if rest.first == UInt8(ascii: "%") {
            rest = rest.dropFirst()
            return .text("%")
        }
        let precision = try precision(&rest)
        guard let letter = rest.first, letter < 0x80,
            let verb = Verb(rawValue: String(Unicode.Scalar(letter)))
        else {
            throw CELError(
                .invalidArgument,
                [CELArgument("value", "%" + String(Substring(rest.prefix(while: isShown))))]
            )
        }
        rest = rest.dropFirst()
        return .clause(verb, precision: precision)
    }

    /// Whether an error shows a byte of a clause that does not exist.
    private static func isShown(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: " ") && byte != UInt8(ascii: "%")
    }

    private static func precision(
        _ rest: inout Substring.UTF8View
    ) throws(CELError) -> Int {
        guard rest.first == UInt8(ascii: ".") else { return defaultPrecision }
        rest = rest.dropFirst()
        let digits = rest.prefix { CELLexer.isDigit($0) }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty else {
            throw CELError(.invalidArgument, [CELArgument("value", "%.")])
        }
        guard let precision = Int(Substring(digits)), precision <= CELLimits.formatPrecision else {
            throw .limit(CELLimits.formatPrecision)
        }
        return precision
    }
}

extension CELTextFormat {
    /// Writes the text with its clauses replaced; arguments that no clause takes are left out.
    ///
    /// - Throws: `indexOutOfRange` when there are fewer arguments than clauses, `noMatchingOverload`
    ///   for an argument that its clause cannot write, `limit` for a result that is too long.
    func text(_ arguments: CELList, _ limits: CELLimits) throws(CELError) -> CELString {
        var writer = CELFormatWriter(limits)
        var next = 0
        for part in parts {
            switch part {
            case .text(let text): try writer.builder.append(text)
            case .clause(let verb, let precision):
                guard next < arguments.count else {
                    throw CELError(
                        .indexOutOfRange,
                        [
                            CELArgument("index", String(next)),
                            CELArgument("size", String(arguments.count)),
                        ]
                    )
                }
                try writer.write(arguments.elements[next], verb, precision: precision)
                next += 1
            }
        }
        return writer.builder.text
    }
}

extension CELFunction {
    /// `format`: a text with its clauses replaced by the elements of a list.
    ///
    /// A text that is a constant is read once, when the program is compiled.
    static let textFormat = CELFunction(
        "format",
        CELOverload(
            "string_format",
            [.string, .list(.dyn)],
            .string,
            isMember: true,
            body: .prepared { constants, limits in
                var known: CELTextFormat?
                if case .string(let text) = constants[0] {
                    // A text that cannot be read is an error of each call.
                    known = try? CELTextFormat(text)
                }
                return .binary { [known] (text: CELValue, list: CELValue) throws(CELError) in
                    guard case .string(let text) = text, case .list(let list) = list else {
                        throw .noOverload("format", [text, list])
                    }
                    let format = if let known { known } else { try CELTextFormat(text) }
                    return .string(try format.text(list, limits))
                }
            }
        )
        .costing(
            // A clause takes two bytes of the text; `%b` writes 64 digits, `%.99f` what it says.
            CELFunctionCost(.bytes(0, units: 4), .weight(1)) { arguments in
                .text(bytes: arguments[0].bytes.plus(longest(arguments[0], arguments[1])))
            }
        )
    )

    /// The most bytes that the clauses of a text can write: a number takes 310 digits and its
    /// precision, and other values twice what they weigh in groups of 16 bytes.
    private static func longest(_ format: CELBounds, _ arguments: CELBounds) -> UInt64 {
        let numbers = min(format.bytes / 2, arguments.count)
            .times(UInt64(CELLimits.formatPrecision + 320))
        return numbers.plus(arguments.weight.times(CELTextFormat.bytesPerWeight))
    }
}

extension CELTextFormat {
    /// The most bytes that a value is written with for each unit that it weighs: a double takes 327
    /// digits with its sign and point, and 16 bytes in hexadecimal 32 digits.
    fileprivate static let bytesPerWeight: UInt64 = 344
}
