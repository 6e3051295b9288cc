internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// The fields of a PO file's header, each with its place.
struct POHeader {
    /// The field that names the bundle.
    static let bundleField = "X-Passo-Bundle"
    /// The field that names the language of the source, as Poedit calls it.
    static let sourceField = "X-Source-Language"

    /// A value with its place in the header's text.
    struct Field {
        let value: String
        let range: SourceRange
    }

    private var fields: [String: Field] = [:]

    /// Takes a header apart: `Name: value` in each line; capitals of the name do not count.
    init(_ scalar: TextScalar) {
        let text = scalar.text.utf8
        for line in text.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = Self.trimmed(line[line.index(after: colon)...])
            let name = String(Self.trimmed(line[..<colon])) ?? ""
            let start = text.distance(from: text.startIndex, to: value.startIndex)
            let range = scalar.sourceRange(of: start..<start + value.count)
            let field = Field(value: String(value) ?? "", range: range)
            if fields[name.lowercased()] == nil { fields[name.lowercased()] = field }
        }
    }

    /// A field by its name; nil where it is missing or empty.
    subscript(name: String) -> Field? {
        fields[name.lowercased()].flatMap { $0.value.isEmpty ? nil : $0 }
    }

    /// What the header says that the encoding is; nil where it says nothing.
    ///
    /// `CHARSET` stands in templates until somebody begins to translate.
    var charset: Field? {
        guard let type = self["Content-Type"] else { return nil }
        let lower = type.value.lowercased()
        guard let mark = lower.firstRange(of: "charset=") else { return nil }
        let value = lower[mark.upperBound...].prefix { $0 != ";" && $0 != " " }
        let start = type.range.lowerBound + lower[..<mark.upperBound].utf8.count
        return Field(
            value: String(value),
            range: SourceRange(start, start + value.utf8.count)
        )
    }

    /// A language as gettext spells it: `pt_BR`, `sr@latin`.
    static func name(of locale: String) -> String {
        var parts = locale.split(separator: "-", omittingEmptySubsequences: false)
        let script = parts.dropFirst().firstIndex { Self.scripts[String($0)] != nil }
        let modifier = script.flatMap { Self.scripts[String(parts[$0])] }
        if let script { parts.remove(at: script) }
        return parts.joined(separator: "_") + (modifier.map { "@\($0)" } ?? "")
    }

    /// The language that a name in gettext's spelling means.
    static func locale(of name: String) -> String {
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first else { return name }
        var tag = first.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let script = scripts.first(where: { $0.value == parts[1] })?.key {
            tag.insert(script, at: min(1, tag.count))
        }
        let spelled = tag.joined(separator: "-")
        return LocaleName.canonical(spelled) ?? spelled
    }

    /// The scripts that gettext names by a modifier.
    private static let scripts = ["Latn": "latin", "Cyrl": "cyrillic"]

    private static func trimmed(
        _ text: Substring.UTF8View.SubSequence
    ) -> Substring.UTF8View.SubSequence {
        var rest = text.drop { $0 <= 0x20 }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return rest
    }
}
