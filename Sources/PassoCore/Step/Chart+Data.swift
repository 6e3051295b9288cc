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
                // Where each name was left out there are no data.
                values.isEmpty && !programs.isEmpty ? .null : Self.map(of: values)
            }
        }
    }

    /// A map of named values; a name that is there several times has the list of its values
    /// (Recommendation, 6.2.3: all are included even if duplicates occur).
    private static func map(of values: [NamedValue]) -> CELValue {
        var places: [String: Int] = [:]
        var names: [String] = []
        var grouped: [[CELValue]] = []
        for value in values {
            if let place = places[value.name] {
                grouped[place].append(value.value)
                continue
            }
            places[value.name] = names.count
            names.append(value.name)
            grouped.append([value.value])
        }
        let entries = zip(names, grouped).map { name, values in
            (CELValue(name), values.count == 1 ? values[0] : CELValue(values))
        }
        return .map(CELMap(entries))
    }

    /// Evaluates named values in order.
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
