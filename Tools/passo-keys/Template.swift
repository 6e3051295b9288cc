internal import PassoDiagnostics

/// The table of the language that the others are translated from, as typed keys need it.
struct Template {
    let source: SourceText
    var locale = "en"
    /// The name of the generated type.
    var typeName = ""
    /// The access of what is generated: nothing, `package` or `public`.
    var access = ""
    /// The messages, in the order of their keys.
    var entries: [Entry] = []

    /// One key.
    struct Entry {
        let key: String
        let swiftName: String
        let text: String
        let pieces: [Piece]
        let description: String?
        let maximumLength: Int?
        let parameters: [Parameter]
    }

    /// One placeholder.
    struct Parameter {
        let name: String
        let swiftName: String
        let type: ValueType
        let example: String?
    }
}
