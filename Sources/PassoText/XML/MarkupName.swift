/// The name of an element or of an attribute, with its namespace.
public struct MarkupName: Hashable, Sendable {
    /// What stands before the colon; nil when there is none.
    public let prefix: String?

    /// The name behind the colon.
    public let local: String

    /// The namespace's name (URI); nil for none, and where the prefix is not declared.
    public let namespace: String?

    /// Makes a name.
    public init(prefix: String? = nil, local: String, namespace: String? = nil) {
        self.prefix = prefix
        self.local = local
        self.namespace = namespace
    }

    /// Tells whether a text is a name without a colon, as ids must be (Namespaces in XML, section 3).
    ///
    /// Of characters beyond ASCII all letters, digits and marks count, which is a little more than
    /// XML 1.0 names in its fifth edition and covers all that people write.
    public static func isUnqualified(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, isStart(first) else { return false }
        return scalars.allSatisfy { isStart($0) || isPart($0) }
    }

    private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || (scalar.isASCII ? scalar.properties.isAlphabetic : isLetter(scalar))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "-", ".", "\u{B7}", "\u{203F}", "\u{2040}": true
        default:
            scalar.properties.generalCategory == .nonspacingMark
                || scalar.properties.generalCategory == .spacingMark
        }
    }

    /// The name as it is written, with its prefix.
    public var qualified: String { prefix.map { "\($0):\(local)" } ?? local }

    /// Tells whether this is a name of a namespace, whatever prefix stands for that.
    public func matches(_ local: String, in namespace: String?) -> Bool {
        self.local == local && self.namespace == namespace
    }
}

/// The two namespaces that every document has (Namespaces in XML 1.0, section 3).
public enum XMLNamespace {
    /// That of the prefix `xml`, as in `xml:lang`.
    public static let xml = "http://www.w3.org/XML/1998/namespace"

    /// That of declarations: `xmlns` and `xmlns:…`.
    public static let declarations = "http://www.w3.org/2000/xmlns/"
}
