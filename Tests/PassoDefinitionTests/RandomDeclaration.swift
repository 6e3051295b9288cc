import PassoDiagnostics
import PassoTesting
import PassoText

@testable import PassoDefinition

/// Declarations of every shape, with texts that YAML would like to take for something else.
struct RandomDeclaration {
    private var random: SeededRandom
    private var depth = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func workflow() -> WorkflowDeclaration {
        var result = WorkflowDeclaration()
        let isOpen = truth()
        result.language = located(1)
        result.name = isOpen ? maybe { $0.name() } : name()
        result.version = located(number(1_000))
        result.strings = maybe { $0.name() }
        result.semantics = isOpen ? located("scxml") : nil
        if isOpen {
            result.datamodel = maybe { $0.located($0.truth() ? "null" : "cel") }
            result.binding = maybe { $0.located($0.truth() ? "early" : "late") }
        }
        result.title = maybe { $0.name() }
        result.summary = some { $0.paragraph() }
        let hasLabels = truth()
        result.modes = named { ModeDeclaration(name: $1, label: hasLabels ? $0.name() : nil) }
        result.constants = named { ConstantDeclaration(name: $1, value: $0.literal(1)) }
        result.inputs = named(grouped: true) { random, name in
            var slot = SlotDeclaration(name: name, type: random.name())
            slot.isSensitive = random.truth()
            return slot
        }
        result.data = data(isOpen: isOpen)
        result.refusals = refusals(["tooLong", "empty", "unheard"])
        result.events = named { $0.event($1) }
        result.actions = named { $0.signature($1) }
        result.targets = named { $0.target($1) }
        result.script = actions()
        result.initial = initial()
        result.states = named { $0.state($1, isOpen: isOpen) }
        result.invariants = named { AssignmentDeclaration(name: $1, value: $0.expression()) }
        result.steps = some { $0.step() }
        result.guide = refusals(["limit", "unique"])
        return result
    }
}

// MARK: Names and data

extension RandomDeclaration {
    private mutating func data(isOpen: Bool) -> [SlotDeclaration] {
        named(grouped: true) { random, name in
            let isUntyped = isOpen && random.truth()
            var slot = SlotDeclaration(
                name: name,
                type: isUntyped ? random.located("dyn") : random.name()
            )
            switch random.number(5) {
            case 0: slot.initial = random.expression()
            case 1: slot.content = random.truth() ? .text(random.name()) : .xml(random.name())
            case 2: slot.src = random.name()
            default: break
            }
            slot.isSensitive = random.number(4) == 0
            slot.label = random.maybe { $0.name() }
            slot.limit = random.maybe { $0.expression() }
            slot.lines = random.maybe { $0.located("many") }
            slot.required = random.maybe { $0.expression() }
            slot.each = random.maybe { $0.expression() }
            slot.unique = random.maybe { $0.located("folded") }
            slot.max = random.maybe { $0.expression() }
            slot.refusals = random.number(4) == 0 ? random.refusals(["tooLong", "empty"]) : []
            return slot
        }
    }

    private mutating func refusals(_ rules: [String]) -> [RefusalKeyDeclaration] {
        rules.compactMap { rule in
            let key = name()
            return truth() ? RefusalKeyDeclaration(rule: located(rule), key: key) : nil
        }
    }

    private mutating func literal(_ depth: Int) -> TextNode {
        switch number(depth > 0 ? 5 : 4) {
        case 0: scalar("15s", .plain)
        case 1: scalar("15s", .doubleQuoted)
        case 2: scalar(["12", "-0.5", "true", "1e3", "0x1F", "red"][number(6)], .plain)
        case 3: scalar(text(), .singleQuoted)
        default:
            TextNode(
                range: place,
                content: .sequence((0..<number(4)).map { _ in literal(depth - 1) })
            )
        }
    }

    private func scalar(_ text: String, _ style: TextScalar.Style) -> TextNode {
        TextNode(range: place, content: .scalar(TextScalar(text: text, style: style, at: 0)))
    }

