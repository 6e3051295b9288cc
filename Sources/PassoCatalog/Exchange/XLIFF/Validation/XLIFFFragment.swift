/// What stands behind `#` in a reference into a file (section 4.2, fragment identification).
struct XLIFFFragment {
    /// Why a text is none; the raw value is what the words of the diagnostic know.
    enum Mistake: String, Error {
        /// It is not made of selectors with `/` between them.
        case syntax
        /// A prefix that is not an NMTOKEN, or that nobody has registered.
        case prefix
        /// Two selectors have the same prefix.
        case twice
        /// File, group and unit stand in another order.
        case order
        /// What stands in a unit is not the only one, or not the last.
        case leaf
    }

    /// What a selector names within a file, group or unit.
    enum Leaf {
        case note(String)
        case data(String)
        case target(String)
        case source(String)
        case module(prefix: String, id: String)
    }

    private(set) var file: String?
    private(set) var group: String?
    private(set) var unit: String?
    private(set) var leaf: Leaf?

    /// Whether it begins with `/` and takes nothing from where it stands.
    let isAbsolute: Bool

    /// Reads a fragment.
    ///
    /// - Parameter text: what stands behind `#`.
    /// - Throws: what is wrong with it.
    init(_ text: Substring) throws(Mistake) {
        isAbsolute = text.first == "/"
        let selectors = text.dropFirst(isAbsolute ? 1 : 0)
            .split(separator: "/", omittingEmptySubsequences: false)
        for selector in selectors { try add(selector) }
    }

    private mutating func add(_ selector: Substring) throws(Mistake) {
        let parts = selector.split(
            separator: "=",
            maxSplits: 1,
            omittingEmptySubsequences: false
        ).map(String.init)
        guard let id = parts.last, XLIFFToken.isToken(id) else { throw .syntax }
        guard parts.count == 2 else { return try end(with: .source(id)) }
        switch parts[0] {
        case "f":
            if file != nil { throw .twice }
            if group != nil || unit != nil || leaf != nil { throw leaf == nil ? .order : .leaf }
            file = id
        case "g":
            if group != nil { throw .twice }
            if unit != nil || leaf != nil { throw leaf == nil ? .order : .leaf }
            group = id
        case "u":
            if unit != nil { throw .twice }
            if leaf != nil { throw .leaf }
            unit = id
        case "n": try end(with: .note(id))
        case "d": try end(with: .data(id))
        case "t": try end(with: .target(id))
        case let prefix:
            guard XLIFFVocabulary.fragmentPrefixes.contains(prefix) else { throw .prefix }
            try end(with: .module(prefix: prefix, id: id))
        }
    }

    private mutating func end(with leaf: Leaf) throws(Mistake) {
        if self.leaf != nil { throw .leaf }
        self.leaf = leaf
    }
}
