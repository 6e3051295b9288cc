import PassoDiagnostics
import PassoText

/// A value of the definition and where it stands.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let range: SourceRange

    init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

/// A CEL expression as it stands in the file.
struct ExpressionDeclaration: Sendable {
    let text: String
    let range: SourceRange
    /// The scalar it was read from; maps places in the text back to the file.
    let scalar: TextScalar?

    /// Where a range of the text stands in the file.
    func sourceRange(of range: Range<Int>) -> SourceRange {
        scalar?.sourceRange(of: range) ?? self.range
    }
}

/// A message key with its arguments.
struct MessageDeclaration: Sendable {
    let key: Located<String>
    var arguments: [ArgumentDeclaration] = []
}

/// One argument of a message.
struct ArgumentDeclaration: Sendable {
    let name: Located<String>
    let value: ArgumentValueDeclaration
}

/// What an argument of a message is.
indirect enum ArgumentValueDeclaration: Sendable {
    case expression(ExpressionDeclaration)
    case label(Located<String>)
    case message(MessageDeclaration)
}

/// A name with an expression, as in `with:` and `set:`.
struct AssignmentDeclaration: Sendable {
    let name: Located<String>
    let value: ExpressionDeclaration
}