    private mutating func event(_ name: Located<String>) -> EventDeclaration {
        var result = EventDeclaration(signature: signature(name, isEvent: true))
        result.title = maybe { $0.name() }
        result.unheard = maybe { $0.name() }
        result.isInternal = truth()
        return result
    }

    private mutating func signature(
        _ name: Located<String>,
        isEvent: Bool = false
    ) -> SignatureDeclaration {
        let parameters = named {
            ParameterDeclaration(name: $1, type: $0.name(), isSensitive: isEvent && $0.truth())
        }
        return SignatureDeclaration(name: name, parameters: parameters)
    }

    private mutating func target(_ name: Located<String>) -> TargetDeclaration {
        TargetDeclaration(
            name: name,
            workflow: self.name(),
            events: maybe { random in random.named { $0.signature($1) } }
        )
    }

    private mutating func step() -> StepDeclaration {
        var result = StepDeclaration(range: place, id: name())
        result.title = maybe { $0.name() }
        result.instruct = some { $0.paragraph() }
        result.notes = some { $0.paragraph() }
        result.arguments = arguments()
        result.states = some { $0.name() }
        result.modes = some { $0.name() }
        result.shows = some { $0.name() }
        result.condition = maybe { $0.expression() }
        return result
    }

    private mutating func paragraph() -> ParagraphDeclaration {
        var result = ParagraphDeclaration(message: message())
        result.modes = some { $0.name() }
        result.condition = maybe { $0.expression() }
        return result
    }

    private mutating func message() -> MessageDeclaration {
        MessageDeclaration(key: name(), arguments: arguments())
    }

    private mutating func arguments() -> [ArgumentDeclaration] {
        deeper { random in
            random.named { random, name in
                let value: ArgumentValueDeclaration =
                    switch random.number(3) {
                    case 0: .expression(random.expression())
                    case 1: .label(random.name())
                    default: .message(random.message())
                    }
                return ArgumentDeclaration(name: name, value: value)
            }
        } ?? []
    }
}

// MARK: States

extension RandomDeclaration {
    private mutating func state(_ id: Located<String>, isOpen: Bool) -> StateDeclaration {
        var result = StateDeclaration(id: id)
        result.title = maybe { $0.name() }
        result.children =
            deeper { random in random.named { $0.state($1, isOpen: isOpen) } } ?? []
        result.kind = kind(hasChildren: !result.children.isEmpty)
        result.initial = initial()
        if result.kind.isHistory {
            result.historyDefault = some { $0.name() }
            result.historyActions = actions()
        }
        result.data = truth() ? data(isOpen: isOpen) : []
        result.invokes = some { $0.invocation() }
        result.doneData = maybe { random in
            random.truth()
                ? DoneDataDeclaration(arguments: random.assignments())
                : DoneDataDeclaration(content: random.content())
        }
        result.entry = actions()
        result.exit = actions()
        result.timers = delays().map { delay in
            TimerDeclaration(delay: delay, transitions: some { $0.transition(.timer($0.place)) })
        }
        result.transitions = truth() ? sortedTransitions() : some { $0.transition($0.trigger()) }
        return result
    }

    private mutating func kind(hasChildren: Bool) -> StateDeclaration.Kind {
        if hasChildren { return truth() ? .parallel : .compound }
        return [.atomic, .final, .parallel, .shallowHistory, .deepHistory][number(5)]
    }

    private mutating func initial() -> InitialDeclaration? {
        maybe { random in
            let targets = [random.name()] + random.some { $0.name() }
            return InitialDeclaration(targets: targets, actions: random.actions())
        }
    }

    private mutating func delays() -> [ExpressionDeclaration] {
        named { _, name in ExpressionDeclaration(text: name.value, range: name.range, scalar: nil) }
    }

    private mutating func trigger() -> TriggerDeclaration {
        switch number(4) {
        case 0: .eventless(place)
        case 1: .done(place)
        default: .event(name())
        }
    }

    private mutating func sortedTransitions() -> [TransitionDeclaration] {
        let names: [Located<String>] = named { $1 }
        let events = names.flatMap { name in some { $0.transition(.event(name)) } }
        let done = some { $0.transition(.done($0.place)) }
        return events + done + some { $0.transition(.eventless($0.place)) }
    }

