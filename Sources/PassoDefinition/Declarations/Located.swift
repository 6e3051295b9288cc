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
    /// Where the text begins in that of the scalar.
    var offset = 0

    /// Where a range of the text stands in the file.
    func sourceRange(of range: Range<Int>) -> SourceRange {
        let whole = range.lowerBound + offset..<range.upperBound + offset
        return scalar?.sourceRange(of: whole) ?? self.range
    }

    /// A part of the text as an expression of its own.
    ///
    /// - Parameter part: UTF-8 offsets in the text, at the ends of characters.
    /// - Returns: the expression.
    func part(_ part: Range<Int>) -> ExpressionDeclaration {
        ExpressionDeclaration(
            text: String(decoding: Array(text.utf8)[part], as: UTF8.self),
            range: sourceRange(of: part),
            scalar: scalar,
            offset: offset + part.lowerBound
        )
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
