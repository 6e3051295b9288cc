extension CELExplanation: Encodable {
    private enum Key: String, CodingKey {
        case form, text, start, end, outcome, error, decides, operands, reads, count, elements,
            parts
    }

    /// Writes the tree for programs: values as expressions of CEL, places as UTF-8 offsets in the
    /// expression.
    ///
    /// What is empty is left out. A value that is not shown whole says so by `size` or `masked`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(form.rawValue, forKey: .form)
        try container.encode(text, forKey: .text)
        try container.encode(range.lowerBound, forKey: .start)
        try container.encode(range.upperBound, forKey: .end)
        switch outcome {
        case .true: try container.encode("true", forKey: .outcome)
        case .false: try container.encode("false", forKey: .outcome)
        case .error(let error):
            try container.encode("error", forKey: .outcome)
            try container.encode(ErrorForm(error: error), forKey: .error)
        }
        try container.encode(isDeciding, forKey: .decides)
        if !operands.isEmpty { try container.encode(operands, forKey: .operands) }
        if !reads.isEmpty { try container.encode(reads, forKey: .reads) }
        try container.encodeIfPresent(elementCount, forKey: .count)
        if !elements.isEmpty { try container.encode(elements, forKey: .elements) }
        if !children.isEmpty { try container.encode(children, forKey: .parts) }
    }
}

extension CELExplanation.Operand: Encodable {
    private enum Key: String, CodingKey {
        case text, start, end, value, size, masked, error
    }

    /// Writes the part with its value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(text, forKey: .text)
        try container.encode(range.lowerBound, forKey: .start)
        try container.encode(range.upperBound, forKey: .end)
        switch value {
        case .value: try container.encode(value.text, forKey: .value)
        case .shortened(let text, let size):
            try container.encode(text, forKey: .value)
            try container.encode(size, forKey: .size)
        case .masked: try container.encode(true, forKey: .masked)
        case .error(let error): try container.encode(ErrorForm(error: error), forKey: .error)
        }
    }
}

extension CELExplanation.Element: Encodable {
    private enum Key: String, CodingKey {
        case place, variables
    }

    /// Writes the index or key, and the variables.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(place?.text, forKey: .place)
        try container.encode(variables, forKey: .variables)
    }
}

/// An error for programs.
private struct ErrorForm: Encodable {
    let error: CELError

    private enum Key: String, CodingKey {
        case code, start, end, facts
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(error.code, forKey: .code)
        try container.encode(error.range.lowerBound, forKey: .start)
        try container.encode(error.range.upperBound, forKey: .end)
        let facts = error.arguments.map { ($0.name, $0.value) }
        guard !facts.isEmpty else { return }
        try container.encode(
            Dictionary(facts, uniquingKeysWith: { _, later in later }),
            forKey: .facts
        )
    }
}
