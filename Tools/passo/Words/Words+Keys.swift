import PassoDefinition
import PassoDiagnostics

extension Words {
    /// A text by its key and arguments.
    static func text(_ key: String, _ arguments: KeyValuePairs<String, any WordValue> = [:])
        -> String
    {
        engine.sentence(
            for: DiagnosticID(rawValue: key),
            arguments: arguments.map { DiagnosticArgument($0.key, $0.value.word) }
        )
    }

    /// Says on standard error what is wrong, behind the program's name.
    static func complain(
        _ key: String,
        _ arguments: KeyValuePairs<String, any WordValue> = [:]
    ) {
        Console.complain("passo: " + text(key, arguments))
    }
}

/// What a text of the command line can speak of.
protocol WordValue {
    var word: DiagnosticArgument.Value { get }
}

extension String: WordValue {
    var word: DiagnosticArgument.Value { .string(self) }
}

extension Int: WordValue {
    var word: DiagnosticArgument.Value { .int(self) }
}

extension [String]: WordValue {
    var word: DiagnosticArgument.Value { .list(self) }
}
