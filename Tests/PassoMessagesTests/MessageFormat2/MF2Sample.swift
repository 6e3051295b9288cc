import PassoMessages
import Testing

/// A message, its arguments and what it says.
struct MF2Sample: CustomTestStringConvertible {
    let source: String
    let arguments: [String: MF2Value]
    let text: String
    let errors: [String]
    let locale: String

    init(
        _ source: String,
        _ arguments: [String: MF2Value],
        _ text: String,
        errors: String = "",
        in locale: String = "en"
    ) {
        self.source = source
        self.arguments = arguments
        self.text = text
        self.errors = errors.split(separator: " ").map(String.init)
        self.locale = locale
    }

    var testDescription: String { "\(source) in \(locale)" }

    /// Compares with what a formatter makes of it, as a text and as parts.
    func check(
        _ functions: MF2FunctionRegistry = .default,
        bidi: MF2Formatter.Bidi = .none,
        timeZone: String = "UTC"
    ) throws {
        let message = try MF2Sample.parse(source)
        let formatter = MF2Formatter(
            locale: locale,
            timeZone: timeZone,
            functions: functions,
            bidi: bidi
        )
        let formatted = formatter.format(message, arguments: arguments)
        #expect(formatted.text == text)
        #expect(formatted.errors.map(\.id.rawValue) == errors)
        let parts = formatter.parts(message, arguments: arguments)
        #expect(parts.text == formatted.text)
        #expect(parts.errors == formatted.errors)
        for case .value(let part) in parts.parts where !part.fields.isEmpty {
            #expect(part.fields.map(\.text).joined() == part.text)
        }
    }

    static func parse(_ source: String) throws -> MF2Message {
        let (message, problems) = MF2Message.parse(source)
        #expect(problems == [])
        return try #require(message)
    }
}

extension MF2Sample {
    /// A message without arguments.
    init(_ source: String, _ text: String, errors: String = "", in locale: String = "en") {
        self.init(source, [:], text, errors: errors, in: locale)
    }
}
