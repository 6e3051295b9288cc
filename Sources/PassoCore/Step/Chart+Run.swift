import PassoCEL

extension Chart {
    /// Runs a program of actions.
    @inline(__always)
    func run(
        _ code: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        if code == 0 { return }
        _ = run(from: Int(code), isBody: false, payload, in: &snapshot, inputs, &effects)
    }

    /// Runs instructions up to an end.
    ///
    /// - Returns: whether all went well; outside a block, and in the body of a loop, an error ends the
    ///   run.
    private func run(
        from start: Int,
        isBody: Bool,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        var place = start
        while place >= 0 {
            let instruction = tables.code[place]
            place &+= 1
            switch instruction.operation {
            case .end: return true
            case .block: break
            case .assignInt:
                write(.int(Int64(instruction.b)), to: instruction.a, in: &snapshot, &effects)
            case .assignBool:
                write(.bool(instruction.b != 0), to: instruction.a, in: &snapshot, &effects)
            case .jump: place = Int(instruction.a)
            case .cancel:
                effects.all.append(EffectRecord(kind: .cancel, index: instruction.a))
            case .assignQuick:
                guard
                    let value = tables.quickValues[Int(instruction.b)].quickly(
                        snapshot.values,
                        payload,
                        inputs
                    )
                else { fallthrough }
                write(value, to: instruction.a, in: &snapshot, &effects)
            default:
                place = run(
                    instruction,
                    at: place,
                    isBody: isBody,
                    payload,
                    in: &snapshot,
                    inputs,
                    &effects
                )
            }
        }
        return false
    }

