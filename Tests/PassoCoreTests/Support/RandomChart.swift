import PassoCEL
import PassoCore
import PassoTesting

/// Makes charts that use everything: nesting, parallel states, finals, histories, defaults with
/// actions, guards over data, guards that fail, raised events, eventless and internal transitions;
/// open ones also invocations, done data and sends to the internal queue.
struct RandomChart {
    private typealias Place = (id: String, isHistory: Bool, path: [String])

    private var random: SeededRandom
    private let sketch: Sketch
    private var stateCount = 0
    private let maximum: Int
    /// Every state with the ids on the way to it, to find targets.
    private var places: [Place] = []
    private var parallels: Set<String> = []
    /// The hidden slots of invocations that no state has yet.
    private var freeSlots: [Int] = []

    static let events = ["a", "b", "c", "d.e", "d.f"]

    static func make(seed: UInt64, states: Int, isOpen: Bool = false) -> ChartBlueprint {
        var maker = RandomChart(seed: seed, states: states, isOpen: isOpen)
        return maker.make()
    }

    private init(seed: UInt64, states: Int, isOpen: Bool) {
        random = SeededRandom(seed: seed)
        maximum = states
        if isOpen {
            let slots = (0..<6).map { "invocation \($0)" }
            sketch = Sketch(open: ["n": 0, "m": 1, "zero": 0, "item": 0], hidden: slots)
            freeSlots = slots.map { [sketch] in sketch.slot($0) }
        } else {
            sketch = Sketch(
                data: ["n": 0, "m": 1, "zero": 0, "item": 0],
                events: Self.events.map { "\($0)(v)" }
            )
        }
    }

    private mutating func make() -> ChartBlueprint {
        var tops: [StateBlueprint] = []
        while stateCount < maximum || tops.count < 2 {
            tops.append(skeleton(depth: 0, path: [], mayBeFinal: tops.count > 1))
        }
        tops = tops.map { furnish($0, path: []) }
        var blueprint = sketch.blueprint(tops)
        blueprint.root.initial = defaultEntry(of: "root", path: [], chance: 50)
        return blueprint
    }

    /// The tree alone.
    private mutating func skeleton(
        depth: Int,
        path: [String],
        mayBeFinal: Bool
    ) -> StateBlueprint {
        let id = "s\(stateCount)"
        stateCount += 1
        let inner = path + [id]
        places.append((id, false, inner))
        if mayBeFinal, random.chance(12) { return StateBlueprint(id: id, kind: .final) }
        guard depth < 4, stateCount < maximum, random.chance(55) else {
            return StateBlueprint(id: id)
        }
        let isParallel = random.chance(35)
        if isParallel { parallels.insert(id) }
        var children = (0..<(isParallel ? 1 : 0) + 1 + random.below(3)).map { place in
            skeleton(depth: depth + 1, path: inner, mayBeFinal: !isParallel && place > 0)
        }
        if random.chance(35) {
            let history = "h\(stateCount)"
            stateCount += 1
            places.append((history, true, inner + [history]))
            children.insert(
                StateBlueprint(
                    id: history,
                    kind: random.chance(50) ? .shallowHistory : .deepHistory
                ),
                at: random.below(children.count + 1)
            )
        }
        return StateBlueprint(id: id, kind: isParallel ? .parallel : .state, children: children)
    }

    /// Adds everything but the tree.
    private mutating func furnish(_ bare: StateBlueprint, path: [String]) -> StateBlueprint {
        var state = bare
        let inner = path + [state.id]
        if state.kind == .shallowHistory || state.kind == .deepHistory {
            let siblings = places.filter {
                $0.path.starts(with: path) && $0.path.count == path.count + 1 && !$0.isHistory
            }
            state.initial = TransitionBlueprint(
                targets: [random.choose(siblings).id],
                actions: [sketch.log("history \(state.id)")]
            )
            return state
        }
        state.entry = blocks("+\(state.id)")
        state.exit = blocks("-\(state.id)")
        if state.kind == .state, !state.children.isEmpty {
            state.initial = defaultEntry(of: state.id, path: inner, chance: 40)
        }
        if state.kind != .final {
            state.transitions = (0..<random.below(4)).map { _ in transition(of: state.id) }
        }
        if sketch.isOpen { open(&state) }
        state.children = state.children.map { furnish($0, path: inner) }
        return state
    }

