import PassoCore
import PassoDiagnostics

/// Every diagnostic of this module, sorted; the words are in `Localization/engine`.
extension Diagnostic {
    /// A field's new value reads what the same list of actions changed before.
    static func assignedBefore(
        _ name: String,
        field: String,
        at range: SourceRange,
        changedAt: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "assigned-before",
            arguments: [.init("name", name), .init("field", field)],
            source: source,
            range: range,
            notes: [
                .init(
                    id: "changed-here",
                    arguments: [.init("name", name)],
                    source: source,
                    range: changedAt
                )
            ]
        )
    }

    /// A text that is no duration, or one out of bounds.
    static func badDuration(
        _ text: String,
        at range: SourceRange,
        in source: SourceText,
        notes: [DiagnosticNote] = []
    ) -> Diagnostic {
        Diagnostic(
            id: "bad-duration",
            arguments: [.init("text", text)],
            source: source,
            range: range,
            notes: notes
        )
    }

    /// A name with characters it cannot have.
    static func badName(
        _ name: String,
        kind: NameKind,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "bad-name",
            arguments: [.init("name", name), .init("kind", kind.rawValue)],
            source: source,
            range: range
        )
    }

    /// What only the chart found: a mistake of ours, told so that nobody is left alone with it.
    static func chartProblem(
        _ problem: ChartProblem,
        places: [SourceRange],
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "chart-problem",
            arguments: [.init("problem", "\(problem)")],
            source: source,
            range: places.first ?? SourceRange(at: 0)
        )
    }

    /// Two keys that exclude each other.
    static func conflictingKeys(
        _ key: String,
        _ other: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "conflicting-keys",
            arguments: [.init("key", key), .init("other", other)],
            source: source,
            range: range
        )
    }

    /// Targets of one transition that cannot be active together.
    static func conflictingTargets(
        _ first: String,
        _ second: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "conflicting-targets",
            arguments: [.init("first", first), .init("second", second)],
            source: source,
            range: range
        )
    }

    /// More of something than a definition may have.
    static func definitionLimit(
        _ what: String,
        limit: Int,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "definition-limit",
            arguments: [.init("what", what), .init("limit", limit)],
            source: source,
            range: range
        )
    }

    /// Final states of one parent that end it with different data.
    static func doneDataDiffers(
        _ state: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "done-data-differs",
            arguments: [.init("name", state)],
            source: source,
            range: range
        )
    }

    /// A name declared twice where one name means one thing.
    static func duplicateName(
        _ name: Located<String>,
        first: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "duplicate-name",
            arguments: [.init("name", name.value)],
            source: source,
            range: name.range,
            notes: [.firstHere(name.value, at: first, in: source)]
        )
    }

    /// A state id that is used twice.
    static func duplicateState(
        _ id: Located<String>,
        first: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "duplicate-state",
            arguments: [.init("name", id.value)],
            source: source,
            range: id.range,
            notes: [.firstHere(id.value, at: first, in: source)]
        )
    }

    /// Eventless transitions that lead to each other for ever.
    static func eventlessCycle(
        _ states: [String],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "eventless-cycle",
            arguments: [.init("states", shown(states))],
            source: source,
            range: range
        )
    }

    /// An expression without a value.
    static func expressionError(
        _ arguments: [DiagnosticArgument],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(id: "expression-error", arguments: arguments, source: source, range: range)
    }

    /// An expression whose worst case exceeds the budget of an evaluation.
    ///
    /// - Parameters:
    ///   - text: the smallest part that exceeds it alone.
    ///   - cost: its worst case in units of one simple operation.
    ///   - limit: the budget.
    ///   - range: the place of that part.
    ///   - source: the file.
    /// - Returns: the diagnostic.
    static func expressionTooCostly(
        _ text: String,
        cost: Int,
        limit: Int,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "expression-too-costly",
            arguments: [.init("text", text), .init("cost", cost), .init("limit", limit)],
            source: source,
            range: range
        )
    }

    /// An expression that is too large.
    static func guardLimit(
        _ arguments: [DiagnosticArgument],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(id: "guard-limit", arguments: arguments, source: source, range: range)
    }

    /// An expression that is no CEL.
    static func guardSyntax(
        _ arguments: [DiagnosticArgument],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(id: "guard-syntax", arguments: arguments, source: source, range: range)
    }

    /// An expression of another type than its place needs, or with an operator that does not fit.
    static func guardType(
        _ arguments: [DiagnosticArgument],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(id: "guard-type", arguments: arguments, source: source, range: range)
    }

    /// A function that does not exist.
    static func guardUnknownFunction(
        _ name: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        unknown("guard-unknown-function", name, nearest: nearest, at: range, in: source)
    }

    /// A name that no declaration explains.
    static func guardUnknownName(
        _ name: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        unknown("guard-unknown-name", name, nearest: nearest, at: range, in: source)
    }

    /// A limit that contradicts another one, or a value.
    static func limitConflict(
        _ conflict: LimitConflict,
        name: String,
        value: Int,
        limit: Int,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "limit-conflict",
            arguments: [
                .init("conflict", conflict.rawValue), .init("name", name), .init("value", value),
                .init("limit", limit),
            ],
            source: source,
            range: range
        )
    }

    /// A message takes an argument that is not given, or that is of another kind.
    static func messageArguments(
        _ problem: MessageArgumentProblem,
        key: String,
        argument: String,
        languages: [String],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "message-arguments",
            arguments: [
                .init("problem", problem.word), .init("key", key), .init("argument", argument),
                .init("languages", languages), .init("expected", problem.expected),
                .init("found", problem.found),
            ],
            source: source,
            range: range
        )
    }

    /// An argument of an action or event that is not given.
    static func missingArgument(
        _ name: String,
        of owner: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-argument",
            arguments: [.init("name", name), .init("owner", owner)],
            source: source,
            range: range
        )
    }

    /// A mapping without any of the keys that say what it is.
    static func missingForm(
        _ choices: [String],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-form",
            arguments: [.init("choices", choices)],
            source: source,
            range: range
        )
    }

    /// Several states of which none is said to be the first; `insertion` is where to say so.
    static func missingInitial(
        _ owner: String,
        candidates: [String],
        insertion: SourceRange?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        var fixIts: [FixIt] = []
        if let insertion, let first = candidates.first {
            let before = source.text(
                in: SourceRange(source.lineStart(at: insertion.lowerBound), insertion.lowerBound)
            )
            // In a block the key gets a line of its own; in braces it goes before the others.
            let isBlock = before.allSatisfy { $0 == " " }
            let text = "initial: \(first)" + (isBlock ? "\n\(before)" : ", ")
            fixIts.append(.insert(text, at: insertion.lowerBound))
        }
        return Diagnostic(
            id: "missing-initial",
            arguments: [.init("name", owner), .init("candidates", shown(candidates))],
            source: source,
            range: range,
            fixIts: fixIts
        )
    }

    /// A key that a mapping needs.
    static func missingKey(
        _ key: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-key",
            arguments: [.init("key", key)],
            source: source,
            range: range
        )
    }

    /// A message key that some language, or every one, lacks.
    static func missingMessage(
        _ key: String,
        languages: [String],
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-message",
            arguments: [.init("key", key), .init("languages", languages)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// A rule of a field without a message for those who break it.
    static func missingRefusal(
        _ rule: String,
        field: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-refusal",
            arguments: [.init("rule", rule), .init("field", field)],
            source: source,
            range: range
        )
    }

    /// A group of actions that stands where there is only one.
    static func misplacedBlock(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "misplaced-block", source: source, range: range)
    }

    /// A document that is named and not there, or too large.
    static func missingDocument(_ src: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "missing-document",
            arguments: [.init("name", src.value)],
            source: source,
            range: src.range
        )
    }

    /// More mistakes than are shown.
    static func moreMistakes(_ count: Int, at range: SourceRange, in source: SourceText)
        -> Diagnostic
    {
        Diagnostic(
            id: "more-mistakes",
            severity: .note,
            arguments: [.init("count", count)],
            source: source,
            range: range
        )
    }

    /// A key that only definitions with the Recommendation's own semantics have.
    static func needsSemantics(
        _ key: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "needs-semantics",
            arguments: [.init("key", key)],
            source: source,
            range: range
        )
    }

    /// A place that no value can be stored at.
    static func notALocation(
        _ text: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "not-a-location",
            arguments: [.init("text", text)],
            source: source,
            range: range
        )
    }

    /// A statement of a script that is no assignment.
    static func notAnAssignment(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "not-an-assignment", source: source, range: range)
    }

    /// An expression that reads what is not known when the file is compiled.
    static func notConstant(
        _ text: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "not-constant",
            arguments: [.init("text", text)],
            source: source,
            range: range
        )
    }

    /// A condition that asks for data where there are none.
    static func onlyIn(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "only-in", severity: .warning, source: source, range: range)
    }

    /// An attempt to change an input or a constant.
    static func readOnly(
        _ name: Located<String>,
        kind: String,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "read-only",
            arguments: [.init("name", name.value), .init("kind", kind)],
            source: source,
            range: name.range
        )
    }

    /// A name that the language keeps for itself.
    static func reservedName(_ name: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "reserved-name",
            arguments: [.init("name", name.value)],
            source: source,
            range: name.range
        )
    }

    /// A part of a field, which has rules for the whole.
    static func ruledLocation(
        _ name: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "ruled-location",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }

    /// A send with neither a name nor content.
    static func sendsNothing(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "sends-nothing", source: source, range: range)
    }

    /// A transition that can never be taken because an earlier one always is.
    static func shadowedTransition(
        _ trigger: String,
        at range: SourceRange,
        by earlier: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "shadowed-transition",
            severity: .warning,
            arguments: [.init("event", trigger)],
            source: source,
            range: range,
            notes: [.init(id: "always-taken", source: source, range: earlier)]
        )
    }

    /// A file that cannot be read.
    static func sourceUnreadable(
        _ problem: SourceProblem,
        path: String,
        limit: Int,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: problem.id,
            arguments: [.init("path", path), .init("limit", limit)],
            source: source,
            range: SourceRange(at: 0)
        )
    }

    /// An expression that asks for a state which the transition has left already.
    static func stateLeft(
        _ state: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "state-left",
            severity: .warning,
            arguments: [.init("name", state)],
            source: source,
            range: range
        )
    }

    /// A step that no state belongs to.
    static func stepWithoutState(_ id: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "step-without-state",
            arguments: [.init("name", id.value)],
            source: source,
            range: id.range
        )
    }

    /// An event that is declared and that no state hears.
    static func unheardEvent(_ name: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "unheard-event",
            severity: .warning,
            arguments: [.init("name", name.value)],
            source: source,
            range: name.range
        )
    }

    /// A name of some kind that is not declared.
    static func unknown(
        _ id: DiagnosticID,
        _ name: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            arguments: [.init("name", name)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// A key that its mapping does not have.
    static func unknownKey(
        _ key: String,
        among keys: [String],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        unknown(
            "unknown-key",
            key,
            nearest: nearest(to: key, in: keys),
            at: range,
            in: source
        )
    }

    /// A word where only some words may stand.
    static func unknownValue(
        _ word: String,
        of words: [String],
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        var result = unknown(
            "unknown-value",
            word,
            nearest: nearest(to: word, in: words),
            at: range,
            in: source
        )
        result.arguments.append(.init("choices", words))
        return result
    }

    /// A state that no transition leads to.
    static func unreachableState(_ id: Located<String>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "unreachable-state",
            severity: .warning,
            arguments: [.init("name", id.value)],
            source: source,
            range: id.range
        )
    }

    /// A version of the language that this engine does not read.
    static func unsupportedVersion(_ version: Located<Int>, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "unsupported-version",
            arguments: [.init("version", version.value)],
            source: source,
            range: version.range
        )
    }

    /// A send with a computed name, a type or content that goes to nobody else.
    static func untargetedSend(at range: SourceRange, in source: SourceText) -> Diagnostic {
        Diagnostic(id: "untargeted-send", source: source, range: range)
    }

    /// An argument that no message, event or action takes.
    static func unusedArgument(
        _ name: Located<String>,
        of owner: String,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "unused-argument",
            severity: .warning,
            arguments: [.init("name", name.value), .init("owner", owner)],
            source: source,
            range: name.range
        )
    }

    /// A value of another kind than its key takes.
    static func wrongType(
        key: String,
        expected: String,
        found: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "wrong-type",
            arguments: [
                .init("key", key), .init("expected", expected), .init("found", found),
            ],
            source: source,
            range: range
        )
    }
}

