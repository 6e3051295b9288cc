internal import PassoICU

/// How the placeholders of MessageFormat 1 are written in MessageFormat 2, and read again.
///
/// | MessageFormat 1 | MessageFormat 2 |
/// |---|---|
/// | `{n}` | `{$n}` |
/// | `{n, number}` | `{$n :number useGrouping=always}` |
/// | `{n, number, integer}` | `:integer`, likewise |
/// | `{n, number, percent}` | `:percent`, likewise, and `roundingMode=halfEven` |
/// | `{n, number, ::.00}` | `:number` with options, see ``MF2NumberOptions`` |
/// | `{n, number, ::…}` | `{$n :passo:number skeleton=…}` |
/// | `{d, date}`, `short`, `long` | `{$d :date}`, `length=short`, `length=long` |
/// | `{d, date, full}` | `{$d :date fields=year-month-day-weekday length=long}` |
/// | `{d, time, short}` | `{$d :time}` |
/// | `{d, time}` | `{$d :time precision=second}` |
/// | `{d, time, long}`, `full` | with `timeZoneStyle=short`, `timeZoneStyle=long` |
/// | `{d, date, ::…}` | `{$d :passo:date skeleton=…}` |
/// | `{d, time, ::…}` | `{$d :passo:date skeleton=… @passo:time}` |
/// | `{l, list}`, `{l, list, or}` | `{$l :passo:list}`, `{$l :passo:list style=or}` |
///
/// Numbers are always grouped in MessageFormat 1, so the option says it, and a percentage halfway
/// between two becomes the even one; a function without the options is read as with them. What
/// remains: `:number` rounds a fourth decimal that is a half away from zero.
enum MF2FunctionNames {
    static let timeAttribute = "passo:time"

    /// The function of a placeholder; nil where it needs none.
    static func function(of function: MessageFunction) -> MF2Function? {
        switch function {
        case .plain, .pluralNumber: nil
        case .number(.plain): named("number", grouping)
        case .number(.integer): named("integer", grouping)
        case .number(.percent): named("percent", grouping + [("roundingMode", "halfEven")])
        case .number(.skeleton(let skeleton)):
            MF2NumberOptions.options(of: skeleton).map { named("number", $0) }
                ?? named("passo:number", [("skeleton", skeleton)])
        case .date(.skeleton(let skeleton)), .time(.skeleton(let skeleton)):
            named("passo:date", [("skeleton", skeleton)])
        case .date(let style): named("date", dates.first { $0.style == style }?.options ?? [])
        case .time(let style): named("time", times.first { $0.style == style }?.options ?? [])
        case .list(.and): named("passo:list", [])
        case .list(.or): named("passo:list", [("style", "or")])
        }
    }

    /// The placeholder that a function with these options is; nil if MessageFormat 1 has none.
    static func function(
        _ name: String?,
        _ options: [String: String],
        isTime: Bool
    ) -> MessageFunction? {
        switch name {
        case nil: .plain
        case "string": options.isEmpty ? .plain : nil
        case "number": number(options)
        case "integer": isGrouped(options) ? .number(.integer) : nil
        case "percent":
            options["roundingMode", default: "halfEven"] == "halfEven"
                && isGrouped(options.filter { $0.key != "roundingMode" }) ? .number(.percent) : nil
        case "passo:number":
            skeleton(options, "number")
        case "passo:date": skeleton(options, isTime ? "time" : "date")
        case "date": style(options, dates, defaults: dateDefaults).map { .date($0) }
        case "time": style(options, times, defaults: timeDefaults).map { .time($0) }
        case "passo:list":
            options.isEmpty || options == ["style": "and"]
                ? .list(.and) : options == ["style": "or"] ? .list(.or) : nil
        default: nil
        }
    }

    static let grouping = [(name: "useGrouping", value: "always")]

    static func named(_ name: String, _ options: [(name: String, value: String)]) -> MF2Function {
        MF2Function(
            name: name,
            options: options.map { MF2Option(name: $0.name, value: .literal($0.value)) }
        )
    }

    /// Whether options say no more than that a number is grouped, or nothing.
    private static func isGrouped(_ options: [String: String]) -> Bool {
        options.isEmpty || options == ["useGrouping": "always"]
    }

    private static func number(_ options: [String: String]) -> MessageFunction? {
        if isGrouped(options) { return .number(.plain) }
        guard let skeleton = MF2NumberOptions.skeleton(of: options), !skeleton.isEmpty,
            LocalizedNumbers.canRead(skeleton: skeleton)
        else { return nil }
        return .number(.skeleton(skeleton))
    }

    /// A skeleton is one of MessageFormat 1 when it can be read there.
    private static func skeleton(_ options: [String: String], _ type: String) -> MessageFunction? {
        guard options.count == 1, let skeleton = options["skeleton"] else { return nil }
        let (message, problems) = Message.parse("{x, \(type), ::\(skeleton)}")
        guard problems.isEmpty, message.pattern.elements.count == 1,
            case .placeholder(let expression) = message.pattern.elements[0]
        else { return nil }
        switch expression.function {
        case .number(.skeleton(skeleton)), .date(.skeleton(skeleton)), .time(.skeleton(skeleton)):
            return expression.function
        default: return nil
        }
    }

    private typealias Style = (style: MessageDateStyle, options: [(name: String, value: String)])

    private static let dates: [Style] = [
        (.medium, []), (.short, [("length", "short")]), (.long, [("length", "long")]),
        (.full, [("fields", "year-month-day-weekday"), ("length", "long")]),
    ]

    private static let times: [Style] = [
        (.short, []), (.medium, [("precision", "second")]),
        (.long, [("precision", "second"), ("timeZoneStyle", "short")]),
        (.full, [("precision", "second"), ("timeZoneStyle", "long")]),
    ]

    private static let dateDefaults = ["fields": "year-month-day", "length": "medium"]
    private static let timeDefaults = ["precision": "minute"]

    private static func style(
        _ options: [String: String],
        _ styles: [Style],
        defaults: [String: String]
    ) -> MessageDateStyle? {
        let said = options.filter { defaults[$0.key] != $0.value }
        return styles.first {
            Dictionary($0.options.map { ($0.name, $0.value) }) { _, later in later } == said
        }?.style
    }
}
