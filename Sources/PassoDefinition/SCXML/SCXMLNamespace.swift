/// The namespaces of documents.
enum SCXMLNamespace {
    /// That of SCXML (Recommendation, 3.2.1).
    static let scxml = "http://www.w3.org/2005/07/scxml"

    /// Ours, for what SCXML has no words for; other processors ignore it (Recommendation, 3.2).
    static let passo = "https://passo.dev/ns/scxml"

    /// The prefix that is written for ours.
    static let prefix = "passo"
}