extension Diagnostic {
    /// As many names as a sentence can hold.
    static func shown(_ names: [String]) -> [String] {
        names.count > 8 ? names.prefix(7) + ["…"] : names
    }
}

extension DiagnosticNote {
    /// The first of two declarations.
    static func firstHere(
        _ name: String,
        at range: SourceRange,
        in source: SourceText
    ) -> DiagnosticNote {
        DiagnosticNote(
            id: "first-declared",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }
}

/// What a name is for, which decides the characters it may have.
enum NameKind: String {
    case value, state, event, plain
}

/// How limits can contradict each other.
enum LimitConflict: String {
    /// A limit below one.
    case tooSmall
    /// A limit above what the engine allows.
    case tooLarge
    /// An initial value over the limit of its field.
    case initial
}

/// What is wrong with an argument of a message.
enum MessageArgumentProblem {
    case missing
    case kind(expected: String, found: String)

    var word: String { if case .missing = self { "missing" } else { "kind" } }
    var expected: String { if case .kind(let expected, _) = self { expected } else { "any" } }
    var found: String { if case .kind(_, let found) = self { found } else { "any" } }
}

/// Why a file gives no text.
enum SourceProblem {
    case directory, missing, unreadable, tooLarge

    var id: DiagnosticID {
        switch self {
        case .directory: "file-is-directory"
        case .missing: "file-missing"
        case .tooLarge: "file-too-large"
        case .unreadable: "file-unreadable"
        }
    }
}

extension SourceText {
    /// The offset at which the line of an offset begins.
    fileprivate func lineStart(at offset: Int) -> Int {
        lineRange(position(at: offset).line).lowerBound
    }
}
