internal import PassoDiagnostics

/// Says what is wrong where a scan ended.
///
/// Expat gives the offset and little more; what the author meant is read from the bytes of the part
/// that begins behind the last one that was good.
struct XMLDiagnosis {
    /// A mistake, and what to skip to read on.
    struct Finding {
        let diagnostic: Diagnostic
        var skipped: SourceRange?
        /// Whether what is skipped is an attribute or a part of one.
        var isAttribute = false
        /// Whether it only follows from what was found before.
        var isFollowing = false
    }

    let source: SourceText
    let bytes: [UInt8]
    let scan: ExpatScan
    let limits: XMLLimits

    /// The start tags that are open where the scan ended.
    let open: [SourceRange]

    /// Whether the root was closed before.
    let isBehindRoot: Bool

    /// Where the part begins that is wrong.
    let token: Int

    init(
        _ source: SourceText,
        _ bytes: [UInt8],
        _ scan: ExpatScan,
        start: Int,
        limits: XMLLimits
    ) {
        self.source = source
        self.bytes = bytes
        self.scan = scan
        self.limits = limits
        var open: [SourceRange] = []
        for event in scan.events {
            if event.kind == .start { open.append(event.range) }
            if event.kind == .end { open.removeLast() }
        }
        self.open = open
        isBehindRoot = open.isEmpty && scan.events.contains { $0.kind == .end }
        let first = XMLDeclaration.end(in: bytes, from: start) ?? start
        let end = scan.events.last?.range.upperBound ?? first
        token = XMLScan.skipSpace(
            bytes,
            from: scan.events.isEmpty && scan.place < first ? start : end
        )
    }

    /// Finds the mistake.
    func finding() -> Finding {
        switch scan.status {
        case .tooDeep:
            Finding(
                diagnostic: .nestingLimit(
                    limits.maximumDepth,
                    at: tagName(at: scan.place),
                    in: source
                )
            )
        case .tooManyElements:
            Finding(
                diagnostic: .elementLimit(
                    limits.maximumElements,
                    at: tagName(at: scan.place),
                    in: source
                )
            )
        case .noMemory:
            Finding(
                diagnostic: .sizeLimit(bytes.count, limit: limits.maximumBytes, in: source)
            )
        case .mismatch: mismatch()
        case .duplicateAttribute: duplicateAttribute()
        case .unknownEntity where bytes[scan.place] == UInt8(ascii: "&"),
            .badReference where bytes[scan.place] == UInt8(ascii: "&"):
            reference(at: scan.place, isAttribute: bytes[token] == UInt8(ascii: "<"))
        default: malformed()
        }
    }

    /// The name of the tag that begins at an offset, without its brackets.
    func tagName(at start: Int) -> SourceRange {
        SourceRange(start + 1, XMLScan.nameEnd(bytes, from: start + 1))
    }

    func has(_ text: StaticString, at offset: Int) -> Bool {
        XMLScan.has(text, in: bytes, at: offset)
    }

    /// The character at an offset.
    func character(at offset: Int) -> SourceRange {
        guard offset < bytes.count else { return SourceRange(at: bytes.count) }
        return SourceRange(offset, offset + max(1, UTF8Scan.length(of: bytes, at: offset)))
    }

    func text(_ range: SourceRange) -> String { source.text(in: range) }
}

extension XMLDiagnosis {
    private func mismatch() -> Finding {
        let name = SourceRange(scan.place, XMLScan.nameEnd(bytes, from: scan.place))
        let names = open.map { text(tagName(at: $0.lowerBound)) }
        guard let tag = open.last, let expected = names.last else { return malformed() }
        // An outer element of that name is open: the inner one lacks its end.
        let isOuter = names.dropLast().contains(text(name))
        let repair =
            isOuter
            ? FixIt.insert("</\(expected)>", at: name.lowerBound - 2)
            : FixIt.replace(name, with: expected)
        return Finding(
            diagnostic: .mismatchedTag(
                text(name),
                expected: expected,
                at: name,
                opened: tagName(at: tag.lowerBound),
                fixIt: repair,
                in: source
            )
        )
    }

