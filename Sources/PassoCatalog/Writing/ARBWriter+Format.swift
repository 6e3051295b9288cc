public import PassoDiagnostics
public import PassoMessages
internal import PassoText

extension ARBWriter {
    /// Brings the file of a table into canonical form, whatever is in its messages.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: how large it may be.
    /// - Returns: the text of the file in canonical form, or nil if it is not JSON or no object;
    ///   and why.
    public static func format(
        _ source: SourceText,
        limits: MessageLimits = .standard
    ) -> (text: String?, diagnostics: [Diagnostic]) {
        let (node, diagnostics) = JSONReader.read(source, limits: limits.fileLimits)
        guard let node, !diagnostics.contains(where: { $0.severity == .error }) else {
            return (nil, diagnostics)
        }
        guard node.mapping != nil else {
            return (nil, StringTable.read(arb: source, limits: limits).1)
        }
        return (text(of: node), diagnostics)
    }
}
