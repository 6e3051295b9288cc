import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// An invocation of an open chart (Recommendation, 6.4).
    mutating func openInvoke(
        _ invoke: InvokeDeclaration,
        of state: String,
        number: Int,
        _ context: ActionContext
    ) -> InvokeBlueprint {
        var result = InvokeBlueprint(
            activeSlot: hiddenSlot("invoke.\(state).\(number)", .dyn),
            place: place(invoke.range)
        )
        result.type = invoke.type?.name?.value
        result.typeProgram = program(of: invoke.type, context)
        result.workflow = invoke.workflow?.value
        result.src = invoke.src?.name?.value
        result.srcProgram = program(of: invoke.src, context)
        result.content = invoke.content.flatMap { document($0, context) }
        result.id = invoke.id?.value
        result.arguments =
            nameList(invoke.nameList, context) + named(invoke.arguments, context)
        if let location = invoke.idLocation {
            if let store = storePlace(location, context), store.path.isEmpty {
                result.idSlot = store.slot
            } else {
                // Without a place for its id it does not begin (6.4.2).
                result.srcProgram = .failing(.lateMistake("notALocation", at: 0..<0))
            }
        }
        result.finalize = lower(invoke.finalize ?? [], context)
        result.isAutoforward = invoke.isAutoforward
        return result
    }

    /// The document of an invocation: its text stands as it is.
    mutating func document(
        _ content: ContentDeclaration,
        _ context: ActionContext
    ) -> CELProgram? {
        switch content {
        case .expression(let expression): expressionProgram(expression, context, as: .string)
        case .text(let text), .xml(let text): constantProgram(CELValue(text.value))
        }
    }
}
