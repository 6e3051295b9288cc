package import PassoDiagnostics

/// The mistakes that the readers find, sorted by name.
extension Diagnostic {
    static func aliasLimit(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self {
        mistake("alias-limit", [.init("limit", limit)], range, source)
    }

    static func aliasOfItself(_ name: String, at range: SourceRange, in source: SourceText) -> Self
    {
        mistake("alias-of-itself", [.init("name", name)], range, source)
    }

    static func badAnchor(_ name: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("bad-anchor", [.init("name", name)], range, source)
    }

    static func badBlockHeader(_ text: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("bad-block-header", [.init("text", text)], range, source)
    }

    /// A backslash is followed by something that is no escape.
    package static func badEscape(
        _ text: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("bad-escape", [.init("text", text)], range, source, fixIts: fixIts)
    }

    static func badIndentation(
        _ column: Int,
        expected: Int,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        let arguments: [DiagnosticArgument] = [
            .init("spaces", column), .init("expected", expected),
        ]
        return mistake("bad-indentation", arguments, range, source, fixIts: fixIts)
    }

    static func badNumber(
        _ text: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("bad-number", [.init("text", text)], range, source, fixIts: fixIts)
    }

    static func binaryFile(_ code: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("binary-file", [.init("code", code)], range, source)
    }

    static func commentInJSON(at range: SourceRange, in source: SourceText) -> Self {
        let fixIt = FixIt(id: "remove-comment", range: range, replacement: "")
        return mistake("comment-in-json", [], range, source, fixIts: [fixIt])
    }

    static func complexKey(at range: SourceRange, in source: SourceText) -> Self {
        mistake("complex-key", [], range, source)
    }

    /// A control character stands where it must be an escape.
    package static func controlCharacter(
        _ code: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("control-character", [.init("code", code)], range, source, fixIts: fixIts)
    }

    static func duplicateKey(
        _ name: String,
        at range: SourceRange,
        first: SourceRange,
        in source: SourceText
    ) -> Self {
        mistake(
            "duplicate-key",
            [.init("name", name)],
            range,
            source,
            notes: [.firstPlace(name, at: first, in: source)]
        )
    }

    static func emptyFile(in source: SourceText) -> Self {
        mistake("empty-file", [], SourceRange(at: 0), source)
    }

    static func expectedItem(at range: SourceRange, in source: SourceText) -> Self {
        let fixIt = FixIt.insert("- ", at: range.lowerBound)
        return mistake("expected-item", [], range, source, fixIts: [fixIt])
    }

    static func expectedKey(at range: SourceRange, in source: SourceText) -> Self {
        mistake("expected-key", [], range, source)
    }

    static func expectedValue(
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("expected-value", [], range, source, fixIts: fixIts)
    }

    static func invalidUTF8(_ byte: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("invalid-utf8", [.init("byte", byte)], range, source)
    }

    static func loneSurrogate(_ text: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("lone-surrogate", [.init("text", text)], range, source)
    }

    static func mergeKey(at range: SourceRange, in source: SourceText) -> Self {
        mistake("merge-key", [], range, source)
    }

    static func mismatchedBracket(
        _ found: String,
        expected: String,
        at range: SourceRange,
        opened: SourceRange,
        in source: SourceText
    ) -> Self {
        mistake(
            "mismatched-bracket",
            [.init("found", found), .init("expected", expected)],
            range,
            source,
            notes: [.openedHere(at: opened, in: source)],
            fixIts: [.replace(range, with: expected)]
        )
    }

    static func missingColon(_ name: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake(
            "missing-colon",
            [.init("name", name)],
            range,
            source,
            fixIts: [.insert(":", at: range.upperBound)]
        )
    }

    static func missingComma(at offset: Int, in source: SourceText) -> Self {
        mistake(
            "missing-comma",
            [],
            SourceRange(at: offset),
            source,
            fixIts: [.insert(",", at: offset)]
        )
    }

    static func missingSpace(_ name: String, at offset: Int, in source: SourceText) -> Self {
        mistake(
            "missing-space",
            [.init("name", name)],
            SourceRange(at: offset),
            source,
            fixIts: [.insert(" ", at: offset)]
        )
    }

    static func multilineKey(at range: SourceRange, in source: SourceText) -> Self {
        mistake("multiline-key", [], range, source)
    }

    static func namelessKey(at range: SourceRange, in source: SourceText) -> Self {
        mistake("nameless-key", [], range, source)
    }

    static func nestingLimit(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self {
        mistake("nesting-limit", [.init("limit", limit)], range, source)
    }

    static func nodeLimit(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self {
        mistake("node-limit", [.init("limit", limit)], range, source)
    }

    static func reservedIndicator(
        _ character: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        let arguments = [DiagnosticArgument("character", character)]
        return mistake("reserved-indicator", arguments, range, source, fixIts: fixIts)
    }

    static func sequenceOnKeyLine(at range: SourceRange, in source: SourceText) -> Self {
        mistake("sequence-on-key-line", [], range, source)
    }

    static func severalDocuments(at range: SourceRange, in source: SourceText) -> Self {
        mistake("several-documents", [], range, source)
    }

    static func sizeLimit(_ size: Int, limit: Int, in source: SourceText) -> Self {
        let arguments: [DiagnosticArgument] = [.init("bytes", size), .init("limit", limit)]
        return mistake("size-limit", arguments, SourceRange(at: 0), source)
    }

    static func tabIndentation(
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("tab-indentation", [], range, source, fixIts: fixIts)
    }

    static func tooManyMistakes(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self
    {
        mistake("too-many-mistakes", [.init("limit", limit)], range, source)
    }

    static func trailingComma(at range: SourceRange, in source: SourceText) -> Self {
        mistake("trailing-comma", [], range, source, fixIts: [.remove(",", at: range)])
    }

    static func unclosedBracket(
        _ bracket: String,
        at range: SourceRange,
        closing: FixIt,
        in source: SourceText
    ) -> Self {
        let arguments = [DiagnosticArgument("bracket", bracket)]
        return mistake("unclosed-bracket", arguments, range, source, fixIts: [closing])
    }

    /// A quotation mark is never closed.
    package static func unclosedQuote(
        _ quote: String,
        at range: SourceRange,
        closing: FixIt,
        in source: SourceText
    ) -> Self {
        let arguments = [DiagnosticArgument("quote", quote)]
        return mistake("unclosed-quote", arguments, range, source, fixIts: [closing])
    }

    static func unescapedApostrophe(at range: SourceRange, in source: SourceText) -> Self {
        mistake(
            "unescaped-apostrophe",
            [],
            range,
            source,
            fixIts: [.insert("'", at: range.lowerBound)]
        )
    }

    /// Something stands where it cannot stand.
    package static func unexpectedText(
        _ text: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("unexpected-text", [.init("text", text)], range, source, fixIts: fixIts)
    }

    static func unknownAlias(
        _ name: String,
        at range: SourceRange,
        nearest: String?,
        in source: SourceText
    ) -> Self {
        let fixIts = nearest.map { [FixIt.didYouMean($0, at: range, writing: "*\($0)")] }
        return mistake(
            "unknown-alias",
            [.init("name", name)],
            range,
            source,
            fixIts: fixIts ?? []
        )
    }

    static func unquotedColon(
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt] = []
    ) -> Self {
        mistake("unquoted-colon", [], range, source, fixIts: fixIts)
    }

    static func unquotedText(_ text: String, at range: SourceRange, in source: SourceText) -> Self {
        let fixIt = FixIt.replace(range, with: "\"\(text)\"")
        return mistake("unquoted-text", [.init("text", text)], range, source, fixIts: [fixIt])
    }

    static func unsupportedDirective(_ text: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake(
            "unsupported-directive",
            [.init("text", text)],
            range,
            source,
            fixIts: [.remove(text, at: range)]
        )
    }

    static func unsupportedEncoding(_ name: String, in source: SourceText) -> Self {
        unsupportedEncoding(name, at: SourceRange(0, 2), in: source)
    }

    static func unsupportedTag(_ tag: String, at range: SourceRange, in source: SourceText) -> Self
    {
        mistake(
            "unsupported-tag",
            [.init("tag", tag)],
            range,
            source,
            fixIts: [.remove(tag, at: range)]
        )
    }

    static func unusualSpace(
        _ code: String,
        at range: SourceRange,
        in source: SourceText,
        fixIts: [FixIt]
    ) -> Self {
        mistake("unusual-space", [.init("code", code)], range, source, fixIts: fixIts)
    }

    /// The most bytes that a repair writes.
    static let longestReplacement = 4_096

    static func mistake(
        _ id: DiagnosticID,
        _ arguments: [DiagnosticArgument],
        _ range: SourceRange,
        _ source: SourceText,
        notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = []
    ) -> Self {
        Diagnostic(
            id: id,
            arguments: arguments.map(\.clipped),
            source: source,
            range: range,
            notes: notes,
            fixIts: fixIts.compactMap(\.clipped)
        )
    }
}

extension DiagnosticArgument {
    /// The argument, cut when it is very long: a hundred mistakes must not hold a hundred copies
    /// of the file.
    var clipped: Self {
        guard case .string(let text) = value, text.utf8.count > 200 else { return self }
        var start = String.UnicodeScalarView()
        start.append(contentsOf: text.unicodeScalars.prefix(50))
        return DiagnosticArgument(name, String(start) + "…")
    }
}

extension FixIt {
    /// The repair with short arguments; nil when it would write very much.
    var clipped: Self? {
        guard replacement.utf8.count <= Diagnostic.longestReplacement else { return nil }
        var result = self
        result.arguments = arguments.map(\.clipped)
        return result
    }
}

extension DiagnosticNote {
    /// Where something stands first that may stand once.
    package static func firstPlace(
        _ name: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Self {
        DiagnosticNote(
            id: "first-place",
            arguments: [DiagnosticArgument("name", name).clipped],
            source: source,
            range: range
        )
    }

    static func openedHere(at range: SourceRange, in source: SourceText) -> Self {
        DiagnosticNote(id: "opened-here", source: source, range: range)
    }
}
