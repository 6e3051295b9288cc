internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

extension CatalogCheck {
    /// A key that no definition and no program names.
    ///
    /// Keys that are put together at run time or shown by hosts are declared in the template, with
    /// `*` for all that begin so: `"@@x-used": ["viewers", "reservation.*"]`. Without any look at
    /// definitions and programs nothing is said.
    static let unusedKeys = CatalogCheck("string-unused", .warning, .bundle(findUnusedKeys))

    private static func findUnusedKeys(_ bundle: CheckedBundle) -> [CheckFinding] {
        guard let uses = bundle.desk.uses else { return [] }
        let template = bundle.catalog.template
        let declared = template.attributes.first { $0.name == "@@x-used" }?.value.texts ?? []
        let open = declared.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
        let prefixes = uses.prefixes.union(open)
        let named = uses.mentioned.union(declared)
        let type = bundle.typeName
        return template.entries.compactMap { entry in
            guard !named.contains(entry.key), !entry.key.begins(with: prefixes),
                !uses.members.contains(KeyUses.typedName("\(type).\(entry.key)")),
                !bundle.desk.allows(unusedKeys, entry, in: template.locale)
            else { return nil }
            return bundle.finding(unusedKeys, entry.key, bundle.file, entry.keyRange)
        }
    }

    /// A key that a definition or a program needs and the template lacks.
    static let undefinedKeys = CatalogCheck("string-undefined", .error, .bundle(findUndefinedKeys))

    private static func findUndefinedKeys(_ bundle: CheckedBundle) -> [CheckFinding] {
        let template = bundle.catalog.template
        return (bundle.desk.uses?.needed ?? []).compactMap { use in
            guard use.bundle == bundle.catalog.name, template[use.key] == nil else { return nil }
            let near = nearest(to: use.key, in: template.keys)
            return bundle.finding(
                undefinedKeys,
                use.key,
                use.source,
                use.range,
                fixIts: near.map { [.didYouMean($0, at: use.range)] } ?? []
            )
        }
    }
}

extension CheckedBundle {
    /// The Swift type of the bundle's typed keys: its own name for it, or the bundle's in capitals.
    fileprivate var typeName: String {
        let own = catalog.template.attributes.first { $0.name == "@@x-swift-name" }
        return own?.value.scalar?.text ?? catalog.name.prefix(1).uppercased()
            + catalog.name.dropFirst()
    }

    fileprivate func finding(
        _ check: CatalogCheck,
        _ key: String,
        _ source: SourceText,
        _ range: SourceRange?,
        fixIts: [FixIt] = []
    ) -> CheckFinding {
        CheckFinding(
            diagnostic: Diagnostic(
                id: check.id,
                severity: check.severity,
                arguments: [.init("key", key), .init("bundle", catalog.name)],
                source: source,
                range: range ?? SourceRange(at: 0),
                fixIts: fixIts
            ),
            isRepairSafe: false
        )
    }
}

extension String {
    /// Whether one of the prefixes is the beginning, and not the whole.
    fileprivate func begins(with prefixes: Set<String>) -> Bool {
        var end = startIndex
        while end < endIndex {
            if end > startIndex, prefixes.contains(String(self[..<end])) { return true }
            end = index(after: end)
        }
        return false
    }
}
