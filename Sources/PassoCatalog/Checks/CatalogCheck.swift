public import PassoDiagnostics

/// One thing that string tables are checked for.
///
/// A check is a value: its name, how bad its findings are and a pure function over what it looks
/// at. Its findings are ``PassoDiagnostics/Diagnostic``s with the check's name as their id.
///
/// An entry is excused from a check by `"x-allow": ["string-inconsistent"]` in its metadata, in the
/// translation for that language, in the template for all; `"string-inconsistent@it"` in the
/// template excuses one language.
public struct CatalogCheck: Sendable, Identifiable {
    /// The name, by which findings are known, asked for and excused.
    public let id: DiagnosticID
    /// An error breaks what readers see; a warning is about style, and counts in strict runs.
    public let severity: DiagnosticSeverity
    let scope: Scope

    /// What a check looks at.
    enum Scope: Sendable {
        /// Every message of every language, the template's too.
        case message(@Sendable (CheckedMessage) -> [CheckFinding])
        /// Every translation beside its source.
        case translation(@Sendable (CheckedMessage) -> [CheckFinding])
        /// One table beside the template.
        case table(@Sendable (CheckedTable) -> [CheckFinding])
        /// The whole bundle.
        case bundle(@Sendable (CheckedBundle) -> [CheckFinding])
    }

    init(_ id: DiagnosticID, _ severity: DiagnosticSeverity, _ scope: Scope) {
        self.id = id
        self.severity = severity
        self.scope = scope
    }

    /// Every check, sorted by name.
    public static let all: [CatalogCheck] = [
        addresses, apostrophes, argumentTypes, capitalization, confusables, emptyTexts, extraKeys,
        forbiddenTerms, inconsistencies, invisibles, lengths, markup, missingArguments, missingKeys,
        missingPlurals, needsReview, numbers, placeholders, pluralNumbers, punctuation,
        quotationMarks, selectBranches, spaces, staleTexts, surplusPlurals, terms, trappedNames,
        undefinedKeys, unknownArguments, unusedKeys, untranslated,
    ].sorted { $0.id.rawValue < $1.id.rawValue }
}

/// What a check found, and whether its repair is sure to be right.
public struct CheckFinding: Sendable {
    /// What is wrong, with its place and its repairs.
    public var diagnostic: Diagnostic
    /// Whether the first repair can be applied without asking: it changes no word.
    public var isRepairSafe: Bool
}
