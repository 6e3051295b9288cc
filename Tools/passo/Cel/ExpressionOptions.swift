import ArgumentParser
import Foundation
import PassoCEL
import PassoDefinition
import PassoDiagnostics

/// The options that say what an expression may name, the same for all commands of `passo cel`.
struct ExpressionOptions: ParsableArguments {
    @Option(help: Words.help(EngineTexts.helpCelData, value: EngineTexts.valueFile))
    var data: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: Words.help(EngineTexts.helpCelSet, value: EngineTexts.valueAssignment)
    )
    var set: [String] = []

    @Option(help: Words.help(EngineTexts.helpCelSchema, value: EngineTexts.valueDefinition))
    var schema: String?

    @Option(help: Words.help(EngineTexts.helpCelEvent, value: EngineTexts.valueEvent))
    var event: String?

    /// Whether the options say nothing about names.
    var nameNothing: Bool { data == nil && schema == nil && set.isEmpty }

    /// Reads what the options name.
    ///
    /// - Parameter usesInput: whether the expression itself comes from standard input.
    /// - Returns: the names with their values.
    /// - Throws: ``ExitStatus`` after saying what is wrong.
    func bindings(usesInput: Bool = false) throws -> Bindings {
        if [usesInput, data == "-", schema == "-"].count(where: \.self) > 1 {
            Words.complain(EngineTexts.celInputTwice)
            throw ExitStatus.usage
        }
        var bindings = try schemaBindings()
        if let data {
            let (isRead, problems) = DataReader.load(data, into: &bindings)
            if !problems.isEmpty { Report.complain(problems) }
            guard isRead else { throw ExitStatus.usage }
        }
        for assignment in set { try assign(assignment, in: &bindings) }
        return bindings
    }

    private func schemaBindings() throws -> Bindings {
        guard let schema else {
            guard event == nil else {
                Words.complain(EngineTexts.celEventWithoutSchema)
                throw ExitStatus.usage
            }
            return Bindings()
        }
        let input = DefinitionInput(path: schema)
        guard let definition = input.definition else {
            Report.complain(input.diagnostics)
            throw ExitStatus(input.diagnostics) ?? .refused
        }
        guard let names = definition.environment(event: event) else {
            try definition.refuseUnknownEvent(event ?? "")
        }
        return Bindings(schema: names)
    }

    /// Takes `name=VALUE`, where the value is an expression over the values so far.
    private func assign(_ assignment: String, in bindings: inout Bindings) throws {
        let text = ExpressionText(SourceText(name: "--set", assignment))
        guard let assignment = Assignment(text) else {
            Words.complain(EngineTexts.celSetForm(assignment: assignment))
            throw ExitStatus.usage
        }
        if let mistakes = assignment.perform(in: &bindings) {
            Report.complain(mistakes.diagnostics)
            throw ExitStatus.refused
        }
    }
}
