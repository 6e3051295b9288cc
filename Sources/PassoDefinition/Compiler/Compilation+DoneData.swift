import PassoCEL
import PassoCore
import PassoDiagnostics

/// The data of one final state, compiled.
struct DoneData {
    let programs: [NamedProgram]
    let range: SourceRange
}

extension Compilation {
    /// Compiles the data of the final states of a typed chart, and gives the done events of their
    /// parents the parameters that transitions read as `event.NAME` (Recommendation, 5.5).
    mutating func collectDoneData() {
        guard !isOpen else { return }
        var finals: [StateDeclaration] = []
        declaration.forEachState { if $0.kind == .final, $0.doneData != nil { finals.append($0) } }
        var byParent: [Int: [String]] = [:]
        for state in finals {
            guard let number = tree.index[state.id.value], doneData[number] == nil,
                let arguments = state.doneData?.arguments
            else { continue }
            let programs = named(arguments, ActionContext(scope: valueScope))
            let range = state.keys["donedata"] ?? state.id.range
            doneData[number] = DoneData(programs: programs, range: range)
            guard let parent = tree.nodes[number].parent, parent != 0 else { continue }
            guard let first = byParent[parent] else {
                byParent[parent] = programs.map(\.name)
                deriveDone(parent, programs, at: range)
                continue
            }
            let known = symbols.eventIndex["done.state.\(tree.nodes[parent].id)"].map {
                symbols.events[$0].signature.parameters
            }
            let isSame =
                first == programs.map(\.name)
                && zip(known ?? [], programs).allSatisfy { $0.type.accepts($1.value.type) }
            if !isSame { report(.doneDataDiffers(tree.nodes[parent].id, at: range, in: source)) }
        }
    }

    private mutating func deriveDone(
        _ parent: Int,
        _ programs: [NamedProgram],
        at range: SourceRange
    ) {
        let parameters = programs.map { ParameterSymbol(name: $0.name, type: $0.value.type) }
        derive("done.state.\(tree.nodes[parent].id)", parameters, at: range)
    }

    /// The data that a final state ends its parent with.
    mutating func lowerDoneData(_ state: StateDeclaration, into result: inout StateBlueprint) {
        let number = tree.index[state.id.value] ?? 0
        let isTop = tree.nodes[number].parent == 0
        if let declared = state.doneData {
            let range = state.keys["donedata"] ?? state.id.range
            guard state.kind == .final else {
                return report(.unknownKey("donedata", among: [], at: range, in: source))
            }
            if isOpen || isTop, isOpen || declared.content != nil {
                let context = ActionContext(scope: valueScope)
                result.doneContent = data(declared.content, [], declared.arguments, context)
                return
            }
            if let content = declared.content {
                report(.unknownKey("content", among: ["with"], at: content.range, in: source))
            }
        }
        guard !isOpen, state.kind == .final else { return }
        let programs = doneData[number]?.programs ?? []
        if isTop {
            if !programs.isEmpty { result.doneContent = .named(programs) }
            return
        }
        result.doneData = donePayload(number, programs)
    }

    /// The values of the parameters of the parent's done event; those that a final state does not
    /// give have the zero values of their types.
    private func donePayload(_ number: Int, _ programs: [NamedProgram]) -> [CELProgram] {
        guard let parent = tree.nodes[number].parent,
            let index = symbols.eventIndex["done.state.\(tree.nodes[parent].id)"]
        else { return [] }
        return symbols.events[index].signature.parameters.map { parameter in
            programs.first { $0.name == parameter.name }?.value
                ?? constantProgram(parameter.type.zero)
        }
    }
}
