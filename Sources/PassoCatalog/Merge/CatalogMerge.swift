public import PassoDiagnostics
internal import PassoText

/// Merges two versions of a table or of a ledger that come from one, message by message.
///
/// The two files may be written in any order and form; what comes out is canonical, so equal
/// content is equal bytes whichever side is called ours.
///
/// - A member of a table that one side changed, added or removed is taken from that side. Both
///   sides may do the same. Metadata are merged member by member, lists of different texts item by
///   item.
/// - What both sides changed differently is a conflict, and so is a message that one side removed
///   while the other changed it or its metadata.
/// - Statements of a ledger never conflict: those of both sides count that nobody took back.
public struct CatalogMerge: Sendable {
    /// The merged file; what is in conflict stands in it twice, between the marks that version
    /// control systems use.
    public let result: SourceText
    /// The conflicts, each with its place in ``result``; empty where all could be merged.
    public let conflicts: [Diagnostic]

    /// Merges two versions of one file; the first lines say whether it is a table or a ledger.
    ///
    /// - Parameters:
    ///   - base: the version that both come from; an empty file where there was none.
    ///   - ours: one version.
    ///   - theirs: the other one.
    ///   - name: what to call the result in diagnostics, such as the path of the file.
    ///   - limits: how large a file may be.
    /// - Returns: the merge, or nil if one of the files cannot be read; and why.
    public static func merge(
        base: SourceText,
        ours: SourceText,
        theirs: SourceText,
        name: String,
        limits: CatalogLimits = .standard
    ) -> (CatalogMerge?, [Diagnostic]) {
        let isLedger = [ours, theirs].contains { $0.utf8.starts(with: Ledger.heading.utf8) }
        return isLedger
            ? ledger(base, ours, theirs, name: name, limits)
            : table(base, ours, theirs, name: name, limits)
    }

    /// Two versions that cannot be merged, whole, between the marks that version control systems
    /// use: so nothing of either is lost.
    public static func unmerged(ours: SourceText, theirs: SourceText) -> [UInt8] {
        let versions = [ours, theirs].map { source -> [UInt8] in
            source.utf8.isEmpty || source.utf8.last == 0x0A ? source.utf8 : source.utf8 + [0x0A]
        }
        return Array("\(MergedPage.begin)\n".utf8) + versions[0]
            + Array("\(MergedPage.middle)\n".utf8) + versions[1]
            + Array("\(MergedPage.end)\n".utf8)
    }

    private static func table(
        _ base: SourceText,
        _ ours: SourceText,
        _ theirs: SourceText,
        name: String,
        _ limits: CatalogLimits
    ) -> (CatalogMerge?, [Diagnostic]) {
        var mistakes: [Diagnostic] = []
        let versions = [base, ours, theirs].map { source -> [TextEntry]? in
            if source.isBlank { return [] }
            let (members, problems) = ARBWriter.members(of: source)
            mistakes += problems
            return members
        }
        guard let base = versions[0], let ours = versions[1], let theirs = versions[2] else {
            return (nil, mistakes.filter { $0.severity == .error })
        }
        let merge = TableMerge(base: base, ours: ours, theirs: theirs)
        return (MergedPage(merge.stretches).merge(named: name), [])
    }

    private static func ledger(
        _ base: SourceText,
        _ ours: SourceText,
        _ theirs: SourceText,
        name: String,
        _ limits: CatalogLimits
    ) -> (CatalogMerge?, [Diagnostic]) {
        var mistakes: [Diagnostic] = []
        let ledgers = [base, ours, theirs].map { source -> Ledger in
            if source.isBlank { return Ledger() }
            let (ledger, problems) = Ledger.read(source, limits: limits)
            mistakes += problems.filter { $0.severity == .error }
            return ledger
        }
        guard mistakes.isEmpty else { return (nil, mistakes) }
        let merged = Ledger(merging: ledgers[1], ledgers[2], since: ledgers[0])
        return (CatalogMerge(result: SourceText(name: name, merged.text), conflicts: []), [])
    }
}

extension SourceText {
    /// Whether there is nothing in the file: version control systems give such a one where there
    /// was none.
    fileprivate var isBlank: Bool {
        utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
}