    /// Runs one instruction that takes longer.
    ///
    /// - Returns: where to go on, or -1 when an error outside a block ends the run.
    @inline(never)
    private func run(
        _ instruction: Instruction,
        at next: Int,
        isBody: Bool,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Int {
        var error: CELError?
        switch instruction.operation {
        case .end, .block, .assignInt, .assignBool, .jump, .cancel: break
        case .assignConstant:
            let constant = tables.constants[Int(instruction.b)]
            write(constant, to: instruction.a, in: &snapshot, &effects)
        case .assign, .assignQuick:
            error = assign(instruction, payload, in: &snapshot, inputs, &effects)
        case .add, .remove:
            error = changeList(instruction, payload, in: &snapshot, inputs, &effects)
        case .assignPath:
            error = assignPath(instruction, payload, in: &snapshot, inputs, &effects)
        case .raiseOpen: raiseOpen(instruction, &effects)
        case .sendOpen:
            return sendOpen(instruction, payload, in: &snapshot, inputs, &effects)
                ? next : recovery(before: next, isBody: isBody)
        case .cancelNamed:
            error = cancelNamed(instruction, payload, snapshot, inputs, &effects)
        case .raise: error = raise(instruction, payload, snapshot, inputs, &effects)
        case .send: error = send(instruction, payload, snapshot, inputs, &effects)
        case .perform: error = perform(instruction, payload, snapshot, inputs, &effects)
        case .tell: tell(instruction, payload, snapshot, inputs, &effects)
        case .log: error = log(instruction, payload, snapshot, inputs, &effects)
        case .jumpUnless:
            return holds(instruction, payload, snapshot, inputs, &effects)
                ? next : Int(instruction.b)
        case .forEach:
            guard repeatBody(instruction, at: next, payload, in: &snapshot, inputs, &effects)
            else { return recovery(before: next, isBody: isBody) }
            return Int(instruction.b)
        case .invoke: effects.work.invoking.append(instruction.a)
        case .cancelInvokes: cancelInvokes(of: instruction.a, in: &snapshot, &effects)
        case .reachedFinal:
            reachedFinal(instruction.a, payload, snapshot, inputs, &effects)
        }
        guard let error else { return next }
        fail(error, place: Int(instruction.place), &effects)
        return recovery(before: next, isBody: isBody)
    }

    /// Where to go on after an error: behind the block that the instruction before a place is in.
    ///
    /// Blocks do not nest, so that the nearest one is it.
    private func recovery(before next: Int, isBody: Bool) -> Int {
        if isBody { return -1 }
        var place = next - 1
        while place > 0, tables.code[place].operation != .block { place -= 1 }
        return tables.code[place].a >= next ? Int(tables.code[place].a) : -1
    }

    /// Whether a branch is taken.
    private func holds(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        switch tables.programs[Int(instruction.a)].test(
            data: snapshot.values.span,
            event: payload,
            inputs: inputs.span
        )
        {
        case .true: return true
        case .false: return false
        // An error counts as false, and the block goes on (Recommendation, 5.9.1).
        case .error(let error):
            fail(error, place: Int(instruction.place), &effects)
            return false
        }
    }

    private func assign(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        switch tables.programs[Int(instruction.b)].evaluate(
            data: snapshot.values.span,
            event: payload,
            inputs: inputs.span
        )
        {
        case .failure(let error): return error
        case .success(let value):
            guard !instruction.flag || tables.dataKinds[Int(instruction.a)].admits(value) else {
                return CELError(.invalidArgument)
            }
            write(value, to: instruction.a, in: &snapshot, &effects)
            return nil
        }
    }

    /// Appends to a list, or removes what is equal from it.
    private func changeList(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        guard case .list(let list) = snapshot.values[Int(instruction.a)] else {
            return CELError(.noMatchingOverload)
        }
        switch tables.programs[Int(instruction.b)].evaluate(
            data: snapshot.values.span,
            event: payload,
            inputs: inputs.span
        )
        {
        case .failure(let error): return error
        case .success(let value):
            let isAdding = instruction.operation == .add
            guard !isAdding || list.count < CoreLimits.listItems else { return CELError(.limit) }
            let changed =
                isAdding ? list.elements + [value] : list.elements.filter { $0 != value }
            let result = CELValue(changed)
            guard tables.dataKinds[Int(instruction.a)].admits(result) else {
                return CELError(.invalidArgument)
            }
            write(result, to: instruction.a, in: &snapshot, &effects)
            return nil
        }
    }

    /// Runs a loop's body for each item of what the list is when the loop begins.
    private func repeatBody(
        _ instruction: Instruction,
        at body: Int,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let loop = tables.loops[Int(instruction.a)]
        let items: [CELValue]
        switch tables.programs[Int(loop.list)].evaluate(
            data: snapshot.values.span,
            event: payload,
            inputs: inputs.span
        )
        {
        case .success(.list(let list)): items = list.elements
        case .success:
            fail(CELError(.invalidArgument), place: Int(instruction.place), &effects)
            return false
        case .failure(let error):
            fail(error, place: Int(instruction.place), &effects)
            return false
        }
        defer {
            forget(loop.item, in: &snapshot, &effects)
            forget(loop.index, in: &snapshot, &effects)
        }
        effects.work.isTouched = true
        for (index, item) in items.enumerated() {
            effects.work.rounds += 1
            guard effects.work.rounds <= CoreLimits.loopRounds else {
                fail(CELError(.limit), place: Int(instruction.place), &effects)
                return false
            }
            write(item, to: loop.item, in: &snapshot, &effects)
            if loop.index >= 0 { write(CELValue(index), to: loop.index, in: &snapshot, &effects) }
            guard run(from: body, isBody: true, payload, in: &snapshot, inputs, &effects) else {
                return false
            }
        }
        return true
    }

    /// Resets a loop's hidden variable.
    private func forget(_ slot: Int32, in snapshot: inout Snapshot, _ effects: inout Effects) {
        guard slot >= 0, blueprint.data[Int(slot)].isHidden else { return }
        write(blueprint.data[Int(slot)].zero, to: slot, in: &snapshot, &effects)
    }
}
