import PassoTesting

/// Random documents with timers, invocations and messages between instances, as texts.
struct RandomSessions {
    private var random: SeededRandom
    private var serial = 0
    private var invocations: [Int: Int] = [:]
    /// How deep invocations nest.
    private let depth: Int

    static let events = ["a", "b", "c", "d.e"]
    private static let heard = events + ["d", "done.invoke", "error", "*", "done.state", "t"]

    init(seed: UInt64, depth: Int = 2) {
        random = SeededRandom(seed: seed)
        self.depth = depth
    }

    /// A document; those that it invokes are inside.
    mutating func document(name: String) -> String { document(name, level: 0) }

    private mutating func document(_ name: String, level: Int) -> String {
        invocations[level] = 0
        let names = (0..<2 + random.below(3)).map { _ in id("s") }
        var body = "<datamodel><data id=\"v\" expr=\"0\"/><data id=\"w\"/></datamodel>"
        for (place, name) in names.enumerated() {
            body += state(name, among: names, level: level, nesting: 0, isLast: place > 1)
        }
        return """
            <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="cel"\
             name="\(name)">\(body)</scxml>
            """
    }

    private mutating func id(_ prefix: String) -> String {
        serial += 1
        return "\(prefix)\(serial)"
    }

    private mutating func state(
        _ name: String,
        among names: [String],
        level: Int,
        nesting: Int,
        isLast: Bool
    ) -> String {
        if isLast, nesting == 0, random.chance(25) {
            return """
                <final id="\(name)"><onentry>\(actions(level))</onentry>\
                <donedata><param name="v" expr="v"/></donedata></final>
                """
        }
        var body = ""
        if random.chance(60) { body += "<onentry>\(actions(level))</onentry>" }
        if random.chance(40) { body += "<onexit>\(actions(level))</onexit>" }
        var inner: [String] = []
        if nesting < 2, random.chance(30) {
            inner = (0..<2).map { _ in id("n") }
            if random.chance(40) {
                let history = id("h")
                body += """
                    <history id="\(history)" type="deep"><transition target="\(inner[0])"/></history>
                    """
            }
            for name in inner {
                body += state(
                    name,
                    among: inner,
                    level: level,
                    nesting: nesting + 1,
                    isLast: false
                )
            }
        }
        if level < depth, random.chance(level == 0 ? 60 : 30) { body += invoke(level) }
        for _ in 0..<1 + random.below(3) { body += transition(names, level) }
        let isParallel = !inner.isEmpty && random.chance(40)
        let element = isParallel ? "parallel" : "state"
        return "<\(element) id=\"\(name)\">\(body)</\(element)>"
    }

    private mutating func transition(_ names: [String], _ level: Int) -> String {
        let event = random.choose(Self.heard)
        let condition = random.chance(30) ? " cond=\"v % 3 != \(random.below(3))\"" : ""
        let target = random.chance(70) ? " target=\"\(random.choose(names))\"" : ""
        return "<transition event=\"\(event)\"\(condition)\(target)>\(actions(level))</transition>"
    }

    private mutating func actions(_ level: Int) -> String {
        (0..<random.below(3)).map { _ in action(level) }.joined()
    }

    private mutating func action(_ level: Int) -> String {
        let event = random.choose(Self.events)
        switch random.below(10) {
        case 0, 1: return "<assign location=\"v\" expr=\"(v + \(random.below(5))) % 11\"/>"
        case 2: return "<assign location=\"w\" expr=\"_event\"/>"
        case 3: return "<log label=\"l\" expr=\"[v, w]\"/>"
        case 4: return "<cancel sendid=\"x\"/>"
        case 5 where random.chance(30): return "<raise event=\"\(event)\"/>"
        case 6:
            let delay = random.below(4) * 10
            return
                "<send event=\"t\" id=\"x\" delay=\"\(delay)ms\"><param name=\"v\" expr=\"v\"/></send>"
        case 7:
            return "<send event=\"t.\(event)\" idlocation=\"w\" delayexpr=\"v * 5\"/>"
        default:
            let targets = ["#_parent", "#_i1", "#_i2", "#_scxml_peer", "#_scxml_top", "#_internal"]
            let delay = random.chance(40) ? " delay=\"\(random.below(5) * 7)ms\"" : ""
            let target = random.choose(targets)
            return "<send event=\"\(event)\" target=\"\(target)\"\(delay) namelist=\"v\"/>"
        }
    }

    private mutating func invoke(_ level: Int) -> String {
        let forwards = random.chance(40) ? " autoforward=\"true\"" : ""
        // Ids are unique in a document.
        invocations[level, default: 0] += 1
        let number = invocations[level, default: 0]
        let name = random.chance(60) ? " id=\"i\(number)\"" : " idlocation=\"w\""
        let finalize =
            random.chance(50)
            ? "<finalize><assign location=\"v\" expr=\"(v + 1) % 11\"/></finalize>" : ""
        return """
            <invoke\(name)\(forwards)><param name="v" expr="v"/><content>\
            \(document("child", level: level + 1))</content>\(finalize)</invoke>
            """
    }
}

extension SeededRandom {
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func choose<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
