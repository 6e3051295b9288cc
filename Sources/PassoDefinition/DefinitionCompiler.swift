public import PassoDiagnostics
public import PassoMessages
internal import PassoText

/// Gives the text of a document by the address in `src`; nil when there is none.
///
/// Nothing else is ever read for a definition, and nothing is fetched.
public typealias DocumentLoader = (String) -> SourceText?

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
    ///   - documents: the documents that it may name in `src`; nil has none.
    /// - Returns: the definition, unless there is an error, and all diagnostics in the order of the
    ///   text.
    public static func compile(
        _ source: SourceText,
        strings: StringBundle?,
        limits: DefinitionLimits = .standard,
        documents: DocumentLoader? = nil
    ) -> DefinitionResult {
        compile(source, limits: limits, documents: documents) { _, _ in .found(strings) }
    }

    /// Compiles one definition and finds its bundle by the name that `strings:` gives.
    ///
    /// - Parameters:
    ///   - source: the text in YAML.
    ///   - limits: what the definition may cost.
    ///   - bundles: the bundle of a name; nil when there is none, which is a mistake in the
    ///     definition. Asked once, and not at all by a definition without texts.
    ///   - documents: the documents that it may name in `src`; nil has none.
    /// - Returns: the definition, unless there is an error, and all diagnostics in the order of the
    ///   text.
    public static func compile(
        _ source: SourceText,
        limits: DefinitionLimits = .standard,
        bundles: (String) -> StringBundle?,
        documents: DocumentLoader? = nil
    ) -> DefinitionResult {
        compile(source, limits: limits, documents: documents) { name, range in
            guard let name, let range else { return .found(nil) }
            guard let bundle = bundles(name) else {
                return .missing(
                    .unknown("unknown-bundle", name, nearest: nil, at: range, in: source)
                )
            }
            return .found(bundle)
        }
    }

    /// What became of the name of a bundle.
    private enum Strings {
        case found(StringBundle?)
        case missing(Diagnostic)
    }

    private static func compile(
        _ source: SourceText,
        limits: DefinitionLimits,
        documents: DocumentLoader?,
        strings: (String?, SourceRange?) -> Strings
    ) -> DefinitionResult {
        if SCXMLReader.isMeant(by: source) {
            let (declaration, found, dropped) = SCXMLReader.read(source, limits: limits)
            return compile(
                declaration.map { ReadDefinition($0, of: source) },
                of: source,
                limits: limits,
                documents: documents,
                found: found,
                dropped: dropped,
                strings: strings
            )
        }
        let (root, reading) = YAMLReader.read(source, limits: limits.text)
        guard let root else { return DefinitionResult(definition: nil, diagnostics: reading) }
        var check = ShapeCheck(source: source, limit: limits.diagnostics)
        check.check(root)
        return compile(
            root.mapping == nil ? nil : ReadDefinition(root),
            of: source,
            limits: limits,
            documents: documents,
            found: reading + check.diagnostics,
            dropped: check.dropped,
            strings: strings
        )
    }

    /// Compiles what a reader has read.
    ///
    /// - Parameters:
    ///   - definition: what was read; nil when it is no definition at all.
    ///   - source: the text it was read from.
    ///   - limits: what it may cost.
    ///   - documents: the documents that it may name.
    ///   - found: what the reader found.
    ///   - dropped: how many mistakes more it has found than are among these.
    ///   - strings: the bundle of the name that the definition gives.
    /// - Returns: the definition, unless there is an error, and all diagnostics.
    private static func compile(
        _ definition: ReadDefinition?,
        of source: SourceText,
        limits: DefinitionLimits,
        documents: DocumentLoader?,
        found: [Diagnostic],
        dropped: Int,
        strings: (String?, SourceRange?) -> Strings
    ) -> DefinitionResult {
        var found = found
        var bundle: StringBundle?
        let name = definition?.declaration.strings
        switch strings(name?.value, name?.range) {
        case .found(let strings): bundle = strings
        case .missing(let diagnostic): found.append(diagnostic)
        }
        guard let definition else {
            return result(nil, found, dropped: dropped, in: source)
        }
        var compilation = Compilation(
            source: source,
            strings: bundle,
            limits: limits,
            reading: definition,
            documents: documents,
            diagnostics: found
        )
        let compiled = compilation.run()
        return result(
            compiled,
            compilation.diagnostics,
            dropped: compilation.dropped + dropped,
            in: source
        )
    }

    /// The diagnostics in the order of the text, each once: what an alias repeats is one mistake.
    private static func result(
        _ definition: Definition?,
        _ diagnostics: [Diagnostic],
        dropped: Int,
        in source: SourceText
    ) -> DefinitionResult {
        var seen: Set<DiagnosticKey> = []
        let open = Allowances(source).applied(to: diagnostics)
        let unique = open.filter { seen.insert(DiagnosticKey($0)).inserted }
        var sorted = unique.enumerated()
            .sorted {
                ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
            }
            .map(\.element)
        if dropped > 0, let last = sorted.last {
            sorted.append(.moreMistakes(dropped, at: last.range, in: source))
        }
        return DefinitionResult(definition: definition, diagnostics: sorted)
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

/// What makes two diagnostics the same for their reader.
private struct DiagnosticKey: Hashable {
    let id: DiagnosticID
    let range: SourceRange
    let arguments: [DiagnosticArgument]

    init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        range = diagnostic.range
        arguments = diagnostic.arguments
    }
}
