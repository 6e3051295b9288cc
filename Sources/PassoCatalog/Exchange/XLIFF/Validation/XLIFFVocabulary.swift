internal import PassoText

/// The namespaces that XLIFF 2 knows, by the prefix that its specification uses for each.
enum XLIFFVocabulary: String {
    case core = ""
    case matches = "mtc"
    case glossary = "gls"
    case styles = "fs"
    case metadata = "mda"
    case resources = "res"
    case changes = "ctr"
    case sizes = "slr"
    case validation = "val"
    case its = "its"
    case itsXLIFF = "itsm"
    case plurals = "pgs"
    case xml = "xml"
    /// A namespace of somebody else: an extension.
    case foreign = "other"
    /// No namespace at all, or that of the core of another version.
    case misplaced = "none"

    private static let byNamespace: [String: XLIFFVocabulary] = [
        "urn:oasis:names:tc:xliff:matches:2.0": .matches,
        "urn:oasis:names:tc:xliff:glossary:2.0": .glossary,
        "urn:oasis:names:tc:xliff:fs:2.0": .styles,
        "urn:oasis:names:tc:xliff:metadata:2.0": .metadata,
        "urn:oasis:names:tc:xliff:resourcedata:2.0": .resources,
        "urn:oasis:names:tc:xliff:changetracking:2.0": .changes,
        "urn:oasis:names:tc:xliff:changetracking:2.1": .changes,
        "urn:oasis:names:tc:xliff:sizerestriction:2.0": .sizes,
        "urn:oasis:names:tc:xliff:validation:2.0": .validation,
        "http://www.w3.org/2005/11/its": .its,
        "urn:oasis:names:tc:xliff:itsm:2.1": .itsXLIFF,
        "urn:oasis:names:tc:xliff:pgs:1.0": .plurals,
        XMLNamespace.xml: .xml,
    ]

    /// The namespaces of the core: that of 2.0 and 2.1, and that of 2.2.
    static let cores = [
        "urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2",
    ]

    /// Tells what a namespace is.
    ///
    /// - Parameters:
    ///   - namespace: its name; nil for none.
    ///   - core: the namespace of the document's root.
    init(_ namespace: String?, core: String) {
        guard let namespace else {
            self = .misplaced
            return
        }
        if namespace == core {
            self = .core
        } else if Self.cores.contains(namespace) {
            self = .misplaced
        } else {
            self = Self.byNamespace[namespace] ?? .foreign
        }
    }

    /// Whether it is a module, which stands only where the specification names it.
    ///
    /// Change tracking was a module in 2.0 and is an extension since.
    var isModule: Bool {
        switch self {
        case .core, .changes, .xml, .foreign, .misplaced: false
        default: true
        }
    }

    /// The prefixes of fragment identifiers of modules and of registered extensions (section 4.2).
    static func fragmentPrefix(of namespace: String) -> String? {
        if let vocabulary = byNamespace[namespace] {
            switch vocabulary {
            case .itsXLIFF: return "its"
            case .styles, .xml: return nil
            default: return vocabulary.rawValue
            }
        }
        return namespace == "urn:iso:std:iso:30042:ed-1:v1:en" ? "tbx" : nil
    }

    /// All prefixes that a fragment identifier can begin a selector of a module with.
    static let fragmentPrefixes: Set<String> = [
        "mtc", "gls", "fs", "mda", "res", "ctr", "slr", "val", "its", "pgs", "tbx",
    ]
}

/// The name of an element or attribute, whatever prefixes a file uses: `unit`, `mda:meta`.
struct XLIFFName: Hashable, ExpressibleByStringLiteral {
    let vocabulary: XLIFFVocabulary
    let local: String

    init(_ vocabulary: XLIFFVocabulary, _ local: String) {
        self.vocabulary = vocabulary
        self.local = local
    }

    init(stringLiteral value: String) {
        let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
        let prefix = parts.count == 2 ? parts[0] : ""
        self.init(XLIFFVocabulary(rawValue: prefix) ?? .foreign, parts.last ?? value)
    }

    /// The name with the prefix of the specification.
    var text: String {
        vocabulary == .core ? local : "\(vocabulary.rawValue):\(local)"
    }
}
