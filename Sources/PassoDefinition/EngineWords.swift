public import PassoDiagnostics
package import PassoMessages

/// The engine's own words, from the string tables that it ships.
///
/// ```swift
/// DiagnosticRenderer(words: EngineWords(locale: "pl")).render(result.diagnostics)
/// ```
public struct EngineWords: DiagnosticWords {
    /// The language in which the words come: that of the reader, a parent of it, or English.
    public let locale: String
    private let bundle: StringBundle

    /// Takes the reader's language; what it lacks comes in English.
    ///
    /// The first use of a language reads its table, and no other.
    public init(locale: String = "en") {
        self.locale = EngineTables.match(locale) ?? EngineTables.template
        bundle = EngineTables.bundle(self.locale)
    }

    /// The languages that the engine speaks, sorted.
    public static var locales: [String] { EngineTables.locales }

    /// Whether the engine speaks a language or a parent of it, such as `pt` for `pt-PT`.
    public static func speaks(_ locale: String) -> Bool { EngineTables.match(locale) != nil }

    /// Returns the sentence of a diagnostic, a note or a fix-it; nil when there is none.
    ///
    /// A diagnostic that has a `code` may have a sentence for each: `guard-syntax.reservedWord`.
    public func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? {
        let messages = arguments.map(\.message)
        for argument in arguments where argument.name == "code" {
            guard case .string(let code) = argument.value,
                let text = text("\(id.rawValue).\(code)", messages)
            else { continue }
            return text
        }
        return text(id.rawValue, messages)
    }

    /// Returns the reader's word for an error, a warning, a note or a repair.
    ///
    /// English is what editors look for; the others are for people who chose their language.
    public func word(for label: DiagnosticLabel) -> String {
        text("label.\(label.rawValue)", []) ?? label.rawValue
    }

    /// Returns a text of the engine's tables.
    package func text(of message: LocalizedMessage) -> String {
        text(message.key, message.arguments) ?? message.key
    }

    private func text(_ key: String, _ arguments: [MessageNamedArgument]) -> String? {
        if bundle.contains(key) { return bundle.text(key, arguments, in: locale).text }
        guard locale != EngineTables.template else { return nil }
        let template = EngineTables.bundle(EngineTables.template)
        guard template.contains(key) else { return nil }
        return template.text(key, arguments, in: EngineTables.template).text
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
