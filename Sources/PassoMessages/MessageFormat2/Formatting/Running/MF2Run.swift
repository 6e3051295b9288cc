/// One message being written with its arguments.
///
/// Declarations are resolved when they are first needed, each once and after those that it needs in
/// their order, without recursion: a message may have thousands in a row.
struct MF2Run {
    let template: MF2Template
    let arguments: [String: MF2Value]
    /// What the declarations have come to so far.
    private var resolved: [MF2Resolution?]
    var errors: [MF2Error] = []

    var formats: MF2Formats { template.formatter.formats }

    init(_ template: MF2Template, _ arguments: [String: MF2Value]) {
        self.template = template
        self.arguments = arguments
        resolved = Array(repeating: nil, count: template.declarations.count)
    }

    /// Chooses a pattern and writes it.
    mutating func write(to writer: inout MF2PatternWriter) {
        switch template.body {
        case .pattern(let pattern): write(pattern, to: &writer)
        case .choice(let selectors, let variants):
            if let pattern = choose(selectors, variants) {
                write(pattern, to: &writer)
            } else {
                errors.append(MF2Error(id: .invalidMessage, source: "", detail: "", range: 0..<0))
                writer.append(fallback: "\u{FFFD}", .fallback)
            }
        }
    }

    private mutating func write(_ pattern: [MF2Template.Element], to writer: inout MF2PatternWriter)
    {
        for element in pattern {
            switch element {
            case .text(let text): writer.append(text: text)
            case .markup(let markup, let options):
                let (values, id) = resolveMarkup(markup, options)
                writer.append(markup: markup, values, id: id)
            case .expression(let expression):
                let resolution = resolve(expression)
                do throws(MF2FunctionError) {
                    if let value = resolution.value {
                        try writer.append(value, resolution)
                    } else {
                        writer.append(fallback: expression.source, resolution)
                    }
                } catch {
                    report(error, expression)
                    writer.append(fallback: expression.source, resolution)
                }
            }
            guard !writer.isFull else {
                errors.append(MF2Error(id: .tooLong, source: "", detail: "", range: 0..<0))
                return
            }
        }
    }

    /// The value of an expression, after that of what it needs.
    mutating func resolve(_ expression: MF2Template.Expression) -> MF2Resolution {
        for place in expression.needs { resolve(declaration: place) }
        return evaluate(expression)
    }

    /// The value of a variable; an argument that is missing is reported each time.
    mutating func resolve(_ place: MF2Template.Place, range: Range<Int>) -> MF2Resolution {
        switch place {
        case .declaration(let number, _):
            resolve(declaration: number)
            return resolved[number] ?? .fallback
        case .argument(let name):
            if let value = arguments[name] {
                return MF2Resolution(content: .value(formats.value(value)))
            }
            report(.unresolvedVariable, place.source, range)
            return .fallback
        }
    }

    private mutating func resolve(declaration place: Int) {
        guard resolved[place] == nil else { return }
        let declarations = template.declarations
        var pending = [place]
        var found: Set<Int> = [place]
        while let next = pending.popLast() {
            for need in declarations[next].needs where resolved[need] == nil {
                if found.insert(need).inserted { pending.append(need) }
            }
        }
        // Each needs earlier ones only, so that in their order all are ready in time.
        for number in found.count == 1 ? [place] : found.sorted() {
            resolved[number] = evaluate(declarations[number])
        }
    }

    mutating func report(_ id: MF2ErrorID, _ source: String, _ range: Range<Int>) {
        errors.append(MF2Error(id: id, source: source, detail: "", range: range))
    }

    mutating func report(_ error: MF2FunctionError, _ expression: MF2Template.Expression) {
        errors.append(
            MF2Error(
                id: error.id,
                source: expression.source,
                detail: error.detail,
                range: expression.range
            )
        )
    }
}
