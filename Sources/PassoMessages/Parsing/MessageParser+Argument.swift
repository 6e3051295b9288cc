extension MessageParser {
    /// Reads `{…}`; the scanner stands at the opening brace.
    mutating func readArgument(
        in scope: Scope,
        level: Int,
        into builder: inout PatternBuilder
    ) {
        let start = scanner.index
        guard level < limits.maximumNesting else {
            report(.tooLarge, start..<start + 1, "\(limits.maximumNesting)")
            recover(from: start, into: &builder)
            return
        }
        scanner.index += 1
        scanner.skipWhiteSpace()
        let nameRange = scanner.skipIdentifier()
        guard !isUnclosed(from: start, into: &builder) else { return }
        let name = scanner.text(nameRange)
        guard isValidName(nameRange) else {
            report(.argumentName, nameRange.isEmpty ? start..<scanner.index + 1 : nameRange)
            recover(from: start, into: &builder)
            return
        }
        scanner.skipWhiteSpace()
        guard !isUnclosed(from: start, into: &builder) else { return }
        if scanner.byte == .closingBrace {
            reportNumbered(nameRange)
            append(name, nameRange, .plain, kind: .any, from: start, into: &builder)
        } else if scanner.byte == .comma {
            scanner.index += 1
            let head = ArgumentHead(start: start, name: name, nameRange: nameRange, level: level)
            readType(of: head, in: scope, into: &builder)
        } else {
            report(.argumentSyntax, scanner.characterRange)
            recover(from: start, into: &builder)
        }
    }

    /// Reads the type behind the first comma and what belongs to it.
    private mutating func readType(
        of head: ArgumentHead,
        in scope: Scope,
        into builder: inout PatternBuilder
    ) {
        scanner.skipWhiteSpace()
        let typeRange = scanner.skipLetters()
        scanner.skipWhiteSpace()
        guard !isUnclosed(from: head.start, into: &builder) else { return }
        let type = scanner.text(typeRange).lowercased()
        guard !type.isEmpty else {
            report(.missingType, head.nameRange.upperBound..<scanner.index, head.name)
            recover(from: head.start, into: &builder)
            return
        }
        guard scanner.byte == .comma || scanner.byte == .closingBrace else {
            report(.argumentSyntax, scanner.characterRange)
            recover(from: head.start, into: &builder)
            return
        }
        reportNumbered(head.nameRange)
        let hasStyle = scanner.byte == .comma
        switch type {
        case "plural", "selectordinal", "select":
            guard hasStyle else {
                report(.selectorSyntax, typeRange)
                recover(from: head.start, into: &builder)
                return
            }
            scanner.index += 1
            readSelection(head, type: type, in: scope, into: &builder)
        default:
            guard let styleRange = readStyle(head, hasStyle: hasStyle, into: &builder) else {
                return
            }
            appendSimple(head, type: type, typeRange, styleRange, into: &builder)
        }
    }

    /// Reads the text between the second comma and the closing brace.
    ///
    /// Apostrophes quote and braces nest in it, as in ICU. Empty if there is no style, nil after
    /// a mistake.
    private mutating func readStyle(
        _ head: ArgumentHead,
        hasStyle: Bool,
        into builder: inout PatternBuilder
    ) -> Range<Int>? {
        guard hasStyle else { return scanner.index..<scanner.index }
        scanner.index += 1
        let start = scanner.index
        var depth = 0
        while let byte = scanner.byte {
            switch byte {
            case .apostrophe:
                let rest = scanner.utf8[(scanner.index + 1)...]
                guard let end = rest.firstIndex(of: .apostrophe) else {
                    report(.styleSyntax, scanner.index..<scanner.utf8.count)
                    recover(from: head.start, into: &builder)
                    return nil
                }
                scanner.index = end
            case .openingBrace: depth += 1
            case .closingBrace where depth == 0: return start..<scanner.index
            case .closingBrace: depth -= 1
            default: break
            }
            scanner.index += 1
        }
        _ = isUnclosed(from: head.start, into: &builder)
        return nil
    }

    /// Appends a placeholder; the scanner stands at its closing brace.
    mutating func append(
        _ name: String,
        _ nameRange: Range<Int>,
        _ function: MessageFunction,
        kind: MessageParameter.Kind,
        from start: Int,
        into builder: inout PatternBuilder
    ) {
        parameters.add(name, kind, at: nameRange)
        scanner.index += 1
        builder.append(
            .placeholder(
                MessageExpression(
                    variable: name,
                    function: function,
                    range: start..<scanner.index
                )
            )
        )
    }

    /// A name of digits must be a number without leading zeros; every other name is fine.
    private func isValidName(_ range: Range<Int>) -> Bool {
        let name = scanner.utf8[range]
        guard let first = name.first else { return false }
        guard isNumbered(name) else { return true }
        guard first != UInt8(ascii: "0") || name.count == 1 else { return false }
        return Int16(scanner.text(range)) != nil
    }

    private func isNumbered(_ name: ArraySlice<UInt8>) -> Bool {
        name.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private mutating func reportNumbered(_ range: Range<Int>) {
        if isNumbered(scanner.utf8[range]) { report(.numberedArgument, range) }
    }

    /// Reports a brace that does not end, once: of several the innermost.
    mutating func reportUnclosed(_ brace: Int) {
        guard !problems.contains(where: { $0.id == .unclosedBrace }) else { return }
        report(.unclosedBrace, brace..<brace + 1, scanner.excerpt(from: brace))
    }

    /// Whether the pattern ends here, in which case the argument stays as the text it is.
    mutating func isUnclosed(from start: Int, into builder: inout PatternBuilder) -> Bool {
        guard scanner.isAtEnd else { return false }
        reportUnclosed(start)
        builder.append(raw: scanner.utf8[start...])
        return true
    }

    /// Leaves an argument as the text it is and goes on behind its closing brace.
    mutating func recover(from start: Int, into builder: inout PatternBuilder) {
        skipArgument(from: start)
        builder.append(raw: scanner.utf8[start..<scanner.index])
    }

    /// Moves behind the brace that closes the one at `start`, or to the end.
    mutating func skipArgument(from start: Int) {
        var depth = 0
        scanner.index = start
        while let byte = scanner.byte {
            scanner.index += 1
            if byte == .openingBrace { depth += 1 }
            if byte == .closingBrace { depth -= 1 }
            if depth == 0 { return }
        }
    }
}

/// What has been read of an argument when its type comes.
struct ArgumentHead {
    /// The offset of the opening brace.
    let start: Int
    let name: String
    let nameRange: Range<Int>
    /// How many selectors stand around.
    let level: Int
}
