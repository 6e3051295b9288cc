internal import PassoICU

extension MF2Template {
    /// Looks up the names of a message.
    init(_ message: MF2Message, _ formatter: MF2Formatter) {
        var names = Names(functions: formatter.functions)
        var declarations: [Expression] = []
        for declaration in message.declarations {
            // What is declared is known from the next declaration on.
            declarations.append(names.expression(declaration.expression))
            names.declare(declaration.variable.name)
        }
        self.formatter = formatter
        self.declarations = declarations
        switch message.body {
        case .pattern(let pattern): body = .pattern(names.pattern(pattern))
        case .matcher(let matcher):
            body = .choice(
                selectors: matcher.selectors.map {
                    Selector(place: names.place($0.name), range: $0.range)
                },
                variants: matcher.variants.map {
                    Variant(keys: $0.keys.map(names.key), pattern: names.pattern($0.pattern))
                }
            )
        }
    }

    /// The names that are known at one place of a message.
    private struct Names {
        let functions: MF2FunctionRegistry
        private var declared: [String: Int] = [:]
        private var count = 0

        init(functions: MF2FunctionRegistry) { self.functions = functions }

        mutating func declare(_ name: String) {
            declared[name] = count
            count += 1
        }

        func place(_ name: String) -> Place {
            declared[name].map { .declaration($0, name: name) } ?? .argument(name)
        }

        func operand(_ operand: MF2Operand) -> Operand {
            switch operand {
            case .literal(let text): .literal(text)
            case .variable(let name): .variable(place(name))
            }
        }

        func options(_ options: [MF2Option]) -> [Option] {
            options.map { Option(name: $0.name, value: operand($0.value), range: $0.range) }
        }

        func expression(_ expression: MF2Expression) -> Expression {
            let operand = expression.operand.map { self.operand($0) }
            let function = expression.function
            let options = self.options(function?.options ?? [])
            return Expression(
                operand: operand,
                function: function?.name,
                handler: function.flatMap { functions[$0.name] },
                options: options,
                source: expression.source,
                range: expression.range,
                needs: needs(operand, options)
            )
        }

        private func needs(_ operand: Operand?, _ options: [Option]) -> [Int] {
            var needs: [Int] = []
            for case .variable(.declaration(let place, _))? in [operand] + options.map(\.value)
            where !needs.contains(place) {
                needs.append(place)
            }
            return needs
        }

        func key(_ key: MF2Key) -> Key? {
            switch key {
            case .literal(let text, let range): Key(text: TextFold.nfc(text), range: range)
            case .catchAll: nil
            }
        }

        func pattern(_ pattern: MF2Pattern) -> [Element] {
            pattern.elements.map { element in
                switch element {
                case .text(let text): .text(text)
                case .expression(let expression): .expression(self.expression(expression))
                case .markup(let markup): .markup(markup, options: options(markup.options))
                }
            }
        }
    }
}

extension MF2Expression {
    /// What stands for the expression where it cannot be written (section *Fallback Resolution*).
    fileprivate var source: String {
        switch operand {
        case .literal(let text): "|" + text.escaped + "|"
        case .variable(let name): "$" + name
        case nil: function.map { ":" + $0.name } ?? "\u{FFFD}"
        }
    }
}

extension String {
    /// The text of a quoted literal with its escapes.
    fileprivate var escaped: String {
        guard utf8.contains(where: { $0 == 0x5C || $0 == 0x7C }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar == "\\" || scalar == "|" { text.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
