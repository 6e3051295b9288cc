internal import PassoDiagnostics

/// The mistakes that only XML has, sorted by name.
extension Diagnostic {
    static func attributeLimit(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self {
        mistake("attribute-limit", [.init("limit", limit)], range, source)
    }

    static func badCharacterReference(
        _ text: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Self {
        mistake("bad-character-reference", [.init("text", text)], range, source)
    }

    static func badComment(at range: SourceRange, in source: SourceText) -> Self {
        mistake("bad-comment", [], range, source)
    }

    static func badXMLDeclaration(at range: SourceRange, in source: SourceText) -> Self {
        let right = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        return mistake(
            "bad-xml-declaration",
            [],
            range,
            source,
            fixIts: [.replace(range, with: right)]
        )
    }

    static func badXMLName(_ name: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("bad-xml-name", [.init("name", name)], range, source)
    }

    static func documentType(at range: SourceRange, in source: SourceText) -> Self {
        mistake("document-type", [], range, source)
    }

    static func duplicateAttribute(
        _ name: String,
        at range: SourceRange,
        first: SourceRange,
        in source: SourceText
    ) -> Self {
        mistake(
            "duplicate-attribute",
            [.init("name", name)],
            range,
            source,
            notes: [.firstPlace(name, at: first, in: source)]
        )
    }

    static func elementLimit(_ limit: Int, at range: SourceRange, in source: SourceText) -> Self {
        mistake("element-limit", [.init("limit", limit)], range, source)
    }

    static func emptyNamespace(_ prefix: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("empty-namespace", [.init("prefix", prefix)], range, source)
    }

    static func forbiddenCharacter(_ code: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        let fixIt = FixIt.remove(code, at: range)
        return mistake("forbidden-character", [.init("code", code)], range, source, fixIts: [fixIt])
    }

    static func mismatchedTag(
        _ found: String,
        expected: String,
        at range: SourceRange,
        opened: SourceRange,
        fixIt: FixIt,
        in source: SourceText
    ) -> Self {
        mistake(
            "mismatched-tag",
            [.init("found", found), .init("expected", expected)],
            range,
            source,
            notes: [.openedHere(at: opened, in: source)],
            fixIts: [fixIt]
        )
    }

    static func misplacedXMLDeclaration(at range: SourceRange, in source: SourceText) -> Self {
        let fixIt = FixIt.remove(source.text(in: range), at: range)
        return mistake("misplaced-xml-declaration", [], range, source, fixIts: [fixIt])
    }

    static func missingAttributeSpace(at offset: Int, in source: SourceText) -> Self {
        mistake(
            "missing-attribute-space",
            [],
            SourceRange(at: offset),
            source,
            fixIts: [.insert(" ", at: offset)]
        )
    }

    static func missingAttributeValue(_ name: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("missing-attribute-value", [.init("name", name)], range, source)
    }

    static func noRoot(at range: SourceRange, in source: SourceText) -> Self {
        mistake("no-root", [], range, source)
    }

    static func reservedNamespace(_ name: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("reserved-namespace", [.init("name", name)], range, source)
    }

    static func secondRoot(_ name: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("second-root", [.init("name", name)], range, source)
    }

    static func sectionEndInText(at range: SourceRange, in source: SourceText) -> Self {
        mistake(
            "section-end-in-text",
            [],
            range,
            source,
            fixIts: [.replace(range, with: "]]&gt;")]
        )
    }

    static func strayAmpersand(at offset: Int, closing end: Int?, in source: SourceText) -> Self {
        let range = SourceRange(offset, offset + 1)
        let closing = end.map { [FixIt.insert(";", at: $0)] } ?? []
        let fixIts = closing + [.replace(range, with: "&amp;")]
        return mistake("stray-ampersand", [], range, source, fixIts: fixIts)
    }

    static func strayEndTag(_ name: String, at range: SourceRange, in source: SourceText) -> Self {
        mistake("stray-end-tag", [.init("name", name)], range, source)
    }

    static func strayLessThan(at range: SourceRange, in source: SourceText) -> Self {
        let fixIt = FixIt.replace(range, with: "&lt;")
        return mistake("stray-less-than", [], range, source, fixIts: [fixIt])
    }

    static func textLimit(_ bytes: Int, limit: Int, at range: SourceRange, in source: SourceText)
        -> Self
    {
        let arguments: [DiagnosticArgument] = [.init("bytes", bytes), .init("limit", limit)]
        return mistake("text-limit", arguments, SourceRange(at: range.lowerBound), source)
    }

    static func textOutsideRoot(_ text: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("text-outside-root", [.init("text", text)], range, source)
    }

    static func unclosedElement(_ name: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        let fixIt = FixIt.insert("</\(name)>", at: source.utf8.count)
        return mistake("unclosed-element", [.init("name", name)], range, source, fixIts: [fixIt])
    }

    static func unclosedMarkup(
        _ start: String,
        end: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Self {
        let arguments: [DiagnosticArgument] = [.init("start", start), .init("end", end)]
        return mistake("unclosed-markup", arguments, range, source)
    }

    static func undeclaredPrefix(
        _ prefix: String,
        at range: SourceRange,
        nearest: String?,
        in source: SourceText
    ) -> Self {
        let fixIts = nearest.map { [FixIt.didYouMean($0, at: range)] } ?? []
        return mistake(
            "undeclared-prefix",
            [.init("prefix", prefix)],
            range,
            source,
            fixIts: fixIts
        )
    }

    static func unknownEntity(
        _ name: String,
        at range: SourceRange,
        nearest: String?,
        in source: SourceText
    ) -> Self {
        let escaped = FixIt.replace(range, with: "&amp;\(name);")
        let near = nearest.map { [FixIt.didYouMean("&\($0);", at: range)] } ?? []
        return mistake(
            "unknown-entity",
            [.init("name", name)],
            range,
            source,
            fixIts: near + [escaped]
        )
    }

    static func unquotedAttribute(_ name: String, value: SourceRange, in source: SourceText)
        -> Self
    {
        let quoted = "\"\(source.text(in: value))\""
        return mistake(
            "unquoted-attribute",
            [.init("name", name)],
            value,
            source,
            fixIts: [.replace(value, with: quoted)]
        )
    }

    static func unsupportedEncoding(_ name: String, at range: SourceRange, in source: SourceText)
        -> Self
    {
        mistake("unsupported-encoding", [.init("encoding", name)], range, source)
    }
}
