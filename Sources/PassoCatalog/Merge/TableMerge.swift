internal import PassoMessages
internal import PassoText

/// Merges the members of two versions of a table's file.
struct TableMerge {
    /// What the merged file consists of, in its order.
    enum Stretch {
        /// A member on which all agree.
        case member(TextEntry)
        /// What stands in its place on either side; a side that removed it has none.
        case conflict(name: String, ours: [TextEntry], theirs: [TextEntry])
    }

    let stretches: [Stretch]

    init(base: [TextEntry], ours: [TextEntry], theirs: [TextEntry]) {
        let versions = [base, ours, theirs].map(Self.units)
        let places = Set(versions.flatMap(\.keys)).sorted()
        stretches = places.flatMap { place in
            Self.merge(
                base: versions[0][place] ?? Unit(),
                ours: versions[1][place] ?? Unit(),
                theirs: versions[2][place] ?? Unit()
            )
        }
    }

    /// One version of a message, or of what a file says about itself.
    struct Unit {
        var text: TextEntry?
        var metadata: TextEntry?

        var members: [TextEntry] { [text, metadata].compactMap(\.self) }

        func isSame(as other: Unit) -> Bool {
            NodeMerge.isSame(text?.value, other.text?.value)
                && NodeMerge.isSame(metadata?.value, other.metadata?.value)
        }
    }

    /// The members of a file by where they belong: metadata stand with their message.
    private static func units(of members: [TextEntry]) -> [ARBPlace: Unit] {
        var units: [ARBPlace: Unit] = [:]
        for member in members {
            let place = ARBPlace(member.name)
            if place.isMetadata {
                let member = ARBWriter.canonical(metadata: member)
                units[place.ofMessage, default: Unit()].metadata = member
            } else {
                units[place, default: Unit()].text = member
            }
        }
        return units
    }

    private static func merge(base: Unit, ours: Unit, theirs: Unit) -> [Stretch] {
        if base.text != nil, ours.text == nil || theirs.text == nil {
            return merge(removed: base, ours, theirs)
        }
        return merge(\.text, base, ours, theirs) + merge(\.metadata, base, ours, theirs)
    }

    /// Merges a message that one side removed, or both did.
    private static func merge(removed base: Unit, _ ours: Unit, _ theirs: Unit) -> [Stretch] {
        if ours.text == nil, theirs.text == nil {
            return merge(\.metadata, base, ours, theirs)
        }
        if ours.isSame(as: base) { return theirs.members.map(Stretch.member) }
        if theirs.isSame(as: base) { return ours.members.map(Stretch.member) }
        let name = base.text?.name ?? ""
        return [.conflict(name: name, ours: ours.members, theirs: theirs.members)]
    }

    private static func merge(
        _ part: KeyPath<Unit, TextEntry?>,
        _ base: Unit,
        _ ours: Unit,
        _ theirs: Unit
    ) -> [Stretch] {
        let (old, left, right) = (base[keyPath: part], ours[keyPath: part], theirs[keyPath: part])
        guard let key = (left ?? right)?.key else { return [] }
        switch NodeMerge.merge(base: old?.value, ours: left?.value, theirs: right?.value) {
        case .merged(nil): return []
        case .merged(let value?):
            let member = TextEntry(key: key, value: value)
            // Members of both sides stand in the order of neither.
            let isMetadata = part == \.metadata
            return [.member(isMetadata ? ARBWriter.canonical(metadata: member) : member)]
        case .conflict:
            let sides = [left, right].map { $0.map { [$0] } ?? [] }
            return [.conflict(name: key.scalar?.text ?? "", ours: sides[0], theirs: sides[1])]
        }
    }
}
