/// Writes the simple ECMAScript of tests in CEL.
///
/// Expressions with the operators that both have, object literals, joined texts and a few functions;
/// scripts that are lists of assignments. Everything else has no translation.
struct ScriptTranslation {
    private let tokens: [ScriptToken]
    private var place = 0
    private var depth = 0

    /// How deep expressions may nest.
    private static let deepest = 100

    private init(_ text: String) throws(ScriptProblem) { tokens = try ScriptToken.all(of: text) }

    /// Translates an expression.
    static func expression(_ text: String) throws(ScriptProblem) -> String {
        var translation = try ScriptTranslation(text)
        let result = try translation.conditional()
        guard translation.current == .end else { throw .malformed }
        return result.text
    }

    /// Translates a script to assignments, one a line.
    static func script(_ text: String) throws(ScriptProblem) -> String {
        var translation = try ScriptTranslation(text)
        var lines: [String] = []
        while translation.current != .end {
            if translation.take(";") { continue }
            lines += try translation.statement()
        }
        return lines.joined(separator: "\n")
    }

    /// A translated part.
    private struct Part {
        let text: String
        /// Whether it needs parentheses as an operand.
        var isCompound = false
        /// Whether it surely is a text.
        var isText = false
        /// The type name that `typeof` was asked for.
        var typed: String?

        var operand: String { isCompound ? "(\(text))" : text }
        /// As a text, whatever it is.
        var asText: String { isText ? operand : "'%s'.format([\(text)])" }
    }

    // MARK: Tokens

    private var current: ScriptToken { tokens[place] }

    private mutating func take(_ sign: String) -> Bool {
        guard current == .sign(sign) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ sign: String) throws(ScriptProblem) {
        guard take(sign) else { throw .malformed }
    }

    private mutating func name() throws(ScriptProblem) -> String {
        guard case .name(let name) = current else { throw .malformed }
        place += 1
        return name
    }

    // MARK: Statements

    private mutating func statement() throws(ScriptProblem) -> [String] {
        if current == .name("function") { throw .foreign("a function of its own") }
        if ["if", "for", "while", "return", "switch", "try"].contains(where: {
            current == .name($0)
        }) {
            throw .foreign("a statement that is no assignment")
        }
        if current == .name("var") {
            place += 1
            var lines: [String] = []
            repeat {
                let name = try name()
                lines.append("\(name) = \(take("=") ? try conditional().text : "null")")
            } while take(",")
            return lines
        }
        let location = try postfix()
        for sign in ["+", "-"] where take(sign + sign) {
            return ["\(location.text) = \(location.text) \(sign) 1"]
        }
        if take("=") { return ["\(location.text) = \(try conditional().text)"] }
        for sign in ["+", "-", "*", "/", "%"] where take(sign + "=") {
            let value = joined(location, sign, try conditional())
            return ["\(location.text) = \(value.text)"]
        }
        throw .foreign("a statement that is no assignment")
    }

    // MARK: Expressions

