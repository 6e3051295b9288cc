/// Gives diagnostics their words, in the language of one reader.
///
/// A diagnostic holds no text, so the module that finds a mistake needs no string table.
public protocol DiagnosticWords: Sendable {
    /// Returns the sentence for a diagnostic, a note or a fix-it.
    ///
    /// - Parameters:
    ///   - id: the stable name.
    ///   - arguments: the values that the sentence speaks of.
    /// - Returns: the sentence, in lower case and without a full stop, or nil when there is none;
    ///   then the reader sees `id(argument: value)`.
    func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String?

    /// Returns the word that stands before a sentence.
    ///
    /// Editors find diagnostics by the words `error:` and `warning:`, so the default is English.
    func word(for label: DiagnosticLabel) -> String
}

/// What stands before a sentence in a rendered diagnostic.
public enum DiagnosticLabel: String, Hashable, Sendable, CaseIterable {
    /// Stands before an error.
    case error

    /// Stands before a warning.
    case warning

    /// Stands before a note.
    case note

    /// Stands before the sentence of a repair.
    case fixIt = "fix-it"
}

extension DiagnosticWords {
    /// Returns the English word.
    public func word(for label: DiagnosticLabel) -> String { label.rawValue }
}

/// The words of last resort: every sentence is `id(argument: value)`.
public struct PlainDiagnosticWords: DiagnosticWords {
    /// Makes the words of last resort.
    public init() {}

    /// Returns nil, so that the fallback shows.
    public func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? { nil }
}

extension DiagnosticWords {
    /// Returns the sentence or, where there is none, `id(argument: value)`.
    public func sentence(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String {
        if let text = text(for: id, arguments: arguments) { return text }
        guard !arguments.isEmpty else { return id.rawValue }
        let shown = arguments.map { "\($0.name): \($0.value)" }
        return "\(id)(\(shown.joined(separator: ", ")))"
    }
}

extension DiagnosticArgument.Value: CustomStringConvertible {
    /// The value as the fallback shows it: texts in quotes, lists in brackets.
    public var description: String {
        switch self {
        case .string(let text): "'\(text)'"
        case .int(let number): String(number)
        case .list(let texts): "[" + texts.map { "'\($0)'" }.joined(separator: ", ") + "]"
        }
    }
}
