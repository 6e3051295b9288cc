import PassoCEL

extension Chart {
    /// Evaluates the data that an event or a final state hands over.
    ///
    /// - Returns: the value, or the error for which whoever asks does nothing, and its place.
    func data(
        _ template: DataTemplate,
        place: Int,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Result<CELValue, CELError> {
        switch template {
        case .none: return .success(.null)
        case .value(let program):
            let result = program.evaluate(
                data: snapshot.values.span,
                event: payload,
                inputs: inputs.span
            )
            guard case .failure(let error) = result, tables.isOpen else { return result }
            // Recommendation, 5.6.2: the empty string takes its place.
            fail(error, place: place, &effects)
            return .success("")
        case .named(let programs):
            return named(programs, payload, snapshot, inputs, &effects).map { values in
                // Appendix B has no data where each name was left out.
                if values.isEmpty, !programs.isEmpty { return .null }
                return .map(CELMap(values.map { (CELValue($0.name), $0.value) }))
            }
        }
    }

    /// Evaluates named values in order; of one name the last one counts where a map holds them.
    ///
    /// In an open chart a parameter that cannot be evaluated queues `error.execution` and is left
    /// out (Recommendation, 5.7.1), and the rest goes on.
    func named(
        _ programs: [NamedProgram],
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Result<[NamedValue], CELError> {
        var values: [NamedValue] = []
        for program in programs {
            switch program.value.evaluate(
                data: snapshot.values.span,
                event: payload,
                inputs: inputs.span
            ) {
            case .success(let value):
                values.append(NamedValue(name: program.name, value: value))
            case .failure(let error):
                if program.isRequired || !tables.isOpen { return .failure(error) }
                fail(error, place: program.place, &effects)
            }
        }
        return .success(values)
    }
}
