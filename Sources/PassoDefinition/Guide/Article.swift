/// A help article in one language, before it is written in a format.
struct Article: Sendable {
    /// One numbered step.
    struct Item: Sendable {
        let id: String
        let title: String?
        let paragraphs: [String]
        let notes: [String]
    }

    /// The steps of one way of working.
    struct Section: Sendable {
        let id: String
        let heading: String?
        let items: [Item]
    }

    let language: String
    let title: String
    let summary: [String]
    let sections: [Section]
}
