import PassoCEL

/// Explains an expression over variables, of which some may be secret.
func explain(
    _ text: String,
    _ variables: KeyValuePairs<String, CELValue> = [:],
    secret: Set<String> = [],
    isChecked: Bool = true,
    limits: CELLimits = CELLimits()
) -> CELExplanation? {
    var environment = CELEnvironment(limits: limits)
    for (place, variable) in variables.enumerated() {
        let type = isChecked ? variable.value.type : .dyn
        environment.declare(variable.key, type, at: CELSlot(.data, place))
        if secret.contains(variable.key) { environment.markSensitive(variable.key) }
    }
    guard let tree = CELParser.parse(text, limits: limits).0 else { return nil }
    let (checked, _) = CELChecker.check(tree, in: environment)
    guard let checked = isChecked ? checked : CELChecker.resolve(tree, in: environment) else {
        return nil
    }
    return CELProgram(checked, environment).explain(data: variables.map(\.value))
}

extension CELExplanation {
    /// The tree as lines: the parts that decided begin with a star, values stand in braces.
    var outline: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        var line = "\(isDeciding ? "*" : "-") \(text) is \(outcome.word)"
        let values = (operands + reads).map { "\($0.text) = \($0.value.text)" }
        if !values.isEmpty { line += " {\(values.joined(separator: ", "))}" }
        if let elementCount { line += " of \(elementCount)" }
        var lines = [line]
        for (place, child) in children.enumerated() {
            let below = child.lines.map { "  " + $0 }
            if elements.indices.contains(place) { lines.append("  " + elements[place].outline) }
            lines += below
        }
        for element in elements.dropFirst(children.count) { lines.append("  " + element.outline) }
        return lines
    }
}

extension CELExplanation.Element {
    fileprivate var outline: String {
        let names = variables.map { "\($0.text) = \($0.value.text)" }.joined(separator: ", ")
        return "[\(place?.text ?? "")] \(names)"
    }
}

extension CELOutcome {
    /// The outcome as a word; an error with its code and place.
    var word: String {
        switch self {
        case .true: "true"
        case .false: "false"
        case .error(let error):
            "error \(error.code) at \(error.range.lowerBound)..<\(error.range.upperBound)"
        }
    }
}