    private func duplicateAttribute() -> Finding {
        let attributes = XMLTagScan(bytes, at: token).attributes
        guard let second = attributes.first(where: { $0.name.lowerBound == scan.place }),
            let first = attributes.first(where: { text($0.name) == text(second.name) })
        else { return malformed() }
        return Finding(
            diagnostic: .duplicateAttribute(
                text(second.name),
                at: second.name,
                first: first.name,
                in: source
            ),
            skipped: SourceRange(second.name.lowerBound, second.value.upperBound + 1),
            isAttribute: true
        )
    }

    func reference(at start: Int, isAttribute: Bool) -> Finding {
        let reference = XMLReference(bytes, at: start)
        let range = reference.range
        let name = reference.name(in: source)
        let skipped = SourceRange(start, range.upperBound)
        func finding(_ diagnostic: Diagnostic) -> Finding {
            Finding(diagnostic: diagnostic, skipped: skipped, isAttribute: isAttribute)
        }
        if name.hasPrefix("#"), reference.isClosed {
            return finding(.badCharacterReference(text(range), at: range, in: source))
        }
        guard reference.isClosed else {
            let end = XMLReference.predefined[name] == nil ? nil : range.upperBound
            return finding(.strayAmpersand(at: start, closing: end, in: source))
        }
        let near = nearest(to: name, in: XMLReference.predefined.keys.sorted())
        return finding(.unknownEntity(name, at: range, nearest: near, in: source))
    }

    /// Finds what a part of the text is that is not well-formed.
    func malformed() -> Finding {
        if let finding = forbiddenCharacter() { return finding }
        guard token < bytes.count else { return unfinished() }
        if bytes[token] == UInt8(ascii: "<") { return markup() }
        guard !open.isEmpty else { return textOutside() }
        if bytes[token] == UInt8(ascii: "&") { return reference(at: token, isAttribute: false) }
        if let end = XMLScan.find("]]>", in: bytes, from: token), end < scan.place {
            let range = SourceRange(end, end + 3)
            return Finding(
                diagnostic: .sectionEndInText(at: range, in: source),
                skipped: range
            )
        }
        return stray(character(at: scan.place))
    }

    func stray(_ range: SourceRange) -> Finding {
        Finding(diagnostic: .unexpectedText(text(range), at: range, in: source))
    }

    private func forbiddenCharacter() -> Finding? {
        let range = character(at: scan.place)
        guard let scalar = text(range).unicodeScalars.first, !XMLEscape.isAllowed(scalar) else {
            return nil
        }
        let code = UTF8Scan.code(bytes, at: range.lowerBound, length: range.count)
        return Finding(
            diagnostic: .forbiddenCharacter(code, at: range, in: source),
            skipped: range,
            isAttribute: token < bytes.count && bytes[token] == UInt8(ascii: "<")
        )
    }

    private func unfinished() -> Finding {
        guard let tag = open.last else { return noRoot() }
        if let last = scan.events.last, last.kind == .cdata, !isClosed(last.range) {
            let start = last.range.lowerBound
            return unclosed(SourceRange(start, start + 9), with: "]]>")
        }
        let name = tagName(at: tag.lowerBound)
        return Finding(diagnostic: .unclosedElement(text(name), at: name, in: source))
    }

    /// A file without an element; it is said once, and not where something else was wrong already.
    private func noRoot() -> Finding {
        let isBlank = bytes.allSatisfy(XMLScan.isSpace)
        return Finding(
            diagnostic: isBlank
                ? .emptyFile(in: source) : .noRoot(at: SourceRange(at: bytes.count), in: source),
            isFollowing: true
        )
    }

    private func isClosed(_ section: SourceRange) -> Bool {
        section.count >= 12 && has("]]>", at: section.upperBound - 3)
    }

    func unclosed(_ opening: SourceRange, with end: String) -> Finding {
        Finding(diagnostic: .unclosedMarkup(text(opening), end: end, at: opening, in: source))
    }

    private func textOutside() -> Finding {
        let end = bytes[token...].prefix { $0 != UInt8(ascii: "<") && $0 != 0x0A && $0 != 0x0D }
        let range = SourceRange(token, end.endIndex)
        return Finding(
            diagnostic: .textOutsideRoot(text(range), at: range, in: source),
            skipped: range
        )
    }
}
