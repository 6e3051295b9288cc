import PassoCEL

extension Chart {
    func raise(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let arguments = tables.argumentLists[Int(instruction.b)]
        guard !arguments.isEmpty else {
            queue(instruction.a, [], &effects)
            return nil
        }
        let start = effects.all.values.count
        if let error = evaluate(arguments, payload, snapshot, inputs, &effects) { return error }
        queue(instruction.a, Array(effects.all.values[start...]), &effects)
        effects.all.values.removeLast(effects.all.values.count - start)
        return nil
    }

    func send(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let send = tables.sends[Int(instruction.a)]
        var delay = send.constantDelay
        if delay < 0 {
            switch tables.programs[Int(send.delay)].evaluate(
                data: snapshot.values.span,
                event: payload,
                inputs: inputs.span
            )
            {
            case .failure(let error): return error
            case .success(let value):
                guard let nanoseconds = delayNanoseconds(value) else {
                    return CELError(.invalidArgument)
                }
                delay = nanoseconds
            }
        }
        var record = EffectRecord(kind: .send, index: instruction.a)
        record.delayNanoseconds = delay
        return emit(record, send.payload, payload, snapshot, inputs, &effects)
    }

    func perform(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        emit(
            EffectRecord(kind: .perform, index: instruction.a),
            tables.argumentLists[Int(instruction.b)],
            payload,
            snapshot,
            inputs,
            &effects
        )
    }

    func log(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let program = tables.programs[Int(tables.logs[Int(instruction.a)].program)]
        switch program.evaluate(data: snapshot.values.span, event: payload, inputs: inputs.span) {
        case .failure(let error): return error
        case .success(let value):
            var record = EffectRecord(kind: .log, index: instruction.a)
            record.start = Int32(truncatingIfNeeded: effects.all.values.count)
            record.count = 1
            effects.all.values.append(value)
            effects.all.append(record)
            return nil
        }
    }

    func tell(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let notice = notice(
            tables.tells[Int(instruction.a)],
            payload,
            snapshot,
            inputs,
            depth: 0
        )
        effects.all.append(
            EffectRecord(kind: .tell, index: Int32(truncatingIfNeeded: effects.all.notices.count))
        )
        effects.all.notices.append(notice)
    }

    /// Adds an effect with its arguments, or nothing when one of them fails.
    private func emit(
        _ record: EffectRecord,
        _ arguments: Stretch,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        guard effects.all.count < CoreLimits.effects else { return CELError(.limit) }
        var record = record
        if !arguments.isEmpty {
            record.start = Int32(truncatingIfNeeded: effects.all.values.count)
            record.count = arguments.count
            if let error = evaluate(arguments, payload, snapshot, inputs, &effects) {
                return error
            }
        }
        effects.all.append(record)
        return nil
    }

    /// Evaluates programs onto the end of the effects' values, all or none.
    private func evaluate(
        _ arguments: Stretch,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let start = effects.all.values.count
        for argument in arguments.indices {
            let program = tables.programs[Int(tables.argumentPool[argument])]
            switch program.evaluate(data: snapshot.values.span, event: payload, inputs: inputs.span)
            {
            case .success(let value): effects.all.values.append(value)
            case .failure(let error):
                effects.all.values.removeLast(effects.all.values.count - start)
                return error
            }
        }
        return nil
    }

    /// Evaluates a message's arguments.
    ///
    /// What fails is missing; the message still appears.
    func notice(
        _ template: MessageTemplate,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        depth: Int
    ) -> Notice {
        var arguments: [NoticeArgument] = []
        for argument in template.arguments {
            let value: NoticeValue
            switch argument.value {
            case .label(let key): value = .label(key)
            case .message(let inner):
                value =
                    depth < CoreLimits.actionDepth
                    ? .message(notice(inner, payload, snapshot, inputs, depth: depth + 1))
                    : .missing
            case .value(let program):
                switch program.evaluate(
                    data: snapshot.values.span,
                    event: payload,
                    inputs: inputs.span
                ) {
                case .success(let result): value = .value(result)
                case .failure: value = .missing
                }
            }
            arguments.append(NoticeArgument(name: argument.name, value: value))
        }
        return Notice(key: template.key, arguments: arguments)
    }
}
