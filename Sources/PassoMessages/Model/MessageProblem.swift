/// Something wrong in a pattern, with its place.
public struct MessageProblem: Sendable, Hashable {
    /// What is wrong.
    public let id: MessageProblemID
    /// The place, as UTF-8 offsets in the pattern.
    public let range: Range<Int>
    /// The words of the pattern that the problem is about, or the limit that it exceeds.
    public let detail: String
}

/// The kinds of ``MessageProblem``.
///
/// Those of ``isSyntax`` are mistakes to ICU 72 too. The others are well-formed MessageFormat that
/// lies outside the safe profile, names what does not exist, or is beyond a limit.
public enum MessageProblemID: String, Sendable, Hashable, CaseIterable {
    /// An argument has a malformed name, or none.
    case argumentName = "argument-name"
    /// Something else than `,` or `}` follows the name or the type of an argument.
    case argumentSyntax = "argument-syntax"
    /// A selector has the same branch twice; the first wins.
    case duplicateBranch = "duplicate-branch"
    /// A selector lacks the branch `other`.
    case missingOther = "missing-other"
    /// An argument has a comma behind its name and then no type.
    case missingType = "missing-type"
    /// A selector stands in a branch of another one.
    case nestedSelector = "nested-selector"
    /// An argument has a number for a name.
    case numberedArgument = "numbered-argument"
    /// A plural has an `offset:` that is no number or does not come first.
    case pluralOffset = "plural-offset"
    /// One name is used both as a number and as a date or a word.
    case conflictingUses = "conflicting-uses"
    /// A branch lacks its name or its text in braces.
    case selectorSyntax = "selector-syntax"
    /// A style is quoted and the quote does not end.
    case styleSyntax = "style-syntax"
    /// A pattern exceeds one of ``MessageLimits``.
    case tooLarge = "too-large"
    /// A `{` has no `}`.
    case unclosedBrace = "unclosed-brace"
    /// A plural branch is no category of any language.
    case unknownCategory = "unknown-category"
    /// A number, date, time or list has a style outside the profile.
    case unknownStyle = "unknown-style"
    /// An argument has a type that does not exist, or lies outside the profile.
    case unknownType = "unknown-type"

    /// Whether ICU 72 cannot read such a pattern either.
    public var isSyntax: Bool {
        switch self {
        case .argumentName, .argumentSyntax, .missingOther, .missingType, .pluralOffset,
            .selectorSyntax,
            .styleSyntax, .unclosedBrace:
            true
        case .duplicateBranch, .nestedSelector, .numberedArgument, .conflictingUses, .tooLarge,
            .unknownCategory, .unknownStyle, .unknownType:
            false
        }
    }
}