    private mutating func transition(_ trigger: TriggerDeclaration) -> TransitionDeclaration {
        var result = TransitionDeclaration(range: place, trigger: trigger)
        result.condition = maybe { $0.expression() }
        result.requirements = some { random in
            RequirementDeclaration(
                range: random.place,
                condition: random.expression(),
                message: random.message(),
                field: random.maybe { $0.name() }
            )
        }
        result.checks = some { $0.name() }
        result.targets = maybe { random in random.some { $0.name() } }
        result.isInternal = number(4) == 0
        result.actions = actions()
        if truth() {
            result.tell = maybe { $0.message() }
        } else {
            result.refuse = maybe { $0.message() }
        }
        result.held = maybe { $0.name() }
        return result
    }

    private mutating func invocation() -> InvokeDeclaration {
        var result = InvokeDeclaration(range: place)
        switch number(4) {
        case 0: result.src = computed()
        case 1: result.content = content()
        default: result.workflow = name()
        }
        guard truth() else { return result }
        result.type = maybe { $0.computed() }
        if truth() { result.id = maybe { $0.name() } } else { result.idLocation = expression() }
        if truth() {
            result.nameList = some { $0.name() }
        } else {
            result.arguments = assignments()
        }
        result.finalize = maybe { $0.actions() }
        result.isAutoforward = truth()
        return result
    }
}

// MARK: Actions

extension RandomDeclaration {
    private mutating func actions() -> [ActionDeclaration] {
        deeper { random in random.some { $0.action() } } ?? []
    }

    private mutating func action() -> ActionDeclaration {
        switch number(9) {
        case 0: .perform(name: name(), arguments: assignments())
        case 1: .set(assignments())
        case 2: .assign(location: expression(), value: content())
        case 3: truth() ? .add(assignments()) : .remove(assignments())
        case 4: .clear(some { $0.name() })
        case 5: .raise(event: name(), arguments: assignments())
        case 6: .send(send())
        case 7: truth() ? .cancel(id: name()) : .cancelExpression(expression())
        default: block()
        }
    }

    private mutating func block() -> ActionDeclaration {
        switch number(6) {
        case 0: .tell(message())
        case 1: .branch(condition: expression(), then: actions(), otherwise: actions())
        case 2:
            .loop(
                LoopDeclaration(
                    item: name(),
                    index: maybe { $0.name() },
                    list: expression(),
                    body: actions()
                )
            )
        case 3:
            .log(
                LogDeclaration(
                    label: maybe { $0.name() },
                    value: maybe { $0.expression() },
                    range: place
                )
            )
        case 4:
            .script(
                truth()
                    ? ScriptDeclaration(text: maybe { $0.expression() }, range: place)
                    : ScriptDeclaration(src: name(), range: place)
            )
        default: .block(actions())
        }
    }

    private mutating func send() -> SendDeclaration {
        var result = SendDeclaration(range: place)
        result.event = maybe { $0.computed() }
        result.target = maybe { $0.computed() }
        result.type = maybe { $0.computed() }
        result.delay = maybe { $0.expression() }
        if truth() { result.id = maybe { $0.name() } } else { result.idLocation = expression() }
        if truth() {
            result.nameList = some { $0.name() }
            result.arguments = assignments()
        } else {
            result.content = maybe { $0.content() }
        }
        return result
    }

    private mutating func assignments() -> [AssignmentDeclaration] {
        some { AssignmentDeclaration(name: $0.name(), value: $0.expression()) }
    }

    private mutating func computed() -> NameDeclaration {
        truth() ? .name(name()) : .expression(expression())
    }

    private mutating func content() -> ContentDeclaration {
        switch number(3) {
        case 0: .expression(expression())
        case 1: .text(name())
        default: .xml(name())
        }
    }
}

// MARK: Texts

extension RandomDeclaration {
    private var place: SourceRange { SourceRange(at: 0) }

