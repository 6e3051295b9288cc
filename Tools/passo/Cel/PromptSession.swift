import PassoCEL
import PassoDefinition
import PassoDiagnostics
import PassoICU
import PassoMessages

/// Expressions and commands line by line, without a terminal.
struct PromptSession {
    /// What a line comes to.
    enum Answer {
        /// Nothing to say.
        case nothing
        /// A result.
        case text(String)
        /// What is wrong with an expression or a file; not all of it need be an error.
        case mistakes([Diagnostic])
        /// What is wrong with a command.
        case complaint(LocalizedMessage)
        /// The session is over.
        case end
    }

    private(set) var bindings: Bindings

    init(_ bindings: Bindings) { self.bindings = bindings }

    /// Does what a line says.
    ///
    /// - Parameter line: the line with its place: a command after `:`, or an expression.
    /// - Returns: what is to be shown.
    mutating func enter(_ line: ExpressionText) -> Answer {
        let trimmed = TextFold.trimmed(line.text)
        guard !trimmed.isEmpty, !trimmed.hasPrefix("//") else { return .nothing }
        guard trimmed.hasPrefix(":") else {
            return Self.answer(CheckedExpression.evaluate(line, bindings)) {
                $0.value.description
            }
        }
        let word = String(trimmed.dropFirst().prefix { !$0.isWhitespace })
        guard let command = PromptWord(rawValue: word) else { return Self.unknown(word) }
        let lead = line.text.utf8.prefix { $0 != UInt8(ascii: ":") }.count
        let rest = ExpressionText(line.source, from: line.start + lead + 1 + word.utf8.count)
        return perform(command, rest)
    }

    private mutating func perform(_ command: PromptWord, _ rest: ExpressionText) -> Answer {
        let argument = TextFold.trimmed(rest.text)
        if command.takesExpression, argument.isEmpty { return .complaint(command.form) }
        switch command {
        case .let: return assign(rest)
        case .type:
            return Self.answer(CheckedExpression.check(rest, bindings, isTyped: true)) {
                $0.checked.type.description
            }
        case .explain:
            return Self.answer(ExplainedExpression.explain(rest, bindings)) {
                ExplanationTree(isColored: Console.isColored).text(of: $0.explanation)
            }
        case .format:
            let (parsed, problems) = CELParser.parse(rest.text)
            guard let parsed, problems.isEmpty else {
                return .mistakes(Mistakes(problems, in: rest).diagnostics)
            }
            return .text(parsed.formatted())
        case .load: return load(argument)
        case .vars: return list(bindings.names.map(describe))
        case .functions: return functions(argument)
        case .help: return .text(PromptWord.list)
        case .quit: return .end
        }
    }

    private static func answer<Value>(
        _ result: Result<Value, Mistakes>,
        _ text: (Value) -> String
    ) -> Answer {
        switch result {
        case .success(let value): .text(text(value))
        case .failure(let mistakes): .mistakes(mistakes.diagnostics)
        }
    }

    private static func unknown(_ word: String) -> Answer {
        let near = nearest(to: word, in: PromptWord.allCases.map(\.rawValue))
        return .complaint(
            near.map { EngineTexts.celUnknownCommandNear(command: word, near: $0) }
                ?? EngineTexts.celUnknownCommand(command: word)
        )
    }

    private mutating func assign(_ rest: ExpressionText) -> Answer {
        guard let assignment = Assignment(rest) else { return .complaint(PromptWord.let.form) }
        guard let mistakes = assignment.perform(in: &bindings) else { return .nothing }
        return .mistakes(mistakes.diagnostics)
    }

    private mutating func load(_ path: String) -> Answer {
        // Standard input is where the lines come from.
        guard path != "-" else { return .complaint(EngineTexts.celInputTwice) }
        let (_, problems) = DataReader.load(path, into: &bindings)
        return problems.isEmpty ? .nothing : .mistakes(problems)
    }

    private func list(_ lines: [String]) -> Answer {
        lines.isEmpty ? .nothing : .text(lines.joined(separator: "\n"))
    }

    /// A name with its type, and its value as far as a line holds it.
    private func describe(_ name: String) -> String {
        let type = bindings.type(of: name)?.description ?? "dyn"
        guard let value = bindings[name]?.description else { return "\(name): \(type)" }
        let start = value.prefix(200)
        let isWhole = start.endIndex == value.endIndex
        return "\(name): \(type) = \(start)" + (isWhole ? "" : "…")
    }

    private func functions(_ name: String) -> Answer {
        let all = FunctionList(bindings.declared)
        guard !name.isEmpty else { return list(all.names) }
        let signatures = all.signatures(of: name)
        guard signatures.isEmpty else { return list(signatures) }
        let near = nearest(to: name, in: all.names)
        return .complaint(
            near.map { EngineTexts.celUnknownFunctionNear(name: name, near: $0) }
                ?? EngineTexts.celUnknownFunction(name: name)
        )
    }
}
