import PassoCEL

extension Chart {
    /// Runs a program of actions.
    func run(
        _ code: Int32,
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        if code != 0 { _ = run(from: Int(code), payload, in: &snapshot, inputs, &effects) }
    }

    /// Runs instructions up to an end.
    ///
    /// - Returns: whether all went well; outside a block an error ends the run.
    private func run(
        from start: Int,
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        var place = start
        var recovery = -1
        while true {
            let instruction = tables.code[place]
            place += 1
            var error: CELError?
            switch instruction.operation {
            case .end: return true
            case .block: recovery = Int(instruction.a)
            case .assignConstant:
                write(
                    tables.constants[Int(instruction.b)],
                    to: instruction.a,
                    in: &snapshot,
                    &effects
                )
            case .watch:
                write(.bool(instruction.b != 0), to: instruction.a, in: &snapshot, &effects)
            case .assign:
                error = assign(instruction, payload, in: &snapshot, inputs, &effects)
            case .add, .remove:
                error = changeList(instruction, payload, in: &snapshot, inputs, &effects)
            case .assignPath:
                error = assignPath(instruction, payload, in: &snapshot, inputs, &effects)
            case .raiseOpen: raiseOpen(instruction, &effects)
            case .sendOpen:
                if !sendOpen(instruction, payload, in: &snapshot, inputs, &effects) {
                    guard recovery >= 0 else { return false }
                    place = recovery
                }
            case .cancelNamed:
                error = cancelNamed(instruction, payload, snapshot, inputs, &effects)
            case .raise: error = raise(instruction, payload, snapshot, inputs, &effects)
            case .send: error = send(instruction, payload, snapshot, inputs, &effects)
            case .cancel:
                effects.all.append(EffectRecord(kind: .cancel, index: instruction.a))
            case .perform: error = perform(instruction, payload, snapshot, inputs, &effects)
            case .tell: tell(instruction, payload, snapshot, inputs, &effects)
            case .log: error = log(instruction, payload, snapshot, inputs, &effects)
            case .jump: place = Int(instruction.a)
            case .jumpUnless:
                switch tables.programs[Int(instruction.a)].test(
                    data: snapshot.values,
                    event: payload,
                    inputs: inputs
                )
                {
                case .true: break
                case .false: place = Int(instruction.b)
                // An error counts as false, and the block goes on (Recommendation, 5.9.1).
                case .error(let error):
                    fail(error, place: Int(instruction.place), &effects)
                    place = Int(instruction.b)
                }
            case .forEach:
                if !repeatBody(instruction, at: place, payload, in: &snapshot, inputs, &effects) {
                    guard recovery >= 0 else { return false }
                    place = recovery
                } else {
                    place = Int(instruction.b)
                }
            case .reachedFinal:
                reachedFinal(instruction.a, payload, snapshot, inputs, &effects)
            }
            if let error {
                fail(error, place: Int(instruction.place), &effects)
                guard recovery >= 0 else { return false }
                place = recovery
            }
        }
    }

    private func assign(
        _ instruction: Instruction,
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        if !instruction.flag,
            let value = tables.quickValues[Int(instruction.b)].value(
                snapshot.values.span,
                payload.span,
                inputs.span
            )
        {
            write(value, to: instruction.a, in: &snapshot, &effects)
            return nil
        }
        switch tables.programs[Int(instruction.b)].evaluate(
            data: snapshot.values,
            event: payload,
            inputs: inputs
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
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        guard case .list(let list) = snapshot.values[Int(instruction.a)] else {
            return CELError(.noMatchingOverload)
        }
        switch tables.programs[Int(instruction.b)].evaluate(
            data: snapshot.values,
            event: payload,
            inputs: inputs
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
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let loop = tables.loops[Int(instruction.a)]
        let items: [CELValue]
        switch tables.programs[Int(loop.list)].evaluate(
            data: snapshot.values,
            event: payload,
            inputs: inputs
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
        for (index, item) in items.enumerated() {
            write(item, to: loop.item, in: &snapshot, &effects)
            if loop.index >= 0 { write(CELValue(index), to: loop.index, in: &snapshot, &effects) }
            guard run(from: body, payload, in: &snapshot, inputs, &effects) else { return false }
        }
        return true
    }

    /// Resets a loop's hidden variable.
    private func forget(_ slot: Int32, in snapshot: inout Snapshot, _ effects: inout Effects) {
        guard slot >= 0, blueprint.data[Int(slot)].isHidden else { return }
        write(blueprint.data[Int(slot)].zero, to: slot, in: &snapshot, &effects)
    }
}
