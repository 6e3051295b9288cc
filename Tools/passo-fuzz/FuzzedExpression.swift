import PassoCEL

/// An expression of outside, read, checked and evaluated over hostile data.
struct FuzzedExpression {
    let text: String

    init(_ text: String) { self.text = text }

    /// Says what is wrong with any answer; nil when nothing is.
    func fault() -> String? {
        let (tree, problems) = CELParser.parse(text, allowsBlocks: text.hasPrefix("cel.block"))
        if tree == nil && problems.isEmpty { return "refused without a problem" }
        if let fault = outside(problems) { return fault }
        guard let tree else { return nil }
        let (checked, mistakes) = CELChecker.check(tree, in: ExpressionData.environment)
        if let fault = outside(mistakes) { return fault }
        if checked == nil && mistakes.isEmpty { return "not checked without a problem" }
        guard problems.isEmpty else { return nil }
        return printingFault(tree) ?? evaluationFault(tree, checked)
    }

    private func outside(_ problems: [CELProblem]) -> String? {
        let end = text.utf8.count
        return problems.first { $0.range.lowerBound < 0 || $0.range.upperBound > end }
            .map { "\($0) lies outside of the text" }
    }

    /// What is accepted is printed so that it parses to an equal tree.
    private func printingFault(_ tree: CELExpression) -> String? {
        let printed = tree.description
        let (again, found) = CELParser.parse(printed, allowsBlocks: text.hasPrefix("cel.block"))
        // A tree may print longer than what is parsed at most.
        if found.contains(where: { $0.kind == .limit }) { return nil }
        return again == tree ? nil : "prints differently: \(printed)"
    }

    /// With the types known and unknown an expression gives the same, also as a condition.
    private func evaluationFault(
        _ tree: CELExpression,
        _ checked: CELCheckedExpression?
    ) -> String? {
        let environment = ExpressionData.environment
        let resolved = CELChecker.resolve(tree, in: environment)
        let unchecked = CELProgram(resolved, environment)
        let typed = checked.map { CELProgram($0, environment) }
        for data in ExpressionData.rows(for: text) {
            let plain = unchecked.evaluate(data: data)
            if let fault = fault(of: plain, unchecked.test(data: data)) { return fault }
            guard let typed else { continue }
            let result = typed.evaluate(data: data)
            if !agree(result, plain) { return "checked \(result), unchecked \(plain)" }
            let outcome = typed.test(data: data)
            if let fault = fault(of: result, outcome) { return fault }
            let explained = typed.explain(data: data).outcome
            if case (.true, .false) = (outcome, explained) { return "explains false for true" }
            if case (.false, .true) = (outcome, explained) { return "explains true for false" }
        }
        return nil
    }

    /// What is wrong with a result and the same as a condition.
    private func fault(of result: Result<CELValue, CELError>, _ outcome: CELOutcome) -> String? {
        switch (result, outcome) {
        case (.success(let value), _) where !value.isSame(as: value): "\(value) is not itself"
        case (.success(.bool(true)), .true), (.success(.bool(false)), .false): nil
        case (.success(.bool), _): "\(result), tested \(outcome)"
        case (.success, .true), (.success, .false): "\(result), tested \(outcome)"
        case (.failure, .true), (.failure, .false): "\(result), tested \(outcome)"
        case (.failure(let error), _) where error.range.upperBound > text.utf8.count:
            "\(error) lies outside of the text"
        default: nil
        }
    }

    private func agree(
        _ left: Result<CELValue, CELError>,
        _ right: Result<CELValue, CELError>
    ) -> Bool {
        switch (left, right) {
        case (.success(let left), .success(let right)): left.isSame(as: right)
        case (.failure, .failure): true
        // What is known of the types may save what a limit forbids otherwise.
        case (.failure(let error), .success), (.success, .failure(let error)): error.code == .limit
        }
    }
}
