public import PassoDiagnostics
public import PassoMessages

/// Turns the text of a definition into a checked one, or into everything that is wrong with it.
///
/// ```swift
/// let result = DefinitionCompiler.compile(source, strings: bundle)
/// print(DiagnosticRenderer(words: EngineWords(locale: "da")).render(result.diagnostics))
/// let chart = try result.get().chart
/// ```
public enum DefinitionCompiler {
    /// Compiles one definition.
    ///
    /// - Parameters:
    ///   - source: the text in YAML.
    ///   - strings: the bundle its message keys are checked against, in every language; nil leaves
    ///     the keys unchecked.
    ///   - limits: what the definition may cost.
    /// - Returns: the definition, unless there is an error, and all diagnostics in the order of the
    ///   text.
    public static func compile(
        _ source: SourceText,
        strings: StringBundle?,
        limits: DefinitionLimits = .standard
    ) -> DefinitionResult {
        DefinitionResult(definition: nil, diagnostics: [])
    }
}

/// What ``DefinitionCompiler`` makes of a text.
public struct DefinitionResult: Sendable {
    /// The definition; nil when ``diagnostics`` hold an error.
    public let definition: Definition?
    /// Everything found, in the order of the text.
    public let diagnostics: [Diagnostic]

    /// Whether the definition is refused.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Returns the definition.
    ///
    /// - Throws: all diagnostics, when one of them is an error.
    public func get() throws(DefinitionRefused) -> Definition {
        guard let definition else { throw DefinitionRefused(diagnostics: diagnostics) }
        return definition
    }
}

/// Why there is no definition: diagnostics with at least one error among them.
public struct DefinitionRefused: Error, Sendable {
    /// Everything found, in the order of the text.
    public let diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
