import PassoMessages
import PassoTesting

/// Makes random messages of the whole data model, none of whose parts is one the syntax cannot say.
struct RandomMF2 {
    var random: SeededRandom

    mutating func message() -> MF2Message {
        let names = (0..<number(0...3)).map { "v\($0)" + (random.pick(Self.names) ?? "") }
        let declarations = names.map { name in
            var expression = expression(isInput: true)
            if random.oneIn(2) {
                expression.operand = .variable(name)
                return MF2Declaration.input(MF2Variable(name: name), expression)
            }
            return MF2Declaration.local(MF2Variable(name: name), expression)
        }
        if names.isEmpty || random.oneIn(2) {
            return MF2Message(declarations: declarations, body: .pattern(pattern()))
        }
        let selectors = names.shuffled(using: &random).map { MF2Variable(name: $0) }
        let variants = (0..<number(1...4)).map { _ in
            MF2Variant(keys: selectors.map { _ in key() }, pattern: pattern())
        }
        return MF2Message(
            declarations: declarations,
            body: .matcher(MF2Matcher(selectors: selectors, variants: variants))
        )
    }

    private mutating func pattern() -> MF2Pattern {
        var elements: [MF2Element] = []
        for _ in 0..<number(0...4) {
            switch number(0...3) {
            case 0: elements.append(.expression(expression(isInput: false)))
            case 1: elements.append(.markup(markup()))
            default:
                if case .text? = elements.last { continue }
                elements.append(.text(text()))
            }
        }
        return MF2Pattern(elements: elements)
    }

    private mutating func expression(isInput: Bool) -> MF2Expression {
        let function =
            random.oneIn(2) ? MF2Function(name: identifier(), options: options()) : nil
        let hasOperand = isInput || function == nil || random.oneIn(2)
        return MF2Expression(
            operand: hasOperand ? operand() : nil,
            function: function,
            attributes: attributes()
        )
    }

    private mutating func markup() -> MF2Markup {
        MF2Markup(
            kind: random.pick(MF2Markup.Kind.allCases) ?? .open,
            name: identifier(),
            options: options(),
            attributes: attributes()
        )
    }

    private mutating func options() -> [MF2Option] {
        (0..<number(0...2)).map { MF2Option(name: "\(identifier())\($0)", value: operand()) }
    }

    private mutating func attributes() -> [MF2Attribute] {
        (0..<(random.oneIn(3) ? 2 : 0)).map { _ in
            MF2Attribute(name: identifier(), value: random.oneIn(2) ? literal() : nil)
        }
    }

    private mutating func operand() -> MF2Operand {
        random.oneIn(2) ? .literal(literal()) : .variable(name())
    }

    private mutating func key() -> MF2Key {
        random.oneIn(2)
            ? .catchAll(range: 0..<0)
            : .literal(
                random.pick(["one", "1", "*", "a b", "|", "\\", "é", ""]) ?? "",
                range: 0..<0
            )
    }

    private mutating func identifier() -> String {
        random.oneIn(3) ? "\(name()):\(name())" : name()
    }

    private mutating func name() -> String { "n" + (random.pick(Self.names) ?? "") }

    private mutating func literal() -> String { random.oneIn(2) ? name() : text() }

    private mutating func text() -> String {
        (0..<number(1...4)).map { _ in random.pick(Self.texts) ?? "" }.joined()
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private static let names = [
        "", "1", "-a", ".b", "_", "+", "żółw", "e\u{327}", "名", "🥔", "\u{200D}",
    ]

    private static let texts = [
        "word", " ", "\n", "\t", ".input", ".", "{", "}", "{{", "}}", "\\", "|", "@", "#", "/",
        "$x",
        ":f", "=", "*", "ż", "e\u{301}", "🥔", "\u{200E}", "\u{2067}", "\u{3000}",
        "\u{1}",
        "\r\n",
    ]
}
