import PassoDiagnostics

/// One step of the procedure as people read it.
struct StepDeclaration: Sendable {
    let range: SourceRange
    let id: Located<String>
    var title: Located<String>?
    var instruct: [ParagraphDeclaration] = []
    var notes: [ParagraphDeclaration] = []
    var arguments: [ArgumentDeclaration] = []
    var states: [Located<String>] = []
    var modes: [Located<String>] = []
    var shows: [Located<String>] = []
    var condition: ExpressionDeclaration?
}

/// One paragraph of the guide, perhaps for some modes only.
struct ParagraphDeclaration: Sendable {
    var message: MessageDeclaration
    var modes: [Located<String>] = []
    var condition: ExpressionDeclaration?
}