    private func located<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func truth() -> Bool { number(2) == 0 }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        truth() ? make(&self) : nil
    }

    private mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
        let counts = [0, 0, 0, 1, 1, 2, 3]
        return (0..<counts[number(counts.count)]).map { _ in make(&self) }
    }

    /// Values under different names.
    private mutating func named<Value>(
        grouped: Bool = false,
        _ make: (inout Self, Located<String>) -> Value
    ) -> [Value] {
        var seen: Set<String> = []
        let names = some { random in
            grouped && random.truth() ? random.groupedName() : random.text()
        }
        return names.filter { seen.insert($0).inserted }.map { make(&self, located($0)) }
    }

    /// A few levels only, so that declarations stay small.
    private mutating func deeper<Value>(_ make: (inout Self) -> Value) -> Value? {
        guard depth < 3 else { return nil }
        depth += 1
        defer { depth -= 1 }
        return make(&self)
    }

    private mutating func name() -> Located<String> { located(text()) }

    private mutating func expression() -> ExpressionDeclaration {
        ExpressionDeclaration(text: text(), range: place, scalar: nil)
    }

    private mutating func groupedName() -> String {
        let parts = ["a", "b", "type", "sensitive", "x y", ""]
        return (0...number(3)).map { _ in parts[number(parts.count)] }.joined(separator: ".")
    }

    /// Mostly ordinary texts; otherwise one of the hostile ones, or random characters.
    mutating func text() -> String {
        switch number(4) {
        case 0: Self.hostile[number(Self.hostile.count)]
        case 1:
            String(
                String.UnicodeScalarView(
                    (0..<number(9)).map { _ in Self.characters[number(Self.characters.count)] }
                )
            )
        default: ["count + 1", "title", "request.title", "a == 'b'", "f(x, y)"][number(5)]
        }
    }

    private static let characters = Array(
        "ab1 \t\n:#-?,[]{}&*!|>'\"%@`\\~=<.\r\u{0}\u{1B}\u{85}\u{A0}\u{2028}\u{FEFF}é😀\u{202E}"
            .unicodeScalars
    )

    /// Texts that YAML, or one of its readers, takes for something else.
    static let hostile: [String] = [
        "", " ", "\t", "\n", "\n\n", "~", "null", "Null", "true", "False", "yes", "no", "on", "off",
        "y", "N", "1", "-1", "+1", "0x1F", "0o17", "017", "1e3", "1E+3", ".5", "5.", ".inf",
        "-.INF", ".nan", "1_000", "1:20", "2001-01-01", "15s", "<<", "=", "---", "...", "--- a",
        "-", "- a", "?", "? a", ":", ": a", "a:", "a: b", "a:b", "a :b", "#", "# a", "a # b",
        "a #b", "a# b", "&a", "*a", "!a", "!!str a", "|", "|-", ">", ">-", "%a", "@a", "`a`", "'",
        "''", "\"", "\"\"", "a'b", "a\"b", "\\", "\\n", "[", "]", "{", "}", "[a]", "{a: b}", ",",
        "a, b", "a,b", " a", "a ", "\ta", "a\t", "a\nb", "a\nb\n", "a\nb\n\n", "\na", "\n\na\n",
        " a\nb", "  a\n b\n", "a\n\nb", "a\n \nb", "a\n  b\n c", "a \nb", "\ta\nb", "a\n\tb",
        "a\r\nb", "a\rb", "- a\n- b", "# a\nb", "a: b\nc: d", "---\na", "a\n---\n", "a\n...\n",
        "%YAML 1.2\n---", "\u{0}", "\u{7}", "\u{1B}[0m", "\u{7F}", "\u{85}", "a\u{A0}b", "\u{A0}",
        "\u{200B}", "\u{2028}", "a\u{2029}b", "\u{FEFF}", "\u{FEFF}a", "\u{FFFE}", "\u{FFFF}",
        "\u{202E}abc", "é", "e\u{301}", "😀", "👩‍👩‍👧", "日本語", "a\u{300}\n😀",
        String(repeating: "long ", count: 60), String(repeating: "x", count: 300),
        "In('s') && _event.name == \"a\"", "{'a': 1, 'b': [2]}", "<a b=\"c\">\n  <d/>\n</a>",
    ]
}
