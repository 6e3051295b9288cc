/// A message ready to be written by one formatter: variables are places, functions are found.
///
/// Any number of threads may use one.
public struct MF2Template: Sendable {
    let formatter: MF2Formatter
    /// The declarations in order.
    ///
    /// Each refers to earlier ones only, so that none needs itself.
    let declarations: [Expression]
    let body: Body

    enum Body: Sendable {
        case pattern([Element])
        case choice(selectors: [Selector], variants: [Variant])
    }

    enum Element: Sendable {
        case text(String)
        case expression(Expression)
        case markup(MF2Markup, options: [Option])
    }

    struct Selector: Sendable {
        let place: Place
        let range: Range<Int>
    }

    struct Variant: Sendable {
        /// Nil for `*`.
        let keys: [Key?]
        let pattern: [Element]
    }

    struct Key: Sendable {
        let text: String
        let range: Range<Int>
    }

    struct Expression: Sendable {
        let operand: Operand?
        /// The name of the function; nil where there is none.
        let function: String?
        /// Nil where no function has the name.
        let handler: MF2FunctionHandler?
        let options: [Option]
        /// What stands for the expression where it cannot be written.
        let source: String
        let range: Range<Int>
        /// The declarations that it needs, each once.
        let needs: [Int]
    }

    enum Operand: Sendable {
        case literal(String)
        case variable(Place)
    }

    struct Option: Sendable {
        let name: String
        let value: Operand
        let range: Range<Int>
    }

    /// Where the value of a variable comes from.
    enum Place: Sendable {
        case declaration(Int, name: String)
        case argument(String)

        var source: String {
            switch self {
            case .declaration(_, let name), .argument(let name): "$" + name
            }
        }
    }

    /// Writes the message as a text.
    ///
    /// - Parameter arguments: the values of its variables by name without `$`.
    /// - Returns: the text and what went wrong.
    public func format(_ arguments: [String: MF2Value] = [:]) -> MF2Formatted {
        var run = MF2Run(self, arguments)
        var writer = MF2PatternWriter(formatter, wantsParts: false)
        run.write(to: &writer)
        return MF2Formatted(text: writer.text, errors: run.errors)
    }

    /// Writes the message as parts.
    public func parts(_ arguments: [String: MF2Value] = [:]) -> MF2FormattedParts {
        var run = MF2Run(self, arguments)
        var writer = MF2PatternWriter(formatter, wantsParts: true)
        run.write(to: &writer)
        return MF2FormattedParts(parts: writer.parts, errors: run.errors)
    }
}
