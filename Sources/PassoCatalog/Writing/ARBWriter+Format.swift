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
        let (members, diagnostics) = members(of: source, limits: limits)
        return (members.map { text(of: $0) }, diagnostics)
    }

    /// The members of a table's file; nil if it is not JSON or no object, and why.
    static func members(
        of source: SourceText,
        limits: MessageLimits = .standard
    ) -> ([TextEntry]?, [Diagnostic]) {
        let (node, diagnostics) = JSONReader.read(source, limits: limits.fileLimits)
        guard let node, !diagnostics.contains(where: { $0.severity == .error }) else {
            return (nil, diagnostics)
        }
        guard let members = node.mapping else {
            return (nil, StringTable.read(arb: source, limits: limits).1)
        }
        return (members, diagnostics)
    }

    /// Writes one member of a file on lines of its own, as it stands in the file but for the comma.
    static func text(ofMember member: TextEntry) -> String {
        var writer = JSONWriter()
        writer.write(members: [member])
        // The braces of the object and the line breaks beside them.
        return String(writer.text.dropFirst(2).dropLast(2))
    }
}
