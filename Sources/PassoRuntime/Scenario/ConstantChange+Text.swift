public import PassoDiagnostics
import PassoText

extension ConstantChange {
    /// Changes constants in the text of a definition, as its author would.
    ///
    /// - Parameters:
    ///   - changes: those of one definition.
    ///   - source: the definition's text.
    ///   - scenario: the text that the changes stand in.
    /// - Returns: the changed text, and constants that the definition does not have.
    public static func apply(
        _ changes: [ConstantChange],
        to source: SourceText,
        from scenario: SourceText
    ) -> (SourceText, [Diagnostic]) {
        let entries = YAMLReader.read(source).0?["constants"]?.mapping ?? []
        var diagnostics: [Diagnostic] = []
        var edits: [(SourceRange, String)] = []
        for change in changes {
            guard let entry = entries.first(where: { $0.name == change.constant.text }) else {
                diagnostics.append(
                    .unknownInScenario(
                        "constant",
                        change.constant.text,
                        nearest: nearest(to: change.constant.text, in: entries.map(\.name)),
                        in: scenario,
                        at: change.constant.range
                    )
                )
                continue
            }
            edits.append((entry.value.range, change.value))
        }
        var bytes = source.utf8
        for (range, value) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            bytes.replaceSubrange(range.offsets, with: Array(value.utf8))
        }
        return (SourceText(name: source.name, utf8: bytes), diagnostics)
    }
}

extension ConstantChange {
    /// The name of the workflow that a text defines, if it says so.
    public static func workflow(of source: SourceText) -> String? {
        YAMLReader.read(source).0?["workflow"]?.scalar?.text
    }
}
