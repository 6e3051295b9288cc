internal import PassoICU

/// The functions for dates (section *Date and Time Value Formatting*).
enum MF2DateFunctions {
    static func datetime(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        var style = MF2DateStyle()
        style.fields = literal("dateFields", &call) ?? .yearMonthDay
        style.length = literal("dateLength", &call) ?? .medium
        style.precision = literal("timePrecision", &call) ?? .minute
        style.zoneStyle = literal("timeZoneStyle", &call)
        return try value(&call, style)
    }

    static func date(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        var style = MF2DateStyle()
        style.fields = literal("fields", &call) ?? .yearMonthDay
        style.length = literal("length", &call) ?? .medium
        return try value(&call, style)
    }

    static func time(
        _ call: inout MF2FunctionCall
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        var style = MF2DateStyle()
        style.precision = literal("precision", &call) ?? .minute
        style.zoneStyle = literal("timeZoneStyle", &call)
        return try value(&call, style)
    }

    /// A word that only the message itself may say.
    private static func literal<Word: RawRepresentable<String>>(
        _ name: String,
        _ call: inout MF2FunctionCall
    ) -> Word? {
        guard let option = call.option(name) else { return nil }
        if option.isLiteral, let word = option.value.string.flatMap({ Word(rawValue: $0) }) {
            return word
        }
        call.report(.badOption(name))
        return nil
    }

    private static func value(
        _ call: inout MF2FunctionCall,
        _ style: MF2DateStyle
    ) throws(MF2FunctionError) -> any MF2ResolvedValue {
        let moment = try MF2Moment(operand: call.operand)
        var style = style
        var overrides = MF2DateOverrides(call.operand?.options ?? [])
        overrides.take(&call, hasTime: style.precision != nil)
        style.isTwelveHours = style.precision == nil ? nil : overrides.isTwelveHours
        var zone = overrides.timeZone
        if zone == "input" {
            zone = nil
            if case .instant(_, let own?) = moment {
                zone = own
            } else {
                call.report(.badOperand("timeZone"))
            }
        }
        return MF2DateValue(
            moment: moment,
            style: style,
            timeZone: zone,
            calendar: overrides.calendar,
            value: call.operand?.value ?? .text(""),
            options: overrides.listed,
            formats: call.formats
        )
    }
}

/// Section *Date and Time Override Options*.
struct MF2DateOverrides {
    var timeZone: String?
    var isTwelveHours: Bool?
    var calendar: String?
    private(set) var listed: [MF2ResolvedOption] = []

    /// Takes those of an operand; others do not go on.
    init(_ options: [MF2ResolvedOption]) {
        for option in options { _ = set(option) }
    }

    /// Takes the expression's own, and reports those that it has no use for.
    mutating func take(_ call: inout MF2FunctionCall, hasTime: Bool) {
        for option in call.options where hasTime || option.name != "hour12" {
            if set(option) == false { call.report(.badOption(option.name)) }
        }
    }

    /// Nil for an option of another name, false for a value that the option does not have.
    private mutating func set(_ option: MF2ResolvedOption) -> Bool? {
        guard ["timeZone", "hour12", "calendar"].contains(option.name) else { return nil }
        guard let word = option.value.string else { return false }
        switch option.name {
        case "timeZone":
            guard word == "input" || LocalTimeZone.offsets(of: word) != nil else { return false }
            timeZone = word
        case "hour12":
            guard word == "true" || word == "false" else { return false }
            isTwelveHours = word == "true"
        default:
            guard Self.calendars.contains(word) else { return false }
            calendar = word
        }
        listed.removeAll { $0.name == option.name }
        listed.append(option)
        return true
    }

    /// The calendars of CLDR 42 (Unicode Technical Standard #35, *Unicode Calendar Identifier*).
    private static let calendars: Set<String> = [
        "buddhist", "chinese", "coptic", "dangi", "ethioaa", "ethiopic", "gregory", "hebrew",
        "indian", "islamic", "islamic-civil", "islamic-rgsa", "islamic-tbla", "islamic-umalqura",
        "iso8601", "japanese", "persian", "roc",
    ]
}
