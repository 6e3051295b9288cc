internal import PassoDiagnostics

extension YAMLParser {
    /// Reads the lines of a mapping; the cursor is after the colon of its first key.
    ///
    /// - Parameters:
    ///   - first: the first key.
    ///   - mappingColumn: the column of the keys.
    ///   - parent: the column that every key is deeper than.
    /// - Returns: the mapping.
    mutating func blockMapping(first: Key, column mappingColumn: Int, parent: Int) -> TextNode {
        var entries = MappingBuilder()
        var end = first.end
        let start = first.node.map { ($0.alias ?? $0.range).lowerBound } ?? first.end - 1
        guard enter(at: SourceRange(start, end)) else { return missing(at: end) }
        defer { depth -= 1 }
        var accepted = mappingColumn
        var next: Key? = first
        while let key = next, !problems.isStopped {
            let value = blockNode(parent: key.column, position: .mappingValue)
            end = max(end, key.end, (value.alias ?? value.range).upperBound)
            add(key.node, value, to: &entries)
            next = nextKey(mappingColumn, parent: parent, accepted: &accepted)
        }
        return node(SourceRange(start, end), .mapping(entries.entries))
    }

    /// Adds an entry unless its key is one that cannot be kept.
    mutating func add(_ key: TextNode?, _ value: TextNode, to entries: inout MappingBuilder) {
        guard let key, let scalar = key.scalar else { return }
        let place = key.alias ?? key.range
        if scalar.text == "<<", scalar.style == .plain {
            report(.mergeKey(at: place, in: source))
        } else if let first = entries.add(TextEntry(key: key, value: value)) {
            report(.duplicateKey(scalar.text, at: place, first: first, in: source))
        }
    }

    /// Reads the next key of a mapping with its colon; nil when the mapping ends.
    private mutating func nextKey(
        _ mappingColumn: Int,
        parent: Int,
        accepted: inout Int
    ) -> Key? {
        while true {
            skipToContent()
            guard !isAtEnd, column > parent else { return nil }
            let keyColumn = column
            if keyColumn != mappingColumn, keyColumn != accepted {
                guard isKeyLine(place.index) || isIndicator(UInt8(ascii: "-")) else {
                    skipText()
                    continue
                }
                reportIndentation(expected: mappingColumn)
                accepted = keyColumn
            }
            if isIndicator(UInt8(ascii: "-")) {
                if keyColumn == mappingColumn {
                    let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
                    report(.expectedKey(at: range, in: source))
                }
                dropNode()
                continue
            }
            if var key = key(parent: parent, column: keyColumn) {
                key.column = keyColumn
                return key
            }
        }
    }

    /// Reports a line that belongs to nothing, and moves to its end.
    private mutating func skipText() {
        let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
        report(.unexpectedText(source.text(in: range), at: range, in: source))
        place.index = lineEnd(from: place.index)
    }

    /// Reads what should be a key with its colon.
    private mutating func key(parent: Int, column keyColumn: Int) -> Key? {
        let start = place.index
        let anchor = properties()
        if current == UInt8(ascii: "|") || current == UInt8(ascii: ">") {
            let node = blockScalar(parent: keyColumn)
            report(.expectedKey(at: node.range, in: source))
            return nil
        }
        switch head(parent: keyColumn, isKeyAllowed: true, isKeyRequired: true) {
        case .key(let key):
            if let node = key.node { remember(node, as: anchor) }
            return key
        case .value(let node):
            let range = node.alias ?? node.range
            if place.index == start { place.index = max(start + 1, lineEnd(from: start)) }
            guard let scalar = node.scalar, range.lowerBound >= start else {
                report(.expectedKey(at: range, in: source))
                return nil
            }
            return keyWithoutColon(node, scalar, range)
        }
    }

    /// Takes a line without a colon for a key, and says what is missing.
    mutating func keyWithoutColon(
        _ node: TextNode,
        _ scalar: TextScalar,
        _ range: SourceRange
    ) -> Key? {
        guard !range.isEmpty else { return nil }
        if let colon = missingSpace(in: scalar) {
            let key = SourceRange(range.lowerBound, colon)
            let name = source.text(in: key)
            report(.missingSpace(name, at: colon + 1, in: source))
            let keyNode = TextNode(
                range: key,
                content: .scalar(TextScalar(text: name, at: key.lowerBound))
            )
            place.index = colon + 1
            return Key(node: keyNode, column: 0, end: colon + 1)
        }
        report(.missingColon(scalar.text, at: range, in: source))
        return Key(node: node, column: 0, end: range.upperBound)
    }

    /// Finds the colon in a plain `key:value` on the cursor's line.
    private func missingSpace(in scalar: TextScalar) -> Int? {
        guard scalar.style == .plain, scalar.map.runs.isEmpty,
            let colon = scalar.text.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let length = scalar.text.utf8.distance(from: scalar.text.startIndex, to: colon)
        let name = scalar.text.utf8.prefix(length)
        guard length > 0, name.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "/") }),
            scalar.map.start >= place.lineStart
        else { return nil }
        return scalar.map.start + length
    }
}

/// Collects the entries of a mapping and finds keys that occur twice.
struct MappingBuilder {
    private(set) var entries: [TextEntry] = []
    private var places: [String: Int] = [:]

    /// Adds an entry whose key is new.
    ///
    /// - Returns: nil, or where an equal key stands; then the entry is not added.
    mutating func add(_ entry: TextEntry) -> SourceRange? {
        if let first = find(entry.name) {
            return entries[first].key.alias ?? entries[first].key.range
        }
        if entries.count == Self.searchLimit {
            for (index, known) in entries.enumerated() { places[known.name] = index }
        }
        if entries.count >= Self.searchLimit { places[entry.name] = entries.count }
        entries.append(entry)
        return nil
    }

    /// Up to this many keys a plain search is faster than a table.
    private static let searchLimit = 8

    private func find(_ name: String) -> Int? {
        if entries.count <= Self.searchLimit, places.isEmpty {
            return entries.firstIndex { $0.name == name }
        }
        return places[name]
    }
}
