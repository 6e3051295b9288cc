/// The structure of XLIFF: what each element holds and carries (XLIFF 2.1, sections 4 and 5).
enum XLIFFRules {
    /// Finds the rule of an element.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - isSecond: whether the file is XLIFF 2.2, which adds a little.
    /// - Returns: the rule; nil for an element that XLIFF does not have.
    static func rule(of name: XLIFFName, isSecond: Bool) -> XLIFFElementRule? {
        (isSecond ? added[name] : nil) ?? elements[name]
    }

    /// All elements of 2.0 and 2.1 by name.
    static let elements: [XLIFFName: XLIFFElementRule] =
        structure
        .merging(inline) { first, _ in first }
        .merging(modules) { first, _ in first }

    /// The elements that hold or carry more in 2.2.
    private static let added: [XLIFFName: XLIFFElementRule] = [
        "xliff": elements["xliff"]?
            .adding(first: [.maybe("notes"), .maybe("mda:metadata")]),
        "note": elements["note"]?.adding(["ref": .text]),
        "res:resourceItem": elements["res:resourceItem"]?.adding(first: [.maybe("notes")]),
    ].compactMapValues { $0 }

    /// The attributes of modules that stand on elements of the core.
    static let moduleAttributes: [XLIFFName: XLIFFAttributeRule] = [
        "fs:fs": .optional(.choice(styles)), "fs:subFs": .optional(.styles),
        "slr:equivStorage": .text, "slr:sizeInfo": .text, "slr:sizeInfoRef": .id,
        "slr:sizeRestriction": .text, "slr:storageRestriction": .text,
        "itsm:domains": .text, "itsm:lang": .optional(.language),
        "pgs:switch": .text, "pgs:case": .text,
    ].merging(itsAttributes.map { (XLIFFName(.its, $0.key.local), $0.value) }) { first, _ in first }

    /// The elements of HTML that a format style can name (module Format Style).
    private static let styles = """
        a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt \
        em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span \
        strike strong sub sup table tbody td tfoot th thead title tr tt u ul
        """.split(separator: " ").map(String.init)
}

extension XLIFFElementRule {
    /// The same with more attributes, and with more at the beginning of what it holds.
    fileprivate func adding(
        _ more: [XLIFFName: XLIFFAttributeRule] = [:],
        first: [XLIFFParticle] = []
    ) -> Self {
        .init(
            attributes.merging(more) { old, _ in old },
            modules: modules,
            isOpen: isOpen,
            content: first + content,
            hasText: hasText,
            isOpaque: isOpaque
        )
    }
}
