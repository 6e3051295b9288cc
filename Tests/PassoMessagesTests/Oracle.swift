import CMessageFormatOracle
import PassoMessages

/// ICU's own C++ MessageFormat, which the tests compare with.
enum Oracle {
    /// What ICU says: the text, or the name of its error.
    enum Answer: Equatable, CustomStringConvertible {
        case text(String)
        case refused(String)

        var description: String {
            switch self {
            case .text(let text): text
            case .refused(let status): status
            }
        }
    }

    static func accepts(_ pattern: String) -> Bool {
        unsafe passo_oracle_parse(pattern, "en") == 0
    }

    static func status(_ pattern: String) -> String {
        unsafe String(cString: passo_oracle_status_name(passo_oracle_parse(pattern, "en")))
    }

    static func format(
        _ pattern: String,
        _ arguments: KeyValuePairs<String, MessageArgument>,
        in locale: String,
        timeZone: String = "UTC",
        aligned: Bool = true
    ) -> Answer {
        format(
            pattern,
            arguments.map { MessageNamedArgument($0.key, $0.value) },
            in: locale,
            timeZone: timeZone,
            aligned: aligned
        )
    }

    static func format(
        _ pattern: String,
        _ arguments: [MessageNamedArgument],
        in locale: String,
        timeZone: String = "UTC",
        aligned: Bool = true
    ) -> Answer {
        let arguments = arguments.map { joined($0, in: locale) }
        return unsafe with(arguments[...], []) { arguments in
            var buffer = [CChar](repeating: 0, count: 16_384)
            var length: Int32 = 0
            let room = Int32(buffer.count)
            let status = unsafe passo_oracle_format(
                pattern,
                locale.replacing("-", with: "_"),
                timeZone,
                aligned,
                arguments,
                Int32(arguments.count),
                &buffer,
                room,
                &length
            )
            guard status == 0 else {
                return .refused(unsafe String(cString: passo_oracle_status_name(status)))
            }
            let bytes = buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// A list as the text that ICU joins it to; `either` is the list of alternatives.
    private static func joined(
        _ argument: MessageNamedArgument,
        in locale: String
    ) -> MessageNamedArgument {
        guard case .list(let items) = argument.value else { return argument }
        let texts = items.map { if case .string(let text) = $0 { text } else { "" } }
        var buffer = [CChar](repeating: 0, count: 4_096)
        var length: Int32 = 0
        let status = unsafe passo_oracle_list(
            texts.map { $0 + "\0" }.joined(),
            Int32(texts.count),
            locale.replacing("-", with: "_"),
            argument.name == "either",
            &buffer,
            Int32(buffer.count),
            &length
        )
        let bytes = buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
        let text = status == 0 ? String(decoding: bytes, as: UTF8.self) : "status \(status)"
        return MessageNamedArgument(argument.name, .string(text))
    }

    /// Nests the borrowed C strings of one argument after the other.
    private static func with<Result>(
        _ rest: ArraySlice<MessageNamedArgument>,
        _ made: [passo_oracle_argument],
        _ body: ([passo_oracle_argument]) -> Result
    ) -> Result {
        guard let next = rest.first else { return unsafe body(made) }
        return unsafe next.name.withCString { name in
            var argument = unsafe passo_oracle_argument()
            unsafe argument.name = name
            let text: String
            switch next.value {
            case .int(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_INTEGER)
                unsafe argument.integer = value
                text = ""
            case .double(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_DOUBLE)
                unsafe argument.number = value
                text = ""
            case .instant(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_DATE)
                unsafe argument.integer = value
                text = ""
            case .string(let value):
                unsafe argument.kind = Int32(PASSO_ORACLE_STRING)
                text = value
            case .label, .message, .list:
                unsafe argument.kind = Int32(PASSO_ORACLE_STRING)
                text = ""
            }
            return unsafe text.withCString { pointer in
                unsafe argument.text = pointer
                return unsafe with(rest.dropFirst(), made + [argument], body)
            }
        }
    }
}
