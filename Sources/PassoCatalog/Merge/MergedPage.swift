internal import PassoDiagnostics
internal import PassoText

/// Writes a merged table; a stretch in conflict stands between marks, each mark on its own line.
struct MergedPage {
    /// The lines around the two versions of a conflict.
    static let (begin, middle, end) = ("<<<<<<< ours", "=======", ">>>>>>> theirs")

    private var text = "{"
    private var conflicts: [(name: String, place: Int)] = []

    init(_ stretches: [TableMerge.Stretch]) {
        for (index, stretch) in stretches.enumerated() {
            let isLast = index == stretches.count - 1
            switch stretch {
            case .member(let member): write([member], isLast: isLast)
            case .conflict(let name, let ours, let theirs):
                text += "\n"
                conflicts.append((name, text.utf8.count))
                text += Self.begin
                write(ours, isLast: isLast)
                text += "\n\(Self.middle)"
                write(theirs, isLast: isLast)
                text += "\n\(Self.end)"
            }
        }
        text += stretches.isEmpty ? "}\n" : "\n}\n"
    }

    /// Writes members, each with the comma that it needs when something follows.
    private mutating func write(_ members: [TextEntry], isLast: Bool) {
        for (index, member) in members.enumerated() {
            text += "\n" + ARBWriter.text(ofMember: member)
            if !isLast || index < members.count - 1 { text += "," }
        }
    }

    /// The page as a file of a name.
    func merge(named name: String) -> CatalogMerge {
        let result = SourceText(name: name, text)
        return CatalogMerge(
            result: result,
            conflicts: conflicts.map { conflict in
                let mark = SourceRange(conflict.place, conflict.place + Self.begin.utf8.count)
                return .mergeConflict(conflict.name, in: result, at: mark)
            }
        )
    }
}
