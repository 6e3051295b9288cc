internal import PassoICU

/// A message with what it is formatted with, for the time of a call.
struct Frame {
    let look: TableLook
    let formats: Lent<LanguageFormats>
    let key: String
    let arguments: ArgumentList

    /// The value of a name.
    func value(of name: UInt32) -> MessageArgument? {
        place(of: name).map { value(at: $0) }
    }

    /// Where among the arguments a name stands; of two with one name the first counts.
    @inline(__always)
    func place(of name: UInt32) -> Int? {
        switch arguments {
        case .named(let arguments):
            for place in arguments.indices where look.isString(name, arguments[place].name) {
                return place
            }
        case .pairs(let arguments):
            for place in arguments.indices where look.isString(name, arguments[place].key) {
                return place
            }
        }
        return nil
    }

    func value(at place: Int) -> MessageArgument {
        switch arguments {
        case .named(let arguments): arguments[place].value
        case .pairs(let arguments): arguments[place].value
        }
    }

    /// A whole number, which most arguments are; nil for anything else.
    @inline(__always)
    func wholeNumber(at place: Int) -> Int64? {
        switch arguments {
        case .named(let arguments):
            if case .int(let number) = arguments[place].value { number } else { nil }
        case .pairs(let arguments):
            if case .int(let number) = arguments[place].value { number } else { nil }
        }
    }

    func name(_ name: UInt32) -> String { look.string(name) }

    func text(of value: Int64) -> String { formats.with { $0.text(value) } }
    @inline(__always)
    func category(_ value: Int64, ordinal: Bool) -> PluralCategory {
        formats.with { $0.category(value, ordinal: ordinal) }
    }

    func category(_ value: Double, ordinal: Bool) -> PluralCategory {
        formats.with { $0.category(value, ordinal: ordinal) }
    }

    func text(of value: Double) -> String { formats.with { $0.text(value) } }
}

/// The arguments of one message, in either of the forms that callers have them in.
enum ArgumentList {
    case named([MessageNamedArgument])
    case pairs(KeyValuePairs<String, MessageArgument>)
}
