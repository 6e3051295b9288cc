public import PassoDiagnostics
internal import PassoMessages

/// The engine's own words, from the string tables that it ships.
///
/// ```swift
/// DiagnosticRenderer(words: EngineWords(locale: "pl")).render(result.diagnostics)
/// ```
public struct EngineWords: DiagnosticWords {
    private let locale: String

    /// Takes the reader's language; what it lacks comes in English.
    public init(locale: String = "en") {
        self.locale = locale
    }

    /// Returns the sentence of a diagnostic, a note or a fix-it; nil when there is none.
    ///
    /// A diagnostic that has a `code` may have a sentence for each: `guard-syntax.reservedWord`.
    public func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? {
        let messages = arguments.map(\.message)
        for argument in arguments where argument.name == "code" {
            guard case .string(let code) = argument.value,
                let text = Self.text("\(id.rawValue).\(code)", messages, in: locale)
            else { continue }
            return text
        }
        return Self.text(id.rawValue, messages, in: locale)
    }

    private static func text(
        _ key: String,
        _ arguments: [MessageNamedArgument] = [],
        in locale: String
    ) -> String? {
        guard bundle.contains(key) else { return nil }
        return bundle.text(key, arguments, in: locale).text
    }

    /// The sentences of diagnostics.
    private static let bundle = ShippedTables.bundle("engine")
}

/// The string tables that this module ships.
enum ShippedTables {
    /// All tables of a bundle, one a language.
    static func bundle(_ name: String) -> StringBundle {
        StringBundle(name: name, tables: read(name).compactMap(\.table))
    }

    /// What reading the tables of a bundle reports; a test holds it empty.
    static func diagnostics(_ name: String) -> [Diagnostic] {
        read(name).flatMap(\.diagnostics)
    }

    private static func read(
        _ name: String
    ) -> [(table: StringTable?, diagnostics: [Diagnostic])] {
        EmbeddedTexts.all.filter { $0.name.hasPrefix("strings/\(name)/") }.map { text in
            let (table, diagnostics) = StringTable.read(arb: SourceText(name: text.name, text.text))
            return (table, diagnostics)
        }
    }
}

extension DiagnosticArgument {
    /// The argument as messages take it.
    fileprivate var message: MessageNamedArgument {
        switch value {
        case .string(let text): MessageNamedArgument(name, .string(text))
        case .int(let number): MessageNamedArgument(name, .int(Int64(number)))
        case .list(let texts): MessageNamedArgument(name, .list(texts.map { .string($0) }))
        }
    }
}
