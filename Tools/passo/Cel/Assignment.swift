import PassoCEL
import PassoDefinition
import PassoDiagnostics
import PassoICU

/// A name with the expression whose value it is to have: `name = expression`.
struct Assignment {
    let name: String
    let expression: ExpressionText

    /// Reads an assignment; nil when it is not a name, `=` and the rest.
    init?(_ text: ExpressionText) {
        let bytes = text.source.utf8
        guard let sign = bytes[text.start...].firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let target = TextFold.trimmed(text.source.text(in: SourceRange(text.start, sign)))
        guard Self.isName(target) else { return nil }
        name = target
        expression = ExpressionText(text.source, from: sign + 1)
    }

    /// Evaluates the expression and gives its value to the name.
    ///
    /// - Returns: what is wrong; nil when the name has its value.
    func perform(in bindings: inout Bindings) -> Mistakes? {
        switch CheckedExpression.evaluate(expression, bindings) {
        case .failure(let mistakes): return mistakes
        case .success(let evaluation):
            let value = evaluation.value
            if let type = bindings.declared.type(ofVariable: name), !value.fits(type) {
                let mistake = Diagnostic.expressionType(
                    value.type.description,
                    expected: type.description,
                    at: expression.range(0..<expression.text.utf8.count),
                    in: expression.source
                )
                return Mistakes([mistake])
            }
            bindings.set(name, value)
            return nil
        }
    }

    /// Whether a text is a name as expressions write it, perhaps dotted.
    private static func isName(_ text: String) -> Bool {
        let (parsed, problems) = CELParser.parse(text)
        guard let parsed, problems.isEmpty else { return false }
        return parsed.nodes.allSatisfy {
            switch $0.kind {
            case .identifier(_, let isRooted): !isRooted
            case .select(_, _, let isTest): !isTest
            default: false
            }
        } && text.utf8.allSatisfy { $0 != UInt8(ascii: "(") && $0 > 0x20 }
    }
}
