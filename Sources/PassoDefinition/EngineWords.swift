public import PassoDiagnostics
internal import PassoMessages

/// The engine's own words, from the string tables it ships.
public struct EngineWords: DiagnosticWords {
    private let locale: String

    /// Takes the reader's language; what it lacks comes in English.
    public init(locale: String = "en") {
        self.locale = locale
    }

    /// Returns the sentence of a diagnostic.
    public func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? { nil }
}
