/// Finds the data model errors of a well-formed message: LDML 48.2, part 9, section *Errors*.
struct MF2Check {
    let scanner: PatternScanner
    let limits: MessageLimits
    private(set) var problems: [MF2Problem] = []

    init(scanner: PatternScanner, limits: MessageLimits) {
        self.scanner = scanner
        self.limits = limits
    }

    mutating func run(_ message: MF2Message) {
        checkDeclarations(message.declarations)
        switch message.body {
        case .pattern(let pattern): check(pattern)
        case .matcher(let matcher):
            checkSelectors(of: matcher, message.declarations)
            checkVariants(of: matcher)
            for variant in matcher.variants { check(variant.pattern) }
        }
        problems.sort { $0.range.lowerBound < $1.range.lowerBound }
        problems = Array(problems.prefix(limits.maximumProblems))
    }

    /// A variable is bound once, and before it is used; a declaration does not use itself.
    private mutating func checkDeclarations(_ declarations: [MF2Declaration]) {
        var seen: Set<String> = []
        for declaration in declarations {
            let variable = declaration.variable
            let expression = declaration.expression
            check(expression.function?.options ?? [])
            var used = Set(expression.function?.variables ?? [])
            if case .local = declaration, case .variable(let name)? = expression.operand {
                used.insert(name)
            }
            if seen.contains(variable.name) || used.contains(variable.name) {
                report(.duplicateDeclaration, variable.range)
            }
            seen.formUnion(used)
            seen.insert(variable.name)
        }
    }

    /// A selector is declared with a function, or by way of a variable that is.
    private mutating func checkSelectors(of matcher: MF2Matcher, _ declared: [MF2Declaration]) {
        var annotated: Set<String> = []
        for declaration in declared {
            let expression = declaration.expression
            if expression.function != nil {
                annotated.insert(declaration.variable.name)
            } else if case .local = declaration, case .variable(let name)? = expression.operand,
                annotated.contains(name)
            {
                annotated.insert(declaration.variable.name)
            }
        }
        for selector in matcher.selectors where !annotated.contains(selector.name) {
            report(.missingSelectorAnnotation, selector.range)
        }
    }

    private mutating func checkVariants(of matcher: MF2Matcher) {
        var seen: Set<[String?]> = []
        var hasFallback = false
        for variant in matcher.variants {
            let keys = variant.keys.map(\.literal)
            let range = variant.keysRange
            if keys.count != matcher.selectors.count { report(.variantKeyMismatch, range) }
            if !seen.insert(keys).inserted { report(.duplicateVariant, range) }
            if keys.allSatisfy({ $0 == nil }) { hasFallback = true }
        }
        if !hasFallback, let first = matcher.selectors.first, let last = matcher.selectors.last {
            report(.missingFallbackVariant, first.range.lowerBound..<last.range.upperBound)
        }
    }

    private mutating func check(_ pattern: MF2Pattern) {
        for element in pattern.elements {
            switch element {
            case .text: break
            case .expression(let expression): check(expression.function?.options ?? [])
            case .markup(let markup): check(markup.options)
            }
        }
    }

    private mutating func check(_ options: [MF2Option]) {
        guard options.count > 1 else { return }
        var seen: Set<String> = []
        for option in options where !seen.insert(option.name).inserted {
            report(.duplicateOptionName, option.range)
        }
    }

    private mutating func report(_ id: MF2ProblemID, _ range: Range<Int>) {
        problems.append(MF2Problem(id: id, range: range, detail: scanner.excerpt(range)))
    }
}

extension MF2Key {
    /// The value; nil for `*`.
    var literal: String? {
        if case .literal(let text, _) = self { text } else { nil }
    }
}

extension MF2Variant {
    /// Where the keys stand.
    var keysRange: Range<Int> {
        guard let first = keys.first, let last = keys.last else { return range }
        return first.range.lowerBound..<last.range.upperBound
    }
}

extension MF2Function {
    /// The variables that options take their values from.
    var variables: [String] {
        options.compactMap { if case .variable(let name) = $0.value { name } else { nil } }
    }
}
