import PassoCEL

extension ChartBuilder {
    /// Assembles the entry and exit programs of all states.
    mutating func assembleStates() throws(ChartProblem) {
        for number in tables.states.indices {
            try layOutInvokes(of: number)
            tables.states[number].entryCode = try assembleEntry(of: number)
            tables.states[number].exitCode = try assembleExit(of: number)
            try assembleDoneData(of: number)
        }
    }

    private mutating func assembleDoneData(of number: Int) throws(ChartProblem) {
        let state = described[number]
        let parent = tables.states[number].parent
        guard tables.states[number].kind == .final else { return }
        try assembleDoneContent(of: number)
        guard parent > 0 else { return }
        let event = tables.states[Int(parent)].doneEvent
        // A final state without data may end a parent whose event has some: zero values stand in.
        if !state.doneData.isEmpty {
            try checkPayload(state.doneData.count, of: event, place: state.place)
        }
        tables.states[number].doneData = argumentPool(state.doneData)
    }

    private func checkPayload(
        _ count: Int,
        of event: Int32,
        place: Int
    ) throws(ChartProblem) {
        guard tables.events[Int(event)].parameters.count == count else {
            throw .wrongPayload(event: tables.eventNames[Int(event)], place: place)
        }
    }

    private mutating func assembleEntry(of number: Int) throws(ChartProblem) -> Int32 {
        let state = described[number]
        let start = tables.code.count
        emitWatches(of: number, isActive: true)
        for block in state.entry { try emitBlock(block) }
        for (index, timer) in state.timers.enumerated() {
            let name = TimerBlueprint.eventName(of: state.id, index: index)
            try emitBlock([
                .send(
                    SendBlueprint(event: name, delay: timer.delay, id: name, place: timer.place)
                )
            ])
        }
        if !state.invokes.isEmpty { emit(.invoke, a: Int32(truncatingIfNeeded: number)) }
        if tables.states[number].kind == .final {
            emit(.reachedFinal, a: Int32(truncatingIfNeeded: number))
        }
        return finish(start)
    }

    private mutating func assembleExit(of number: Int) throws(ChartProblem) -> Int32 {
        let state = described[number]
        let start = tables.code.count
        for index in state.timers.indices {
            let name = TimerBlueprint.eventName(of: state.id, index: index)
            emit(.cancel, a: sendID(name))
        }
        for block in state.exit { try emitBlock(block) }
        if !state.invokes.isEmpty { emit(.cancelInvokes, a: Int32(truncatingIfNeeded: number)) }
        // A final state at the top stays visible after the end.
        let staysVisible = tables.states[number].kind == .final && tables.states[number].parent == 0
        if !staysVisible { emitWatches(of: number, isActive: false) }
        return finish(start)
    }

    private mutating func emitWatches(of number: Int, isActive: Bool) {
        for slot in watchSlots[Int32(truncatingIfNeeded: number)] ?? [] {
            emit(.assignBool, a: slot, b: isActive ? 1 : 0)
        }
    }

    /// Assembles blocks into one program.
    mutating func assemble(blocks: [[ActionBlueprint]]) throws(ChartProblem) -> Int32 {
        let start = tables.code.count
        for block in blocks { try emitBlock(block) }
        return finish(start)
    }

    private mutating func finish(_ start: Int) -> Int32 {
        guard tables.code.count > start else { return 0 }
        emit(.end)
        // Where the first block begins need not be told.
        let first = tables.code[start].operation == .block ? start + 1 : start
        return Int32(truncatingIfNeeded: first)
    }

    /// Emits one block of executable content: an error in it ends it and nothing else.
    private mutating func emitBlock(_ actions: [ActionBlueprint]) throws(ChartProblem) {
        guard !actions.isEmpty else { return }
        let start = emit(.block)
        try emit(actions, depth: 0)
        tables.code[start].a = next
    }

    private var next: Int32 { Int32(truncatingIfNeeded: tables.code.count) }

    @discardableResult
    mutating func emit(
        _ operation: Instruction.Operation,
        flag: Bool = false,
        a: Int32 = 0,
        b: Int32 = 0,
        place: Int = 0
    ) -> Int {
        tables.code.append(
            Instruction(
                operation: operation,
                flag: flag,
                a: a,
                b: b,
                place: Int32(truncatingIfNeeded: place)
            )
        )
        return tables.code.count - 1
    }

    private mutating func emit(
        _ actions: [ActionBlueprint],
        depth: Int
    ) throws(ChartProblem) {
        guard depth <= CoreLimits.actionDepth else { throw .limit("actionDepth") }
        for action in actions { try emit(action, depth: depth) }
    }

