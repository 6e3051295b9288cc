internal import PassoDiagnostics

extension XMLDiagnosis {
    /// Finds what is wrong with what begins with `<`.
    func markup() -> Finding {
        let next = token + 1
        if has("<!--", at: token) { return comment() }
        if has("<![CDATA[", at: token) { return section() }
        if has("<?", at: token) { return instruction() }
        if has("</", at: token) { return endTag() }
        if isDocumentType {
            let range = SourceRange(token, token + 9)
            return Finding(diagnostic: .documentType(at: range, in: source))
        }
        guard next < bytes.count, XMLScan.isNameStart(bytes[next]) else {
            let range = SourceRange(token, next)
            return Finding(
                diagnostic: .strayLessThan(at: range, in: source),
                skipped: range
            )
        }
        if isBehindRoot {
            let name = tagName(at: token)
            return Finding(diagnostic: .secondRoot(text(name), at: name, in: source))
        }
        return startTag()
    }

    private var isDocumentType: Bool {
        let start = bytes[token...].prefix(9)
        return start.count == 9
            && String(decoding: start, as: UTF8.self).uppercased() == "<!DOCTYPE"
    }

    private func comment() -> Finding {
        guard let dashes = XMLScan.find("--", in: bytes, from: token + 4),
            XMLScan.find("-->", in: bytes, from: token + 4) != nil
        else { return unclosed(SourceRange(token, token + 4), with: "-->") }
        let range = SourceRange(dashes, dashes + 2)
        return Finding(
            diagnostic: .badComment(at: range, in: source),
            skipped: SourceRange(dashes, dashes + 1)
        )
    }

    private func section() -> Finding {
        let range = SourceRange(token, token + 9)
        return open.isEmpty ? stray(range) : unclosed(range, with: "]]>")
    }

    private func instruction() -> Finding {
        let target = SourceRange(token + 2, XMLScan.nameEnd(bytes, from: token + 2))
        guard let end = XMLScan.find("?>", in: bytes, from: token) else {
            return unclosed(SourceRange(token, target.upperBound), with: "?>")
        }
        let range = SourceRange(token, end + 2)
        guard text(target).lowercased() == "xml" else { return stray(range) }
        if scan.events.isEmpty, scan.status == .badDeclaration, isAtStart {
            return Finding(diagnostic: .badXMLDeclaration(at: range, in: source))
        }
        return Finding(
            diagnostic: .misplacedXMLDeclaration(at: range, in: source),
            skipped: range
        )
    }

    private var isAtStart: Bool {
        token == 0 || (token == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    private func endTag() -> Finding {
        let name = SourceRange(token + 2, XMLScan.nameEnd(bytes, from: token + 2))
        if open.isEmpty {
            let end = XMLScan.find(">", in: bytes, from: token).map { $0 + 1 }
            return Finding(
                diagnostic: .strayEndTag(text(name), at: name, in: source),
                skipped: end.map { SourceRange(token, $0) }
            )
        }
        let after = XMLScan.skipSpace(bytes, from: name.upperBound)
        if after >= bytes.count || bytes[after] == UInt8(ascii: "<") {
            return unclosed(SourceRange(token, name.upperBound), with: ">")
        }
        return stray(character(at: max(after, min(scan.place, bytes.count))))
    }

    private func startTag() -> Finding {
        let tag = XMLTagScan(bytes, at: token)
        switch tag.mistake {
        case .unquotedValue(let value, let name):
            return Finding(
                diagnostic: .unquotedAttribute(text(name), value: value, in: source),
                skipped: SourceRange(name.lowerBound, value.upperBound),
                isAttribute: true
            )
        case .missingValue(let name):
            return Finding(
                diagnostic: .missingAttributeValue(text(name), at: name, in: source),
                skipped: skipped(valueless: name),
                isAttribute: true
            )
        case .missingSpace(let offset):
            return Finding(diagnostic: .missingAttributeSpace(at: offset, in: source))
        case .lessThan(let offset):
            let range = SourceRange(offset, offset + 1)
            return Finding(
                diagnostic: .strayLessThan(at: range, in: source),
                skipped: range,
                isAttribute: true
            )
        case .reference(let offset): return reference(at: offset, isAttribute: true)
        case .unclosedValue(let quote):
            let closing = FixIt.insert(text(quote), at: valueEnd(from: quote.upperBound))
            return Finding(
                diagnostic: .unclosedQuote(text(quote), at: quote, closing: closing, in: source)
            )
        case .unclosed:
            return unclosed(SourceRange(token, tag.name.upperBound), with: ">")
        case .stray(let range): return stray(range)
        case nil: return stray(character(at: scan.place))
        }
    }

    /// A name without a value, with an equals sign behind it.
    private func skipped(valueless name: SourceRange) -> SourceRange {
        let next = XMLScan.skipSpace(bytes, from: name.upperBound)
        let hasSign = next < bytes.count && bytes[next] == UInt8(ascii: "=")
        return SourceRange(name.lowerBound, hasSign ? next + 1 : name.upperBound)
    }

    /// Where a value ends whose quote is missing: before the end of the tag, or else the first blank.
    private func valueEnd(from start: Int) -> Int {
        let end = bytes[start...].prefix { $0 != UInt8(ascii: "<") && $0 != 0x0A }.endIndex
        if let tagEnd = bytes[start..<end].lastIndex(of: UInt8(ascii: ">")) {
            return tagEnd > start && bytes[tagEnd - 1] == UInt8(ascii: "/") ? tagEnd - 1 : tagEnd
        }
        return bytes[start..<end].firstIndex(where: XMLScan.isSpace) ?? end
    }
}