    /// Adds what only open charts have, or what typed ones are tested without.
    private mutating func open(_ state: inout StateBlueprint) {
        if state.kind == .final {
            let value = sketch.cel(random.choose(["n", "1 / zero", "[m]"]))
            let named = NamedProgram(name: "k", value: value)
            state.doneContent = random.choose([.none, .value(value), .named([named])])
            return
        }
        while random.chance(20), let slot = freeSlots.popLast() {
            let bad = NamedProgram(name: "k", value: sketch.cel("1 / zero"), isRequired: true)
            state.invokes.append(
                InvokeBlueprint(
                    id: random.chance(50) ? "i\(slot)" : nil,
                    arguments: random.chance(15) ? [bad] : [],
                    finalize: random.chance(50) ? actions("finalize \(slot)") : [],
                    isAutoforward: random.chance(30),
                    activeSlot: slot
                )
            )
        }
    }

    private mutating func defaultEntry(
        of id: String,
        path: [String],
        chance: Int
    ) -> TransitionBlueprint? {
        guard random.chance(chance) else { return nil }
        let inside = places.filter { $0.path.starts(with: path) && $0.path.count > path.count }
        guard !inside.isEmpty else { return nil }
        return TransitionBlueprint(
            targets: compatible(from: inside),
            actions: [sketch.log("initial \(id)")]
        )
    }

    /// One target, or two that can be active together.
    private mutating func compatible(from pool: [Place]) -> [String] {
        let first = random.choose(pool)
        guard random.chance(30) else { return [first.id] }
        let partners = pool.filter { other in
            let common = zip(first.path, other.path).prefix { $0 == $1 }.count
            guard common > 0, common < first.path.count, common < other.path.count else {
                return false
            }
            // A history stands for its siblings, so it goes with none of them.
            return parallels.contains(first.path[common - 1])
                && !(first.isHistory && first.path.count == common + 1)
                && !(other.isHistory && other.path.count == common + 1)
        }
        return partners.isEmpty ? [first.id] : [first.id, random.choose(partners).id]
    }

    private mutating func transition(of id: String) -> TransitionBlueprint {
        let isEventless = random.chance(8)
        let descriptors =
            Self.events + ["d", "d.*", "*", "error.*", "done.state.*", "error.execution"]
        var transition = TransitionBlueprint(
            events: isEventless ? [] : [random.choose(descriptors)],
            isInternal: random.chance(30),
            actions: actions("act \(id)")
        )
        if isEventless {
            transition.condition = sketch.cel(
                random.choose(
                    ["n % 3 == 1", "m > 3 && n < 5", "1 / zero > 0"]
                        + (sketch.isOpen ? ["_event != null && _event.data == 3"] : [])
                )
            )
        } else if random.chance(50) {
            transition.condition = sketch.cel(
                random.choose([
                    "n % 2 == 0", "m < 3", sketch.isOpen ? "_event.data > 1" : "event.v > 1",
                    "1 / zero > 0", "n + m > 3",
                ])
            )
        }
        if random.chance(75) { transition.targets = compatible(from: places) }
        return transition
    }

    private mutating func blocks(_ label: String) -> [[ActionBlueprint]] {
        (0..<random.below(3)).map { actions("\(label).\($0)") }
    }

    private mutating func actions(_ label: String) -> [ActionBlueprint] {
        var result = [sketch.log(label)]
        if random.chance(25) {
            result.append(sketch.set("n", random.choose(["n + 1", "m", "n + m"])))
        }
        if random.chance(15) {
            result.append(sketch.set("m", random.choose(["m + 1", "1", "n % 7"])))
        }
        if random.chance(6) { result.append(sketch.set("n", "1 / zero")) }
        if random.chance(8) { result.append(raise(random.choose(Self.events))) }
        result.append(sketch.log("\(label) end"))
        return result
    }

    private mutating func raise(_ event: String) -> ActionBlueprint {
        guard sketch.isOpen else { return .raise(event: event, [sketch.cel("n % 4")]) }
        if random.chance(50) { return .raise(event: event + random.choose(["", ".more"])) }
        return .send(
            SendBlueprint(
                event: event,
                target: "#_internal",
                data: .value(sketch.cel(random.choose(["n % 4", "1 / zero"])))
            )
        )
    }
}
