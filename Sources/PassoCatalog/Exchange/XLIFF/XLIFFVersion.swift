internal import PassoDiagnostics
internal import PassoText

/// Which XLIFF a file is, by its root.
enum XLIFFVersion {
    /// XLIFF 1.1 or 1.2.
    case one
    /// XLIFF 2.0, 2.1 or 2.2.
    case two

    /// Every namespace that is read, with the versions that its schema allows, its own first.
    private static let known: [(namespace: String, versions: [String])] = [
        (XLIFFNames.core1, ["1.2", "1.1", "1.0"]), (XLIFFNames.core11, ["1.1", "1.0"]),
        (XLIFFNames.core2, ["2.1", "2.0"]), (XLIFFNames.core22, ["2.2", "2.1", "2.0"]),
    ]

    /// The versions that are read.
    private static let names = ["1.1", "1.2", "2.0", "2.1", "2.2"]

    /// Finds the version.
    ///
    /// - Parameters:
    ///   - root: the root of the file.
    ///   - source: the file.
    ///   - diagnostics: takes why it is none that is known.
    init?(_ root: MarkupElement, in source: SourceText, _ diagnostics: inout [Diagnostic]) {
        guard root.name.local == "xliff" else {
            let name = root.name.qualified
            diagnostics.append(.xliffRoot(name, in: source, at: root.nameRange))
            return nil
        }
        let version = root.attribute("version")
        guard let text = version?.value.text,
            let right = Self.known.first(where: { $0.versions.contains(text) })
        else {
            diagnostics.append(
                .xliffVersion(
                    version?.value.text,
                    known: Self.names,
                    in: source,
                    at: version?.valueRange ?? root.nameRange
                )
            )
            return nil
        }
        let own = Self.known.first { $0.namespace == root.name.namespace }
        guard let own, own.versions.contains(text) else {
            diagnostics.append(.xliffNamespace(root, expected: right.namespace, in: source))
            return nil
        }
        self = own.versions[0].hasPrefix("1") ? .one : .two
    }
}
