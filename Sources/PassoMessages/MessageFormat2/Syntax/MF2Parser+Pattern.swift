extension MF2Parser {
    /// Reads `pattern` up to the end of the text, or to the `}}` that ends a quoted one.
    mutating func readPattern(isQuoted: Bool) -> MF2Pattern {
        var elements: [MF2Element] = []
        var bytes: [UInt8] = []
        func flush() {
            guard !bytes.isEmpty else { return }
            elements.append(.text(String(decoding: bytes, as: UTF8.self)))
            bytes.removeAll(keepingCapacity: true)
        }
        while let byte = scanner.byte {
            switch byte {
            case .openingBrace:
                flush()
                if let element = readPlaceholder() { elements.append(element) }
            case .closingBrace:
                if isQuoted, scanner.isAt("}}") {
                    flush()
                    return MF2Pattern(elements: elements)
                }
                readLoneBrace(isQuoted: isQuoted)
            default: readCharacter(into: &bytes)
            }
        }
        flush()
        return MF2Pattern(elements: elements)
    }

    /// Reads a byte of a text or of a quoted literal, through its escape.
    mutating func readCharacter(into bytes: inout [UInt8]) {
        guard let byte = scanner.byte else { return }
        switch byte {
        case .backslash:
            if let escaped = readEscape() { bytes.append(escaped) }
        case 0:
            report(scanner.characterRange)
            scanner.index += 1
        default:
            bytes.append(byte)
            scanner.index += 1
        }
    }

    /// Reads `quoted-pattern`; the scanner stands at its braces.
    mutating func readQuotedPattern() throws(Mistake) -> MF2Pattern {
        let start = scanner.index
        scanner.index += 2
        let pattern = readPattern(isQuoted: true)
        guard scanner.isAt("}}") else { throw Mistake(range: start..<start + 2) }
        scanner.index += 2
        return pattern
    }

    /// A `}` that closes nothing; the last one of a quoted pattern lacks its second half, which is
    /// reported with the opening braces.
    private mutating func readLoneBrace(isQuoted: Bool) {
        let range = scanner.characterRange
        scanner.index += 1
        if !isQuoted || !scanner.isAtEnd { report(range) }
    }

    /// Reads `escaped-char`; nil after a mistake, which has been reported.
    private mutating func readEscape() -> UInt8? {
        let start = scanner.index
        scanner.index += 1
        switch scanner.byte {
        case let byte? where [.backslash, .bar, .openingBrace, .closingBrace].contains(byte):
            scanner.index += 1
            return byte
        default:
            scanner.index = scanner.characterRange.upperBound
            report(start..<scanner.index)
            return nil
        }
    }

    /// Reads `placeholder`; nil after a mistake, which has been reported.
    private mutating func readPlaceholder() -> MF2Element? {
        let start = scanner.index
        do {
            scanner.index += 1
            scanner.skipMF2Space()
            switch scanner.byte {
            case .hash?, .slash?: return .markup(try readMarkup(from: start))
            default: return .expression(try readExpressionBody(from: start))
            }
        } catch {
            reportInPlaceholder(error, from: start)
            return nil
        }
    }

    /// Reports a mistake in a placeholder and goes on behind its brace.
    private mutating func reportInPlaceholder(_ mistake: Mistake, from start: Int) {
        guard let end = scanner.utf8[scanner.index...].firstIndex(of: .closingBrace) else {
            // A brace that never closes is the mistake, wherever it is noticed; but a quote that
            // never closes comes first.
            let isQuote = scanner.isAtEnd && !mistake.range.isEmpty
            report(isQuote ? mistake.range : start..<start + 1)
            scanner.index = scanner.utf8.count
            return
        }
        report(mistake.range)
        scanner.index = end + 1
    }
}
