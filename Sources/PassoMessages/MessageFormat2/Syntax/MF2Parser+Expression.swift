extension MF2Parser {
    /// Reads `expression`.
    mutating func readExpression() throws(Mistake) -> MF2Expression {
        let start = scanner.index
        try expect(.openingBrace)
        scanner.skipMF2Space()
        return try readExpressionBody(from: start)
    }

    /// Reads `expression` from its first token on.
    mutating func readExpressionBody(from start: Int) throws(Mistake) -> MF2Expression {
        var operand: MF2Operand?
        var hasSpace = true
        if scanner.byte != .colon {
            operand = try readOperand()
            hasSpace = scanner.skipMF2Space()
        }
        var function: MF2Function?
        if scanner.byte == .colon {
            guard hasSpace else { throw mistakeHere }
            (function, hasSpace) = try readFunction()
        }
        let attributes = try readAttributes(hasSpace: hasSpace)
        try expect(.closingBrace)
        return MF2Expression(
            operand: operand,
            function: function,
            attributes: attributes,
            range: start..<scanner.index
        )
    }

    /// Reads `markup`; the scanner stands at its `#` or `/`.
    mutating func readMarkup(from start: Int) throws(Mistake) -> MF2Markup {
        var kind: MF2Markup.Kind = scanner.byte == .hash ? .open : .close
        scanner.index += 1
        let name = try readIdentifier()
        var hasSpace = scanner.skipMF2Space()
        var options: [MF2Option] = []
        while let option = try readOption(hasSpace: hasSpace) {
            options.append(option)
            hasSpace = scanner.skipMF2Space()
        }
        let attributes = try readAttributes(hasSpace: hasSpace)
        if kind == .open, scanner.byte == .slash {
            kind = .standalone
            scanner.index += 1
        }
        try expect(.closingBrace)
        return MF2Markup(
            kind: kind,
            name: name,
            options: options,
            attributes: attributes,
            range: start..<scanner.index
        )
    }

    /// Reads `variable`.
    mutating func readVariable() throws(Mistake) -> MF2Variable {
        let start = scanner.index
        try expect(.dollar)
        guard let name = scanner.readMF2Name() else { throw mistakeHere }
        return MF2Variable(name: name, range: start..<scanner.index)
    }

    /// Reads `literal`; nil if none stands here.
    mutating func readLiteral() throws(Mistake) -> String? {
        guard scanner.byte == .bar else { return scanner.readMF2Unquoted() }
        let start = scanner.index
        scanner.index += 1
        var bytes: [UInt8] = []
        while !scanner.isAtEnd, scanner.byte != .bar { readCharacter(into: &bytes) }
        guard scanner.byte == .bar else { throw Mistake(range: start..<start + 1) }
        scanner.index += 1
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads `function` and the white space behind it.
    private mutating func readFunction() throws(Mistake) -> (MF2Function, hasSpace: Bool) {
        let start = scanner.index
        scanner.index += 1
        let name = try readIdentifier()
        var end = scanner.index
        var hasSpace = scanner.skipMF2Space()
        var options: [MF2Option] = []
        while let option = try readOption(hasSpace: hasSpace) {
            options.append(option)
            end = scanner.index
            hasSpace = scanner.skipMF2Space()
        }
        return (MF2Function(name: name, options: options, range: start..<end), hasSpace)
    }

    /// Reads `option`; nil if none stands here.
    private mutating func readOption(hasSpace: Bool) throws(Mistake) -> MF2Option? {
        let start = scanner.index
        guard !scanner.isAtEnd, MF2Characters.startsName(scanner.scalar(at: start).value) else {
            return nil
        }
        guard hasSpace else { throw mistakeHere }
        let name = try readIdentifier()
        scanner.skipMF2Space()
        try expect(.equals)
        scanner.skipMF2Space()
        let value = try readOperand()
        return MF2Option(name: name, value: value, range: start..<scanner.index)
    }

    /// Reads all of `attribute` that stand here, and the white space between and behind them.
    private mutating func readAttributes(hasSpace: Bool) throws(Mistake) -> [MF2Attribute] {
        var attributes: [MF2Attribute] = []
        var hasSpace = hasSpace
        while scanner.byte == .at {
            guard hasSpace else { throw mistakeHere }
            scanner.index += 1
            let name = try readIdentifier()
            hasSpace = scanner.skipMF2Space()
            var value: String?
            if scanner.byte == .equals {
                scanner.index += 1
                scanner.skipMF2Space()
                value = try readLiteral()
                guard value != nil else { throw mistakeHere }
                hasSpace = scanner.skipMF2Space()
            }
            attributes.append(MF2Attribute(name: name, value: value))
        }
        return attributes
    }

    /// Reads `literal` or `variable`.
    private mutating func readOperand() throws(Mistake) -> MF2Operand {
        if scanner.byte == .dollar { return .variable(try readVariable().name) }
        guard let literal = try readLiteral() else { throw mistakeHere }
        return .literal(literal)
    }

    private mutating func readIdentifier() throws(Mistake) -> String {
        guard let name = scanner.readMF2Identifier() else { throw mistakeHere }
        return name
    }
}
