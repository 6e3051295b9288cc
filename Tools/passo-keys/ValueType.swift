/// What a placeholder may be: the types of ARB files, and what each is in Swift.
///
/// | in the table | in Swift |
/// |---|---|
/// | `String` | `String` |
/// | `int` | `Int` |
/// | `num`, `double` | `Double` |
/// | `DateTime` | `MessageInstant` |
/// | `label`, `message` | `LocalizedMessage` |
/// | `Object` | `MessageArgument`, whatever it holds |
/// | `list`, `list(int)` … | an array: of `String`, or of the type between the parentheses |
struct ValueType {
    /// The type of a parameter.
    let swift: String
    /// The expression of type `MessageArgument` for a value of that type.
    let argument: @Sendable (String) -> String
    /// The uses in a message that it can be put to, beside `{name}` and `select`.
    let use: Use

    enum Use { case number, time, words, none }

    /// The names of the types that take no element type, for “did you mean”.
    static let names = [
        "String", "int", "num", "double", "DateTime", "label", "message", "Object", "list",
    ]

    /// The type of a name, or nil when there is none.
    init?(_ name: String) {
        if name == "list" {
            self.init(listOf: "String")
        } else if name.hasPrefix("list("), name.hasSuffix(")") {
            self.init(listOf: String(name.dropFirst(5).dropLast()))
        } else {
            self.init(single: name)
        }
    }

    private init?(single name: String) {
        switch name {
        case "String": self.init("String", .words) { ".string(\($0))" }
        case "int": self.init("Int", .number) { ".int(Int64(\($0)))" }
        case "num", "double": self.init("Double", .number) { ".double(\($0))" }
        case "DateTime":
            self.init("MessageInstant", .time) { "\($0).argument" }
        case "label", "message": self.init("LocalizedMessage", .none) { "\($0).argument" }
        case "Object": self.init("MessageArgument", .none) { $0 }
        default: return nil
        }
    }

    private init?(listOf name: String) {
        guard let element = ValueType(single: name) else { return nil }
        self.init("[\(element.swift)]", .none) { ".list(\($0).map { \(element.argument("$0")) })" }
    }

    private init(_ swift: String, _ use: Use, argument: @escaping @Sendable (String) -> String) {
        self.swift = swift
        self.use = use
        self.argument = argument
    }

    /// Whether a message can use a value of this type so.
    func fits(_ kind: String) -> Bool {
        switch kind {
        case "plural", "selectordinal", "number": use == .number || swift == "MessageArgument"
        case "date", "time": use == .time || swift == "MessageArgument"
        case "list": swift.hasPrefix("[") || swift == "MessageArgument"
        case "select": use == .words || swift == "Int" || swift == "MessageArgument"
        default: true
        }
    }
}
