extension CELValue {
    private func unconvertible(to type: String) -> CELError {
        CELError(
            .invalidArgument,
            [CELArgument("value", excerpt), CELArgument("type", type)]
        )
    }

    private func outOfRange(_ type: String) -> CELError {
        CELError(.overflow, [CELArgument("value", excerpt), CELArgument("type", type)])
    }

    /// Gives `bool(x)`.
    func toBool() throws(CELError) -> CELValue {
        guard case .string(let text) = self else { return self }
        switch text.string {
        case "1", "t", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "false", "FALSE", "False": return .bool(false)
        default: throw unconvertible(to: "bool")
        }
    }

    /// Gives `double(x)`.
    func toDouble() throws(CELError) -> CELValue {
        switch self {
        case .int(let value): return .double(Double(value))
        case .uint(let value): return .double(Double(value))
        case .string(let text):
            if let value = CELNumberText.special(text.string) { return .double(value) }
            guard let value = CELNumberText.number(text.string) else {
                throw unconvertible(to: "double")
            }
            guard value.isFinite else { throw outOfRange("double") }
            return .double(value)
        default: return self
        }
    }

    /// `int(x)`: doubles are rounded toward zero.
    func toInt() throws(CELError) -> CELValue {
        switch self {
        case .uint(let value):
            guard let result = Int64(exactly: value) else { throw outOfRange("int") }
            return .int(result)
        case .double(let value):
            // The conversion is exact inside the open interval only (language definition,
            // "Numeric Values"): both ends are doubles that an int rounds to.
            guard value > -0x1p63, value < 0x1p63 else { throw outOfRange("int") }
            return .int(Int64(value))
        case .string(let text):
            guard let result = Int64(text.string) else { throw unconvertible(to: "int") }
            return .int(result)
        case .timestamp(let time): return .int(time.seconds)
        default: return self
        }
    }

    /// `uint(x)`: doubles are rounded toward zero.
    func toUInt() throws(CELError) -> CELValue {
        switch self {
        case .int(let value):
            guard let result = UInt64(exactly: value) else { throw outOfRange("uint") }
            return .uint(result)
        case .double(let value):
            guard value > -1, value < 0x1p64, value.sign == .plus || value == 0 else {
                throw outOfRange("uint")
            }
            return .uint(UInt64(value))
        case .string(let text):
            // A uint is written without a sign.
            guard text.string.utf8.first.map(CELLexer.isDigit) == true,
                let result = UInt64(text.string)
            else { throw unconvertible(to: "uint") }
            return .uint(result)
        default: return self
        }
    }

    /// Gives `string(x)`.
    func toText() throws(CELError) -> CELValue {
        switch self {
        case .bool(let value): return CELValue(value ? "true" : "false")
        case .bytes(let value):
            guard let text = String(validating: value, as: UTF8.self) else {
                throw unconvertible(to: "string")
            }
            return CELValue(text)
        case .double(let value): return CELValue(CELNumberText.shortest(value))
        case .duration(let value): return CELValue(value.description)
        case .int(let value): return CELValue(String(value))
        case .timestamp(let value): return CELValue(value.description)
        case .uint(let value): return CELValue(String(value))
        default: return self
        }
    }

    /// `timestamp(x)`: RFC 3339, or seconds since 1970.
    func toTimestamp() throws(CELError) -> CELValue {
        switch self {
        case .int(let value):
            guard let time = CELTimestamp(seconds: value) else { throw outOfRange("timestamp") }
            return .timestamp(time)
        case .string(let text):
            guard let time = CELTimestamp(text.string) else {
                throw unconvertible(to: "timestamp")
            }
            return .timestamp(time)
        default: return self
        }
    }

    /// `duration(x)`: numbers with units, such as `1h30m` or `-1.5s`.
    func toDuration() throws(CELError) -> CELValue {
        guard case .string(let text) = self else { return self }
        guard let span = CELDuration(text.string) else { throw unconvertible(to: "duration") }
        return .duration(span)
    }
}
