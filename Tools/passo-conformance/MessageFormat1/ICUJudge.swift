import CMessageFormatOracle
import PassoMessages

/// ICU's own MessageFormat, which decides what is a message and what it says.
enum ICUJudge {
    struct Answer {
        /// The name of ICU's status, as `U_UNMATCHED_BRACES`; empty where it takes the message.
        let status: String

        var isAccepted: Bool { status.isEmpty }
    }

    static func judge(_ pattern: String) -> Answer {
        let status = unsafe passo_oracle_parse(pattern, "en")
        guard status != 0 else { return Answer(status: "") }
        return Answer(status: unsafe String(cString: passo_oracle_status_name(status)))
    }

    /// Whether ICU's texts of a message with apostrophes are ours, for some arguments.
    ///
    /// What is quoted is the one thing that ICU and FormatJS read otherwise; a message without
    /// apostrophes has one tree.
    static func agrees(with message: Message, of pattern: String) -> Bool {
        guard pattern.contains("'") else { return false }
        let table = StringTable(
            locale: "en",
            entries: [StringEntry(key: "case", pattern: pattern)]
        )
        let bundle = StringBundle(name: "cases", tables: [table])
        return (0 as Int64..<4).allSatisfy { number in
            let arguments = message.parameters.map { parameter in
                MessageNamedArgument(parameter.name, value(of: parameter.kind, number))
            }
            let ours = bundle.text("case", arguments, in: "en").text
            return unsafe text(pattern, arguments[...], []) == ours
        }
    }

    private static func value(
        of kind: MessageParameter.Kind,
        _ number: Int64
    ) -> MessageArgument {
        switch kind {
        case .any, .list: .string("text \(number)")
        case .number, .plural, .ordinal: .int(number)
        case .select(let keys):
            .string(keys.indices.contains(Int(number)) ? keys[Int(number)] : "other")
        case .date, .time: .instant(millisecondsSince1970: number * 1_000_000_000)
        }
    }

    /// Nests the borrowed C strings of one argument after the other.
    private static func text(
        _ pattern: String,
        _ rest: ArraySlice<MessageNamedArgument>,
        _ made: [passo_oracle_argument]
    ) -> String? {
        guard let next = rest.first else { return unsafe text(pattern, made) }
        return unsafe next.name.withCString { name in
            var argument = unsafe passo_oracle_argument()
            unsafe argument.name = name
            var string = ""
            switch next.value {
            case .int(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_INTEGER)
                unsafe argument.integer = value
            case .instant(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_DATE)
                unsafe argument.integer = value
            default:
                unsafe argument.kind = Int32(PASSO_ORACLE_STRING)
                if case .string(let value) = next.value { string = value }
            }
            return unsafe string.withCString { pointer in
                unsafe argument.text = pointer
                return unsafe text(pattern, rest.dropFirst(), made + [argument])
            }
        }
    }

    private static func text(_ pattern: String, _ arguments: [passo_oracle_argument]) -> String? {
        var buffer = [CChar](repeating: 0, count: 65_536)
        var length: Int32 = 0
        let room = Int32(buffer.count)
        let count = unsafe Int32(arguments.count)
        let status = unsafe passo_oracle_format(
            pattern,
            "en",
            "UTC",
            true,
            arguments,
            count,
            &buffer,
            room,
            &length
        )
        guard status == 0, length <= room else { return nil }
        return String(
            decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }
}
