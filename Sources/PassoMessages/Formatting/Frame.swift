/// A message with what it is formatted with.
struct Frame {
    let voice: Voice
    let formats: LanguageFormats
    let key: String
    let arguments: ArgumentList

    var table: TableStorage { voice.table }

    /// The value of a name; of two arguments with one name the first counts.
    @inline(__always)
    func value(of name: UInt32) -> MessageArgument? {
        arguments.value(of: table.string(name))
    }

    func name(_ name: UInt32) -> String { table.string(name) }
}

/// The arguments of one message, in either of the forms that callers have them in.
enum ArgumentList {
    case named([MessageNamedArgument])
    case pairs(KeyValuePairs<String, MessageArgument>)

    @inline(__always)
    func value(of name: String) -> MessageArgument? {
        switch self {
        case .named(let arguments):
            for place in arguments.indices where arguments[place].name == name {
                return arguments[place].value
            }
        case .pairs(let arguments):
            for place in arguments.indices where arguments[place].key == name {
                return arguments[place].value
            }
        }
        return nil
    }
}
