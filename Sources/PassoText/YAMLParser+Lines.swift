internal import PassoDiagnostics

extension YAMLParser {
    /// The byte at the cursor; 0 at the end of the file.
    var current: UInt8 { byte(place.index) }

    /// Returns a byte, or 0 behind the end of the file.
    func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    /// Moves the cursor, but never behind the end of the file.
    mutating func advance(by count: Int = 1) {
        place.index = min(place.index + count, bytes.count)
    }

    /// The column of the cursor, counted from 0.
    var column: Int { place.index - place.lineStart + place.tabColumns }

    /// Whether there is no more content in this document.
    var isAtEnd: Bool {
        place.index >= bytes.count || isMarker(UInt8(ascii: "-")) || isMarker(UInt8(ascii: "."))
    }

    /// Tells whether `---` or `...` stands at the cursor.
    func isMarker(_ character: UInt8) -> Bool {
        place.index == place.lineStart && isMarker(character, at: place.index)
    }

    /// Tells whether `---` or `...` stands at the start of a line.
    func isMarker(_ character: UInt8, at index: Int) -> Bool {
        byte(index) == character && byte(index + 1) == character && byte(index + 2) == character
            && isSeparator(index + 3)
    }

    /// Tells whether white space, a line break or the end of the file stands at an index.
    func isSeparator(_ index: Int) -> Bool {
        index >= bytes.count || Self.isBlank(bytes[index]) || Self.isBreak(bytes[index])
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether a comment starts at an index: `#` after white space or at the start of a line.
    func isComment(_ index: Int) -> Bool {
        guard byte(index) == UInt8(ascii: "#") else { return false }
        return index == 0 || index == place.lineStart || isSeparator(index - 1)
    }

    /// Returns the end of the line without its break.
    func lineEnd(from index: Int) -> Int {
        var end = index
        while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
        return end
    }

    /// Returns the end of the line without white space and comment.
    func trimmedLineEnd(from index: Int) -> Int {
        var end = index
        var content = index
        while end < bytes.count, !Self.isBreak(bytes[end]) {
            if bytes[end] == UInt8(ascii: "#"), end > index, Self.isBlank(bytes[end - 1]) { break }
            if !Self.isBlank(bytes[end]) { content = end + 1 }
            end += 1
        }
        return content
    }

    /// Returns the index after a line break.
    func afterBreak(_ index: Int) -> Int {
        let isPair = byte(index) == 0x0D && byte(index + 1) == 0x0A
        return index < bytes.count ? index + (isPair ? 2 : 1) : index
    }
}

extension YAMLParser {
    /// Moves over white space, comments and line breaks to the next content.
    ///
    /// At the start of each line its indentation is measured, where tabs are refused.
    mutating func skipToContent() {
        while place.index < bytes.count {
            skipBlanks()
            if isComment(place.index) { place.index = lineEnd(from: place.index) }
            guard Self.isBreak(current) else { return }
            startLine(at: afterBreak(place.index))
            measureIndentation()
        }
    }

    /// Moves over spaces and tabs.
    mutating func skipBlanks() {
        while Self.isBlank(current) { place.index += 1 }
    }

    /// Moves the cursor to the start of a line.
    mutating func startLine(at index: Int) {
        place = Place(index: index, lineStart: index)
    }

    /// Moves over the indentation of a line and refuses tabs in it, unless the line is empty.
    mutating func measureIndentation() {
        while current == 0x20 { place.index += 1 }
        if current >= 0xC2 { refuseUnusualSpaces() }
        guard current == 0x09 else { return }
        let tabs = place.index
        skipBlanks()
        guard place.index < bytes.count, !Self.isBreak(current), !isComment(place.index) else {
            return
        }
        refuseTabs(from: tabs)
    }

    /// Refuses no-break spaces and the like in the indentation, which look like spaces.
    ///
    /// Each counts as one column.
    private mutating func refuseUnusualSpaces() {
        let start = place.index
        var code = ""
        var count = 0
        while place.index < bytes.count {
            let length = UTF8Scan.length(of: bytes, at: place.index)
            let value = UTF8Scan.value(bytes, at: place.index, length: length)
            guard Self.isUnusualSpace(value) || value == 0x20 else { break }
            if code.isEmpty { code = UTF8Scan.code(bytes, at: place.index, length: length) }
            count += 1
            place.index += length
        }
        guard count > 0 else { return }
        place.tabColumns = count - (place.index - start)
        guard place.lineStart > lastTabLine else { return }
        lastTabLine = place.lineStart
        let range = SourceRange(start, place.index)
        let fixIt = FixIt(
            id: "indent-with-spaces",
            range: range,
            replacement: String(repeating: " ", count: count)
        )
        report(.unusualSpace(code, at: range, in: source, fixIts: [fixIt]))
    }

    /// The characters of the general category Zs but the space, and the zero-width space.
    private static func isUnusualSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Lets the tabs between an index and the cursor count as spaces, and reports them once.
    mutating func refuseTabs(from tabs: Int) {
        let tabCount = bytes[tabs..<place.index].count { $0 == 0x09 }
        place.tabColumns = tabCount * (indentUnit - 1)
        guard place.lineStart > lastTabLine else { return }
        let indentation = SourceRange(place.lineStart, place.index)
        let spaces = String(repeating: " ", count: column)
        if lastTabLine >= 0, isLineBefore(lastTabLine) {
            problems.extendLastRepair(over: indentation, writing: spaces)
        } else {
            let fixIt = FixIt(id: "indent-with-spaces", range: indentation, replacement: spaces)
            let range = SourceRange(tabs, place.index)
            report(.tabIndentation(at: range, in: source, fixIts: [fixIt]))
        }
        lastTabLine = place.lineStart
    }

    /// Tells whether a line is the one before the current one and its mistake the last.
    private func isLineBefore(_ start: Int) -> Bool {
        let end = lineEnd(from: start)
        return afterBreak(end) == place.lineStart
            && problems.diagnostics.last?.id == "tab-indentation"
    }

    /// Ends a line after a value: only white space and a comment may follow.
    mutating func finishLine() {
        skipBlanks()
        guard place.index < bytes.count, !Self.isBreak(current), !isComment(place.index) else {
            return
        }
        let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
        report(.unexpectedText(source.text(in: range), at: range, in: source))
        place.index = max(place.index, lineEnd(from: range.upperBound))
    }
}
