internal import PassoICU

/// A message with what it is formatted with, for the time of a call.
struct Frame {
    let look: TableLook
    let formats: Lent<LanguageFormats>
    let key: String
    let arguments: ArgumentList

    /// The value of a name; of two arguments with one name the first counts.
    @inline(__always)
    func value(of name: UInt32) -> MessageArgument? {
        switch arguments {
        case .named(let arguments):
            for place in arguments.indices where look.isString(name, arguments[place].name) {
                return arguments[place].value
            }
        case .pairs(let arguments):
            for place in arguments.indices where look.isString(name, arguments[place].key) {
                return arguments[place].value
            }
        }
        return nil
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
