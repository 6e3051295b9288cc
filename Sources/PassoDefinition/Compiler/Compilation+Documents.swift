import PassoCEL
import PassoDiagnostics

extension Compilation {
    /// Loads every document that the definition names; one that is not there makes a script's
    /// definition wrong (Recommendation, 5.8), and a data item's value an error (5.3).
    mutating func loadDocuments() {
        var data: [Located<String>] = declaration.data.compactMap(\.src)
        declaration.forEachState { data += $0.data.compactMap(\.src) }
        var scripts: [Located<String>] = []
        declaration.forEachAction { action in
            if case .script(let script) = action, let src = script.src { scripts.append(src) }
        }
        // Where keys are wrong, another document may be meant, or none.
        let isSure = !hasErrors
        for src in data where !load(src) && isSure {
            let missing = Diagnostic.missingDocument(src, in: source)
            report(isOpen ? missing.warning : missing)
        }
        for src in scripts where !load(src) && isSure { report(.missingDocument(src, in: source)) }
    }

    /// Loads a document once; its text is part of what the definition says.
    private mutating func load(_ src: Located<String>) -> Bool {
        if let known = texts[src.value] { return known != nil }
        let document = documents?(src.value)
        guard let document, document.utf8.count <= limits.fileBytes else {
            texts[src.value] = .some(nil)
            return false
        }
        texts[src.value] = String(decoding: document.utf8, as: UTF8.self)
        hash.add(document)
        return true
    }

    /// The value of content; that of a document that is not there always fails.
    mutating func program(of content: ContentDeclaration, in scope: Scope) -> CELProgram? {
        switch content {
        case .expression(let expression): compile(expression, in: scope, as: nil)?.program
        case .text(let text): constantProgram(ContentText.value(of: text.value))
        case .xml(let text): constantProgram(CELValue(text.value))
        }
    }

    /// The value of a document's text.
    func program(ofDocument src: Located<String>) -> CELProgram {
        guard let text = texts[src.value] ?? nil else {
            return .failing(.lateMistake("missingDocument", at: 0..<0))
        }
        return constantProgram(ContentText.value(of: text))
    }

    /// A program that gives a value.
    func constantProgram(_ value: CELValue) -> CELProgram {
        var environment = CELEnvironment(functions: [])
        environment.declare(constant: "@value", value)
        let tree = CELExpression(name: "@value", range: 0..<0)
        let checked = CELChecker.check(tree, in: environment).0
        return CELProgram(checked ?? CELChecker.resolve(tree, in: environment), environment)
    }
}
