import PassoDiagnostics
import PassoText

/// A definition that a reader has read, with what the compiler needs to know of its text.
struct ReadDefinition: Sendable {
    let declaration: WorkflowDeclaration
    /// The whole text.
    let range: SourceRange
    /// Where it begins.
    let start: SourceRange
    /// The name of the section that holds the states, where the text has one.
    var statesKey: SourceRange?
    /// Such a section without any state in it.
    var emptyStates: SourceRange?
    /// A hash of what the text says.
    let contentHash: UInt64
    /// The words behind `states.`: the states that expressions may ask for, or more.
    let mentionedStates: Set<String>
}

extension ReadDefinition {
    /// What a tree of YAML declares.
    init(_ root: TextNode) {
        let keys = Keys(root)
        declaration = DeclarationReader().workflow(root)
        range = root.range
        start = root.startRange
        statesKey = keys.ranges["states"]
        if let states = keys["states"], states.mapping?.isEmpty == true {
            emptyStates = states.range
        }
        contentHash = ContentHash.hash(of: root)
        var words = StateWords()
        words.add(root)
        mentionedStates = words.found
    }

    /// What a text declares that is hashed as it stands.
    init(_ declaration: WorkflowDeclaration, of source: SourceText) {
        self.declaration = declaration
        range = SourceRange(0, source.utf8.count)
        start = declaration.name?.range ?? SourceRange(at: 0)
        contentHash = ContentHash.hash(of: source)
        var words = StateWords()
        words.add(source.text(in: range))
        mentionedStates = words.found
    }
}

/// Finds every `states.ID` in a text; to look for the words is enough, because a state too many does
/// no harm.
private struct StateWords {
    private(set) var found: Set<String> = []

    mutating func add(_ node: TextNode) {
        switch node.content {
        case .sequence(let items): for item in items { add(item) }
        case .mapping(let entries):
            for entry in entries {
                add(entry.key)
                add(entry.value)
            }
        case .scalar(let scalar): add(scalar.text)
        }
    }

    mutating func add(_ text: String) {
        guard text.contains("states") else { return }
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        for (word, next) in zip(words, words.dropFirst()) where word == "states" {
            found.insert(String(next))
        }
    }
}