    private mutating func conditional() throws(ScriptProblem) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw .foreign("deep nesting") }
        let condition = try binary(0)
        guard take("?") else { return condition }
        let first = try conditional()
        try expect(":")
        let second = try conditional()
        return Part(
            text: "\(condition.operand) ? \(first.operand) : \(second.operand)",
            isCompound: true,
            isText: first.isText && second.isText
        )
    }

    /// The operators by what binds weaker.
    private static let levels = [
        ["||"], ["&&"], ["===", "!==", "==", "!="], ["<=", ">=", "<", ">"], ["+", "-"],
        ["*", "/", "%"],
    ]

    private mutating func binary(_ level: Int) throws(ScriptProblem) -> Part {
        guard level < Self.levels.count else { return try unary() }
        var left = try binary(level + 1)
        while let sign = Self.levels[level].first(where: { current == .sign($0) }) {
            place += 1
            left = joined(left, sign, try binary(level + 1))
        }
        return left
    }

    private func joined(_ left: Part, _ sign: String, _ right: Part) -> Part {
        if sign == "+", left.isText || right.isText {
            return Part(
                text: "\(left.asText) + \(right.asText)",
                isCompound: true,
                isText: true
            )
        }
        if sign == "/" {
            return Part(text: "double(\(left.text)) / double(\(right.text))", isCompound: true)
        }
        let sign = ["===": "==", "!==": "!="][sign] ?? sign
        if left.typed != nil || right.typed != nil {
            let (typed, name) = left.typed != nil ? (left, right) : (right, left)
            let operand = typed.typed ?? ""
            // What CEL can tell of a type here is whether there is a value at all.
            let isUndefined = name.text == "'undefined'"
            return Part(
                text: isUndefined
                    ? "\(operand) \(sign) null" : "\(typed.text) \(sign) \(name.text)",
                isCompound: true
            )
        }
        return Part(text: "\(left.operand) \(sign) \(right.operand)", isCompound: true)
    }

    private mutating func unary() throws(ScriptProblem) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw .foreign("deep nesting") }
        if take("!") { return Part(text: "!\(try unary().operand)", isCompound: true) }
        if take("-") { return Part(text: "-\(try unary().operand)", isCompound: true) }
        if take("+") { return try unary() }
        if current == .name("typeof") {
            place += 1
            let operand = try unary()
            return Part(text: "type(\(operand.text))", typed: operand.operand)
        }
        return try postfix()
    }

    private mutating func postfix() throws(ScriptProblem) -> Part {
        var part = try primary()
        while true {
            if take(".") {
                part = Part(text: "\(part.operand).\(try name())")
            } else if take("[") {
                let index = try conditional()
                try expect("]")
                part = Part(text: "\(part.operand)[\(index.text)]")
            } else if take("(") {
                part = try call(part.text, try arguments(until: ")"))
            } else {
                return part
            }
        }
    }

    private mutating func arguments(until end: String) throws(ScriptProblem) -> [Part] {
        var parts: [Part] = []
        while !take(end) {
            parts.append(try conditional())
            guard take(",") || current == .sign(end) else { throw .malformed }
        }
        return parts
    }

    private func call(_ function: String, _ arguments: [Part]) throws(ScriptProblem) -> Part {
        switch (function, arguments.count) {
        case ("In", 1): return Part(text: "In(\(arguments[0].text))")
        case ("JSON.stringify", 1), ("String", 1):
            return Part(text: "'%s'.format([\(arguments[0].text)])", isText: true)
        case ("Number", 1): return Part(text: "double(\(arguments[0].text))")
        case ("Math.pow", 2):
            guard let power = Int(arguments[1].text), (1...16).contains(power) else {
                throw .foreign("a power that is no small number")
            }
            let factors = Array(repeating: arguments[0].operand, count: power)
            return Part(text: factors.joined(separator: " * "), isCompound: true)
        default: throw .foreign("the function \(function)")
        }
    }

    private mutating func primary() throws(ScriptProblem) -> Part {
        let token = current
        place = min(place + 1, tokens.count - 1)
        switch token {
        case .number(let text): return Part(text: text.hasPrefix(".") ? "0" + text : text)
        case .string(let text): return Part(text: celLiteral(text), isText: true)
        case .name("undefined"): return Part(text: "null")
        case .name("new"), .name("function"), .name("this"):
            throw .foreign("objects and functions of its own")
        case .name(let name): return Part(text: name)
        case .sign("("):
            let inner = try conditional()
            try expect(")")
            return inner
        case .sign("["):
            let items = try arguments(until: "]")
            return Part(text: "[\(items.map(\.text).joined(separator: ", "))]")
        case .sign("{"): return try object()
        case .sign, .end: throw .malformed
        }
    }

    private mutating func object() throws(ScriptProblem) -> Part {
        var entries: [String] = []
        while !take("}") {
            let key: String
            switch current {
            case .name(let name), .string(let name), .number(let name): key = name
            case .sign, .end: throw .malformed
            }
            place += 1
            try expect(":")
            entries.append("\(celLiteral(key)): \(try conditional().text)")
            guard take(",") || current == .sign("}") else { throw .malformed }
        }
        return Part(text: "{\(entries.joined(separator: ", "))}")
    }
}
