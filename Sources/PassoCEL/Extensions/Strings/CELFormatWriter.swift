/// Writes values as the clauses of `format` say (extension "Strings": "Format").
struct CELFormatWriter {
    var builder: CELTextBuilder
    private let limits: CELLimits

    init(_ limits: CELLimits) {
        self.limits = limits
        builder = CELTextBuilder(limits)
    }

    /// Writes one value.
    ///
    /// - Throws: `noMatchingOverload` for a value that the clause cannot write.
    mutating func write(
        _ value: CELValue,
        _ verb: CELTextFormat.Verb,
        precision: Int
    ) throws(CELError) {
        switch verb {
        case .string: try write(value)
        case .decimal: try decimal(value)
        case .fixed, .scientific:
            guard let number = value.formattedNumber else { throw Self.refusal(verb, value) }
            let text =
                verb == .fixed
                ? CELDecimal.fixed(number, precision: precision)
                : CELDecimal.scientific(number, precision: precision)
            try builder.append(text)
        case .binary: try integer(value, radix: 2, verb)
        case .octal: try integer(value, radix: 8, verb)
        case .hexadecimal, .upperHexadecimal: try hexadecimal(value, verb)
        }
    }

    private static func refusal(_ verb: CELTextFormat.Verb, _ value: CELValue) -> CELError {
        .noOverload("%" + verb.rawValue, [value])
    }

    /// `%d`.
    private mutating func decimal(_ value: CELValue) throws(CELError) {
        switch value {
        case .int(let number): try builder.append(String(number))
        case .uint(let number): try builder.append(String(number))
        case .double(let number): try builder.append(CELDecimal.positional(number))
        default: throw Self.refusal(.decimal, value)
        }
    }

    /// `%b`, `%o`, and `%x` for integers.
    private mutating func integer(
        _ value: CELValue,
        radix: Int,
        _ verb: CELTextFormat.Verb
    ) throws(CELError) {
        let isUpper = verb == .upperHexadecimal
        switch value {
        case .int(let number):
            try builder.append(String(number, radix: radix, uppercase: isUpper))
        case .uint(let number):
            try builder.append(String(number, radix: radix, uppercase: isUpper))
        case .bool(let isTrue) where verb == .binary: try builder.append(isTrue ? "1" : "0")
        default: throw Self.refusal(verb, value)
        }
    }

    /// `%x` and `%X`: two digits for each byte of a text or of bytes.
    private mutating func hexadecimal(
        _ value: CELValue,
        _ verb: CELTextFormat.Verb
    ) throws(CELError) {
        let bytes: [UInt8]
        switch value {
        case .string(let text): bytes = Array(text.string.utf8)
        case .bytes(let value): bytes = value
        default: return try integer(value, radix: 16, verb)
        }
        try builder.reserve(bytes.count * 2)
        let digits = CELLiteralText.hex(bytes)
        try builder.append(verb == .hexadecimal ? digits : digits.uppercased())
    }
}

// MARK: - %s

extension CELFormatWriter {
    /// Writes a value as `%s` does: texts as they are, also in lists and maps.
    private mutating func write(_ value: CELValue) throws(CELError) {
        switch value {
        case .null: try builder.append("null")
        case .bool(let isTrue): try builder.append(isTrue ? "true" : "false")
        case .int, .uint, .double: try decimal(value)
        case .string(let text): try builder.append(text)
        case .bytes(let bytes): try write(bytes)
        case .timestamp(let time): try builder.append(time.description)
        case .duration(let span):
            let seconds = Double(span.seconds) + Double(span.nanoseconds) / 1e9
            try builder.append(CELDecimal.positional(seconds) + "s")
        case .type(let type): try builder.append(type.runtimeName)
        case .list(let list): try write(list)
        case .map(let map): try write(map)
        case .optional, .object: throw Self.refusal(.string, value)
        }
    }

    /// Writes bytes as UTF-8; one replacement character stands for each sequence of bytes that is
    /// none.
    private mutating func write(_ bytes: [UInt8]) throws(CELError) {
        var parser = Unicode.UTF8.ForwardParser()
        var input = bytes.makeIterator()
        var isBroken = false
        while true {
            switch parser.parseScalar(from: &input) {
            case .valid(let scalar):
                try builder.append(Array(scalar))
                isBroken = false
            case .error:
                if !isBroken { try builder.append("\u{FFFD}") }
                isBroken = true
            case .emptyInput: return
            }
        }
    }

    private mutating func write(_ list: CELList) throws(CELError) {
        try builder.append("[")
        for (place, element) in list.elements.enumerated() {
            if place > 0 { try builder.append(", ") }
            try write(element)
        }
        try builder.append("]")
    }

    /// Writes the entries in the order of their keys as they are written.
    private mutating func write(_ map: CELMap) throws(CELError) {
        var entries: [(key: [UInt8], value: CELValue)] = []
        var keyBytes = 0
        for (key, value) in zip(map.keys, map.values) {
            var writer = CELFormatWriter(limits)
            try writer.write(key)
            keyBytes += writer.builder.bytes.count
            try builder.reserve(keyBytes)
            entries.append((writer.builder.bytes, value))
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        try builder.append("{")
        for (place, entry) in entries.enumerated() {
            if place > 0 { try builder.append(", ") }
            try builder.append(entry.key)
            try builder.append(": ")
            try write(entry.value)
        }
        try builder.append("}")
    }
}

extension CELValue {
    /// The number that `%f` and `%e` write.
    fileprivate var formattedNumber: Double? {
        switch self {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}
