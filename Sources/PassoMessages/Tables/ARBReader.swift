internal import PassoDiagnostics
internal import PassoText

/// Makes a table of the tree of an ARB file.
struct ARBReader {
    let source: SourceText
    let limits: MessageLimits
    var diagnostics: [Diagnostic]

    mutating func table(of node: TextNode) -> StringTable? {
        guard let members = node.mapping else {
            diagnostics.append(.tableNotObject(in: source, at: node.range))
            return nil
        }
        var locale: String?
        var localeRange: SourceRange?
        var entries: [StringEntry] = []
        var attributes: [TextEntry] = []
        var metadata: [String: TextEntry] = [:]
        for member in members {
            switch ARBMember(member.name) {
            case .locale:
                locale = readLocale(member)
                localeRange = member.value.range
            case .attribute: attributes.append(member)
            case .metadata(let key): metadata[key] = member
            case .message:
                if let entry = readEntry(member) { entries.append(entry) }
            }
        }
        let orphans = describe(&entries, by: metadata, in: members)
        guard let locale else {
            reportMissingLocale(node, members)
            return nil
        }
        var table = StringTable(
            locale: locale,
            entries: entries,
            source: source,
            attributes: attributes
        )
        table.orphanMetadata = orphans
        table.localeRange = localeRange
        return table
    }

    private mutating func readLocale(_ member: TextEntry) -> String? {
        guard let text = text(of: member.value), let locale = LocaleName.canonical(text) else {
            let text = member.value.scalar?.text ?? ""
            diagnostics.append(.tableLocale(text, in: source, at: member.value.range))
            return nil
        }
        return locale
    }

    private mutating func reportMissingLocale(_ node: TextNode, _ members: [TextEntry]) {
        guard !members.contains(where: { ARBMember($0.name) == .locale }) else { return }
        diagnostics.append(.tableLocaleMissing(in: source, at: node.range))
    }

    private mutating func readEntry(_ member: TextEntry) -> StringEntry? {
        guard let scalar = member.value.scalar, scalar.style != .plain else {
            diagnostics.append(.tableValue(member.name, in: source, at: member.value.range))
            return nil
        }
        var entry = StringEntry(key: member.name, pattern: scalar.text, limits: limits)
        entry.keyRange = member.key.range
        entry.valueRange = member.value.range
        entry.scalar = scalar
        for problem in entry.problems {
            let range = scalar.sourceRange(of: problem.range)
            diagnostics.append(.message(problem, key: member.name, in: source, at: range))
        }
        return entry
    }

    /// Gives the entries their metadata; returns those that belong to none.
    private mutating func describe(
        _ entries: inout [StringEntry],
        by metadata: [String: TextEntry],
        in members: [TextEntry]
    ) -> [TextEntry] {
        for index in entries.indices {
            guard let member = metadata[entries[index].key] else { continue }
            entries[index].metadataRange = member.value.range
            read(member, into: &entries[index])
        }
        let keys = Set(members.map(\.name))
        var orphans: [TextEntry] = []
        for member in members {
            guard case .metadata(let key) = ARBMember(member.name), !keys.contains(key) else {
                continue
            }
            orphans.append(member)
            let near = nearest(to: key, in: entries.map(\.key))
            diagnostics.append(
                .tableOrphanMetadata(key, nearest: near, in: source, at: member.key.range)
            )
        }
        return orphans
    }

    private mutating func read(_ metadata: TextEntry, into entry: inout StringEntry) {
        guard let members = metadata.value.mapping else {
            report(metadata, of: entry.key, expected: "object")
            return
        }
        entry.metadata = members
        for member in members {
            switch member.name {
            case "description": entry.description = readText(member, of: entry.key)
            case "x-screenshot": entry.screenshot = readText(member, of: entry.key)
            case "x-maxLength": entry.maximumLength = readLength(member, of: entry.key)
            case "placeholders": entry.placeholders = readPlaceholders(member, of: entry.key)
            default: entry.otherMetadata.append(member)
            }
        }
    }

    private mutating func readPlaceholders(
        _ member: TextEntry,
        of key: String
    ) -> [StringPlaceholder] {
        guard let placeholders = member.value.mapping else {
            report(member, of: key, expected: "object")
            return []
        }
        return placeholders.map { placeholder in
            guard placeholder.value.mapping != nil else {
                report(placeholder, of: key, expected: "object")
                return StringPlaceholder(name: placeholder.name)
            }
            let members = placeholder.value.mapping ?? []
            func text(_ name: String) -> String? {
                members.first { $0.name == name }.flatMap { readText($0, of: key) }
            }
            return StringPlaceholder(
                name: placeholder.name,
                type: text("type"),
                example: text("example")
            )
        }
    }

    private mutating func readText(_ member: TextEntry, of key: String) -> String? {
        guard let text = text(of: member.value) else {
            report(member, of: key, expected: "text")
            return nil
        }
        return text
    }

    private mutating func readLength(_ member: TextEntry, of key: String) -> Int? {
        guard case .int(let length)? = member.value.scalar?.value, length > 0,
            let length = Int(exactly: length)
        else {
            report(member, of: key, expected: "integer")
            return nil
        }
        return length
    }

    private func text(of node: TextNode) -> String? {
        guard let scalar = node.scalar, scalar.style != .plain else { return nil }
        return scalar.text
    }

    private mutating func report(_ member: TextEntry, of key: String, expected: String) {
        diagnostics.append(
            .tableMetadata(
                member.name,
                of: key,
                expected: expected,
                in: source,
                at: member.value.range
            )
        )
    }
}