    private mutating func emit(_ action: ActionBlueprint, depth: Int) throws(ChartProblem) {
        switch action {
        case .assign(let slot, let program, let place):
            try emitAssign(slot, program, place)
        case .assignPath(let slot, let path, let value, let place):
            try emitAssign(slot, path, value, place)
        case .cancelExpression(let value, let place):
            emit(.cancelNamed, a: program(value), place: place)
        case .add(let slot, let value, let place):
            try checkSlot(slot, place: place)
            emit(.add, a: Int32(slot), b: program(value), place: place)
        case .remove(let slot, let value, let place):
            try checkSlot(slot, place: place)
            emit(.remove, a: Int32(slot), b: program(value), place: place)
        case .raise(let name, _, let place) where blueprint.isOpen:
            emitOpenRaise(name, place: place)
        case .raise(let name, let payload, let place):
            guard let event = eventNumbers[name] else { throw .unknownEvent(name, place: place) }
            try checkPayload(payload.count, of: event, place: place)
            emit(.raise, a: event, b: argumentList(payload), place: place)
        case .send(let send) where isOpen(send): try emitOpenSend(send)
        case .send(let send): try emitSend(send)
        case .cancel(let id, let place): emit(.cancel, a: sendID(id), place: place)
        case .perform(let name, let arguments, let place):
            guard let action = actionNumbers[name] else {
                throw .unknownAction(name, place: place)
            }
            emit(.perform, a: action, b: argumentList(arguments), place: place)
        case .tell(let message, let place):
            emit(.tell, a: Int32(truncatingIfNeeded: tables.tells.count), place: place)
            tables.tells.append(message)
        case .branch(let branches, let place):
            try emitBranches(branches, place: place, depth: depth)
        case .forEach(let loop): try emitLoop(loop, depth: depth)
        case .log(let label, let value, let place):
            emit(.log, a: Int32(truncatingIfNeeded: tables.logs.count), place: place)
            tables.logs.append(LogRecord(label: label, program: program(value)))
        }
    }

    private mutating func emitAssign(
        _ slot: Int,
        _ value: CELProgram,
        _ place: Int
    ) throws(ChartProblem) {
        try checkSlot(slot, place: place)
        let kind = tables.dataKinds[slot]
        if let constant = value.constantValue, kind.admits(constant) {
            if emitScalar(constant, to: slot) { return }
            emit(
                .assignConstant,
                a: Int32(slot),
                b: Int32(truncatingIfNeeded: tables.constants.count),
                place: place
            )
            tables.constants.append(constant)
            return
        }
        let isCertain = value.type == blueprint.data[slot].type
        let isQuick = isCertain && value.quickValue.kind != .none
        emit(
            isQuick ? .assignQuick : .assign,
            flag: !isCertain,
            a: Int32(slot),
            b: program(value),
            place: place
        )
    }

    /// Emits the assignment of a constant that fits an instruction.
    ///
    /// - Returns: whether it does.
    private mutating func emitScalar(_ constant: CELValue, to slot: Int) -> Bool {
        switch constant {
        case .bool(let value): emit(.assignBool, a: Int32(slot), b: value ? 1 : 0)
        case .int(let value):
            guard let small = Int32(exactly: value) else { return false }
            emit(.assignInt, a: Int32(slot), b: small)
        default: return false
        }
        return true
    }

    private mutating func emitSend(_ send: SendBlueprint) throws(ChartProblem) {
        let event = eventNumbers[send.event]
        if let target = send.target {
            guard blueprint.targets.contains(target) else {
                throw .unknownTarget(target, place: send.place)
            }
        } else if event == nil {
            throw .unknownEvent(send.event, place: send.place)
        }
        if send.target == nil, !blueprint.isOpen, let event {
            try checkPayload(send.payload.count, of: event, place: send.place)
        }
        let delay = send.delay.map { program($0) } ?? -1
        let constant: Int64? =
            send.delay.map { $0.constantValue.flatMap { delayNanoseconds($0) } } ?? 0
        emit(.send, a: Int32(truncatingIfNeeded: tables.sends.count), place: send.place)
        tables.sends.append(
            SendRecord(
                event: send.target == nil ? event ?? -1 : -1,
                name: send.event,
                payload: argumentPool(send.payload),
                target: send.target,
                delay: delay,
                constantDelay: constant ?? -1,
                id: send.id.map { sendID($0) } ?? -1,
                place: send.place
            )
        )
    }

    private mutating func emitBranches(
        _ branches: [BranchBlueprint],
        place: Int,
        depth: Int
    ) throws(ChartProblem) {
        var jumps: [Int] = []
        for branch in branches {
            let test = branch.condition.map {
                emit(.jumpUnless, a: program($0), place: place)
            }
            try emit(branch.actions, depth: depth + 1)
            jumps.append(emit(.jump))
            if let test { tables.code[test].b = next }
        }
        for jump in jumps { tables.code[jump].a = next }
    }

    private mutating func emitLoop(
        _ loop: ForEachBlueprint,
        depth: Int
    ) throws(ChartProblem) {
        try checkSlot(loop.item, place: loop.place)
        if let index = loop.index { try checkSlot(index, place: loop.place) }
        let start = emit(
            .forEach,
            a: Int32(truncatingIfNeeded: tables.loops.count),
            place: loop.place
        )
        tables.loops.append(
            LoopRecord(
                list: program(loop.list),
                item: Int32(loop.item),
                index: loop.index.map { Int32($0) } ?? -1
            )
        )
        try emit(loop.actions, depth: depth + 1)
        emit(.end)
        tables.code[start].b = next
    }

    mutating func sendID(_ id: String) -> Int32 {
        if let known = sendNumbers[id] { return known }
        let number = Int32(truncatingIfNeeded: tables.sendIDs.count)
        tables.sendIDs.append(id)
        sendNumbers[id] = number
        return number
    }

    private mutating func argumentPool(_ programs: [CELProgram]) -> Stretch {
        let numbers = programs.map { program($0) }
        let stretch = Stretch(start: tables.argumentPool.count, count: numbers.count)
        tables.argumentPool += numbers
        return stretch
    }

    private mutating func argumentList(_ programs: [CELProgram]) -> Int32 {
        let stretch = argumentPool(programs)
        tables.argumentLists.append(stretch)
        return Int32(truncatingIfNeeded: tables.argumentLists.count - 1)
    }
}
