internal import PassoDiagnostics
internal import PassoText

/// Merges the versions of one value of a file.
///
/// It calls itself as deep as the values are; the reader of files has a limit for that.
struct NodeMerge {
    /// What became of a value.
    enum Outcome {
        /// The merged value; nil where it is removed.
        case merged(TextNode?)
        /// Both sides changed it, differently.
        case conflict
    }

    /// Merges a value; nil stands for a version that lacks it.
    static func merge(base: TextNode?, ours: TextNode?, theirs: TextNode?) -> Outcome {
        let (old, left, right) = (text(of: base), text(of: ours), text(of: theirs))
        if left == right || right == old { return .merged(ours) }
        if left == old { return .merged(theirs) }
        guard let ours, let theirs else { return .conflict }
        if let ours = ours.mapping, let theirs = theirs.mapping {
            return merge(members: base?.mapping ?? [], ours, theirs)
        }
        let lists = [base, ours, theirs].map { $0 == nil ? [] : texts(of: $0) }
        if let old = lists[0], let left = lists[1], let right = lists[2] {
            return .merged(sequence(merge(texts: old, left, right)))
        }
        return .conflict
    }

    /// Whether two versions say the same; how their texts are escaped does not matter.
    static func isSame(_ first: TextNode?, _ second: TextNode?) -> Bool {
        text(of: first) == text(of: second)
    }

    private static func merge(
        members base: [TextEntry],
        _ ours: [TextEntry],
        _ theirs: [TextEntry]
    ) -> Outcome {
        let versions = [base, ours, theirs].map { members in
            Dictionary(members.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { $1 })
        }
        var result: [TextEntry] = []
        for name in merge(
            order: ours.map { Array($0.name.utf8) },
            theirs.map { Array($0.name.utf8) }
        ) {
            let values = versions.map { $0[name]?.value }
            guard
                case .merged(let value) = merge(base: values[0], ours: values[1], theirs: values[2])
            else { return .conflict }
            if let value, let key = (versions[1][name] ?? versions[2][name])?.key {
                result.append(TextEntry(key: key, value: value))
            }
        }
        return .merged(TextNode(range: .init(at: 0), content: .mapping(result)))
    }

    /// The texts of both sides without those that either one removed, in the order of ours.
    private static func merge(
        texts base: [[UInt8]],
        _ ours: [[UInt8]],
        _ theirs: [[UInt8]]
    ) -> [[UInt8]] {
        let (old, left, right) = (Set(base), Set(ours), Set(theirs))
        return merge(order: ours, theirs).filter {
            old.contains($0) ? left.contains($0) && right.contains($0) : true
        }
    }

    /// What either side has, in the order of ours; what only theirs has stands behind what it
    /// stands behind there.
    private static func merge(order ours: [[UInt8]], _ theirs: [[UInt8]]) -> [[UInt8]] {
        let known = Set(ours)
        var followers: [[UInt8]?: [[UInt8]]] = [:]
        var last: [UInt8]?
        for name in theirs {
            if known.contains(name) {
                last = name
            } else {
                followers[last, default: []].append(name)
            }
        }
        return followers[nil, default: []] + ours.flatMap { [$0] + followers[$0, default: []] }
    }

    /// The items of a list of different texts; nil for any other value.
    private static func texts(of node: TextNode?) -> [[UInt8]]? {
        guard let items = node?.sequence else { return nil }
        let texts = items.compactMap { item -> [UInt8]? in
            guard case .string(let text)? = item.scalar?.value else { return nil }
            return Array(text.utf8)
        }
        return texts.count == items.count && Set(texts).count == texts.count ? texts : nil
    }

    private static func sequence(_ texts: [[UInt8]]) -> TextNode {
        let items = texts.map { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let scalar = TextScalar(text: text, style: .doubleQuoted, at: 0)
            return TextNode(range: .init(at: 0), content: .scalar(scalar))
        }
        return TextNode(range: .init(at: 0), content: .sequence(items))
    }

    /// What a value says, as bytes: texts count as different where only their normal form is equal.
    private static func text(of node: TextNode?) -> [UInt8]? {
        guard let node else { return nil }
        var writer = JSONWriter()
        writer.write(node)
        return Array(writer.text.utf8)
    }
}
