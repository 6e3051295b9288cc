/// Writes the syntax of MessageFormat 2 in one canonical form.
///
/// One space or one line break where white space may stand, quotes and escapes only where the
/// syntax needs them (LDML 48.2, part 9, section *Escape Sequences*).
struct MF2Writer {
    private(set) var text = ""

    mutating func write(_ message: MF2Message) {
        if message.declarations.isEmpty, case .pattern(let pattern) = message.body,
            !Self.mustBeQuoted(pattern)
        {
            write(pattern)
            return
        }
        for declaration in message.declarations {
            switch declaration {
            case .input: text += ".input "
            case .local(let variable, _): text += ".local $\(variable.name) = "
            }
            write(declaration.expression)
            text += "\n"
        }
        switch message.body {
        case .pattern(let pattern): writeQuoted(pattern)
        case .matcher(let matcher): write(matcher)
        }
    }

    private mutating func write(_ matcher: MF2Matcher) {
        text += ".match"
        for selector in matcher.selectors { text += " $\(selector.name)" }
        for variant in matcher.variants {
            text += "\n"
            for key in variant.keys {
                switch key {
                case .catchAll: text += "*"
                case .literal(let literal, _): text += Self.written(literal)
                }
                text += " "
            }
            writeQuoted(variant.pattern)
        }
    }

    private mutating func writeQuoted(_ pattern: MF2Pattern) {
        text += "{{"
        write(pattern)
        text += "}}"
    }

    mutating func write(_ pattern: MF2Pattern) {
        for element in pattern.elements {
            switch element {
            case .text(let words): text += Self.escaped(words, "\\", "{", "}")
            case .expression(let expression): write(expression)
            case .markup(let markup): write(markup)
            }
        }
    }

    private mutating func write(_ expression: MF2Expression) {
        text += "{"
        if let operand = expression.operand { text += Self.written(operand) }
        if let function = expression.function {
            text += (expression.operand == nil ? ":" : " :") + function.name
            write(function.options, expression.attributes)
        } else {
            write([], expression.attributes)
        }
        text += "}"
    }

    private mutating func write(_ markup: MF2Markup) {
        text += (markup.kind == .close ? "{/" : "{#") + markup.name
        write(markup.options, markup.attributes)
        text += markup.kind == .standalone ? " /}" : "}"
    }

    private mutating func write(_ options: [MF2Option], _ attributes: [MF2Attribute]) {
        for option in options { text += " \(option.name)=\(Self.written(option.value))" }
        for attribute in attributes {
            text += " @\(attribute.name)"
            if let value = attribute.value { text += "=\(Self.written(value))" }
        }
    }

    private static func written(_ operand: MF2Operand) -> String {
        switch operand {
        case .variable(let name): "$\(name)"
        case .literal(let literal): written(literal)
        }
    }

    private static func written(_ literal: String) -> String {
        MF2Characters.isUnquoted(literal) ? literal : "|\(escaped(literal, "\\", "|"))|"
    }

    private static func escaped(_ text: String, _ special: Unicode.Scalar...) -> String {
        guard text.unicodeScalars.contains(where: special.contains) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if special.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A simple message cannot begin with a full stop, behind white space or not.
    private static func mustBeQuoted(_ pattern: MF2Pattern) -> Bool {
        guard case .text(let words)? = pattern.elements.first else { return false }
        let first = words.unicodeScalars.first {
            !MF2Characters.isWhiteSpace($0.value) && !MF2Characters.isBidi($0.value)
        }
        return first == "."
    }
}

extension MF2Message {
    /// The message in the syntax of MessageFormat 2, in one canonical form.
    ///
    /// Parsing it gives an equal message, ranges aside. The one thing that the syntax has no way
    /// to write is U+0000.
    public var text: String {
        var writer = MF2Writer()
        writer.write(self)
        return writer.text
    }
}
