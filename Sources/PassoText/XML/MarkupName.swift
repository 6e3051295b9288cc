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
