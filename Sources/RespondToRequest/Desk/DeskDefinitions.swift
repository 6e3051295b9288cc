public import PassoDefinition
public import PassoDiagnostics
public import PassoMessages

/// The three definitions of the procedure.
public struct DeskDefinitions: Sendable {
    /// The task.
    public let task: Definition
    /// The agent's state.
    public let agent: Definition
    /// The customer form.
    public let form: Definition

    /// All three.
    public var all: [Definition] { [task, agent, form] }

    /// The file names of the shipped definitions.
    public static let fileNames = ["respond-to-request.yaml", "agent.yaml", "customer-form.yaml"]

    /// The text of a shipped definition, or nil when none has that file name.
    public static func shippedSource(_ fileName: String) -> SourceText? {
        shippedText("definitions/" + fileName).map { SourceText(name: fileName, $0) }
    }

    /// The definitions as they ship, checked against the tables that ship; compiled once.
    public static let shipped = Result { () throws(DefinitionRefused) in
        try compile(strings: DeskStrings.shipped)
    }

    /// Compiles the definitions.
    ///
    /// - Parameters:
    ///   - strings: the texts that their keys are checked against; nil leaves them unchecked.
    ///   - sources: texts in place of the shipped ones, by workflow name.
    /// - Returns: the definitions.
    /// - Throws: all diagnostics of the first definition that is refused.
    public static func compile(
        strings: StringBundle?,
        replacing sources: [String: SourceText] = [:]
    ) throws(DefinitionRefused) -> DeskDefinitions {
        DeskDefinitions(
            task: try compile(DeskNames.task, strings, sources),
            agent: try compile(DeskNames.agent, strings, sources),
            form: try compile(DeskNames.form, strings, sources)
        )
    }

    private static func compile(
        _ workflow: String,
        _ strings: StringBundle?,
        _ sources: [String: SourceText]
    ) throws(DefinitionRefused) -> Definition {
        let source =
            sources[workflow] ?? shippedSource(workflow + ".yaml")
            ?? SourceText(name: workflow + ".yaml", "")
        return try DefinitionCompiler.compile(source, strings: strings).get()
    }

    static func shippedText(_ name: String) -> String? {
        EmbeddedTexts.all.first { $0.name == name }?.text
    }
}
