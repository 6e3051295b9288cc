import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics

extension World {
    /// A document that instances run, beside the definitions by name.
    struct Document: Sendable {
        let kept: KeptDocument
        let definition: Definition
    }

    /// The definition of a workflow's name or of a document's key.
    func definition(for workflow: String) -> Definition? {
        definitions[workflow] ?? documents[workflow]?.definition
    }

    /// Compiles a document and keeps it, unless it is kept already.
    ///
    /// - Returns: its key, which is not the name of any workflow.
    mutating func keep(
        _ source: SourceText,
        host: some WorldHost
    ) throws(InvocationProblem) -> String {
        var key = "#" + source.hash
        while let known = documents[key]?.kept {
            let isSame = known.attachments.allSatisfy { host.document(at: $0)?.text == $1 }
            if isSame, known.text == source.text, known.name == source.name { return key }
            key += "+"
        }
        if documents.count >= limits.documents { forgetDocuments() }
        guard documents.count < limits.documents else { throw .limit("documents") }
        var attachments: [String: SourceText] = [:]
        let result = DefinitionCompiler.compile(source, strings: nil) { address in
            attachments[address] = host.document(at: address)
            return attachments[address]
        }
        guard let definition = result.definition else {
            let mistakes = result.diagnostics.filter { $0.severity == .error }
            throw .refused(mistakes.map { "\($0.id)" })
        }
        documents[key] = Document(
            kept: KeptDocument(source, attachments: attachments),
            definition: definition
        )
        return key
    }

    /// What of some values may take the place of a definition's initial data: only items that it
    /// declares (Recommendation, 6.4.3).
    func declared(
        _ values: [String: CELValue],
        in definition: Definition
    ) -> [String: CELValue] {
        values.filter { definition.rootData.contains($0.key) }
    }

    /// Lets go of the documents that no instance runs.
    private mutating func forgetDocuments() {
        let used = usedDocuments
        documents = documents.filter { used.contains($0.key) }
    }

    /// The keys of the documents that instances run or are to run.
    var usedDocuments: Set<String> {
        Set(instances.inOrder.map(\.workflow)).union(starts.map(\.workflow))
            .intersection(documents.keys)
    }
}
