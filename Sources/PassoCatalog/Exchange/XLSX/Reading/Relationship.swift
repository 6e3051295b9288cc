internal import PassoText

/// A part that another part refers to (ECMA-376 part 2, section 6.5).
struct Relationship {
    let id: String
    let type: String
    /// The part’s name, without a slash before it.
    let target: String

    /// Whether its type is one of those that workbooks have, in either class of the standard.
    func isOf(type name: String) -> Bool {
        WorkbookNames.relationships.contains { "\($0)/\(name)" == type }
    }

    /// The name of the part that lists the relationships of a part; of the archive for an empty name.
    static func listName(of part: String) -> String {
        let (folder, name) = split(part)
        return "\(folder)_rels/\(name).rels"
    }

    /// A part’s folder, with a slash behind it, and its own name.
    private static func split(_ part: String) -> (folder: Substring, name: Substring) {
        let end = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        return (part[..<end], part[end...])
    }

    /// The name of a part that another part refers to.
    ///
    /// - Parameters:
    ///   - target: the reference: from the folder of the other part, or from the top with a slash.
    ///   - part: the other part.
    /// - Returns: the name from the top.
    static func resolve(_ target: String, from part: String) -> String {
        let folder = target.hasPrefix("/") ? "" : split(part).folder
        var steps: [Substring] = []
        for step in (folder + target).split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

/// Takes the relationships out of a part that lists them.
struct RelationshipList: MarkupVisitor {
    private let part: String
    private(set) var relationships: [Relationship] = []

    /// Prepares for the relationships of a part.
    init(of part: String) { self.part = part }

    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
        guard element.name.matches("Relationship", in: WorkbookNames.package),
            let id = element.attribute("Id"), let type = element.attribute("Type"),
            let target = element.attribute("Target"),
            element.attribute("TargetMode")?.value.text != "External"
        else { return true }
        relationships.append(
            Relationship(
                id: id.value.text,
                type: type.value.text,
                target: Relationship.resolve(target.value.text, from: part)
            )
        )
        return true
    }
}

/// Takes the sheets out of the part that lists them, in the order of their tabs.
struct SheetList: MarkupVisitor {
    private(set) var sheets: [(name: String, relationship: String)] = []

    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
        guard element.name.isSheet("sheet") else { return true }
        let ids = WorkbookNames.relationships.compactMap { element.attribute("id", in: $0) }
        guard let id = ids.first else { return true }
        sheets.append((element.attribute("name")?.value.text ?? "", id.value.text))
        return true
    }
}
