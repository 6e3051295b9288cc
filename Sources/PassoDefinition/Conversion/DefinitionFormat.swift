public import PassoDiagnostics

/// The languages in which a definition can be written.
public enum DefinitionFormat: String, Sendable, CaseIterable {
    /// Our own language, in YAML.
    case yaml
    /// State Chart XML (W3C Recommendation of 1 September 2015), with what it has no words for in a
    /// namespace of ours.
    case scxml

    /// The format that the ending of a file's name means: `.yaml`, `.yml`, `.scxml` or `.xml`, in
    /// small or capital letters; nil for any other.
    public init?(ending path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "yaml", "yml": self = .yaml
        case "scxml", "xml": self = .scxml
        default: return nil
        }
    }

    /// The format of a text: one that begins with `<`, behind white space, is SCXML.
    public init(of source: SourceText) {
        self = SCXMLReader.isMeant(by: source) ? .scxml : .yaml
    }

    /// The other one.
    public var other: DefinitionFormat { self == .yaml ? .scxml : .yaml }
}
