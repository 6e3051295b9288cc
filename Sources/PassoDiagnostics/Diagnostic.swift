/// One thing that the author of a text should know, without its words.
///
/// The words come from the reader's language when it is rendered, see ``DiagnosticWords``.
///
/// ```swift
/// Diagnostic(
///     id: "unknown-state", arguments: [.init("name", "draf")], source: text, range: range,
///     fixIts: [.didYouMean("draft", at: range)])
/// ```
public struct Diagnostic: Sendable {
    /// The stable name of the mistake, by which tests, tools and translators know it.
    public var id: DiagnosticID

    /// How bad it is.
    public var severity: DiagnosticSeverity

    /// What the words speak of, in the order in which a fallback shows them.
    public var arguments: [DiagnosticArgument]

    /// The text that ``range`` lies in.
    public var source: SourceText

    /// Where the mistake stands; an empty range is a place where something is missing.
    public var range: SourceRange

    /// Related places, each with words of its own.
    public var notes: [DiagnosticNote]

    /// Replacements in ``source``, each of which would repair the mistake.
    public var fixIts: [FixIt]

    /// Makes a diagnostic.
    public init(
        id: DiagnosticID,
        severity: DiagnosticSeverity = .error,
        arguments: [DiagnosticArgument] = [],
        source: SourceText,
        range: SourceRange,
        notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = []
    ) {
        self.id = id
        self.severity = severity
        self.arguments = arguments
        self.source = source
        self.range = range
        self.notes = notes
        self.fixIts = fixIts
    }
}

/// How bad a diagnostic is.
public enum DiagnosticSeverity: String, Hashable, Sendable, CaseIterable {
    /// The text is refused.
    case error

    /// The text works, but hardly as its author meant.
    case warning

    /// The reader may like to know.
    case note
}

/// The stable name of a diagnostic, a note or a fix-it, in kebab case.
public struct DiagnosticID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The name itself.
    public let rawValue: String

    /// Makes an identifier of a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an identifier of a literal name.
    public init(stringLiteral value: String) {
        rawValue = value
    }

    /// The name itself.
    public var description: String { rawValue }
}

/// A named value that the words of a diagnostic speak of.
public struct DiagnosticArgument: Hashable, Sendable {
    /// What an argument can be.
    public enum Value: Hashable, Sendable {
        /// A text, mostly as the author wrote it.
        case string(String)

        /// A number.
        case int(Int)

        /// Several texts, which each language joins in its own way.
        case list([String])
    }

    /// The name by which the words ask for it.
    public let name: String

    /// The value.
    public let value: Value

    /// Makes an argument.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// Makes an argument that is a text.
    public init(_ name: String, _ value: String) {
        self.init(name, .string(value))
    }

    /// Makes an argument that is a number.
    public init(_ name: String, _ value: Int) {
        self.init(name, .int(value))
    }

    /// Makes an argument that is a list of texts.
    public init(_ name: String, _ value: [String]) {
        self.init(name, .list(value))
    }
}

/// A place that helps to understand a diagnostic, perhaps in another text.
public struct DiagnosticNote: Sendable {
    /// The stable name of what the note says.
    public var id: DiagnosticID

    /// What the words speak of.
    public var arguments: [DiagnosticArgument]

    /// The text that ``range`` lies in.
    public var source: SourceText

    /// The place.
    public var range: SourceRange

    /// Makes a note.
    public init(
        id: DiagnosticID,
        arguments: [DiagnosticArgument] = [],
        source: SourceText,
        range: SourceRange
    ) {
        self.id = id
        self.arguments = arguments
        self.source = source
        self.range = range
    }
}
