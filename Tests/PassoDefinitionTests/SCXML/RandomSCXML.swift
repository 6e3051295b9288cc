import PassoTesting
import PassoText

@testable import PassoDefinition

/// Random documents of every element and attribute that the tables know.
struct RandomSCXML {
    private var random: SeededRandom
    private var count = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func document() -> XMLOutputElement {
        var root = element("scxml", isOwn: false, depth: 0)
        root.attributes.removeAll { ["version", "datamodel", "binding"].contains($0.name) }
        root.attributes += [
            .init("version", "1.0"), .init("xmlns", SCXMLNamespace.scxml),
            .init("xmlns:passo", SCXMLNamespace.passo),
        ]
        if random.oneIn(2) { root.attributes.append(.init("binding", "late")) }
        root.children.append(.element(XMLOutputElement("final", [.init("id", "end")])))
        return root
    }

    private mutating func element(_ name: String, isOwn: Bool, depth: Int) -> XMLOutputElement {
        let rule = (isOwn ? SCXMLRule.own(name) : SCXMLRule.scxml(name)) ?? SCXMLRule()
        let chosen = parts(of: rule, depth: depth)
        var result = XMLOutputElement(isOwn ? "passo:\(name)" : name)
        for attribute in rule.attributes where chosen.contains(attribute) {
            result.attributes.append(.init(attribute, value(of: attribute, on: name)))
        }
        for attribute in rule.ownAttributes where random.oneIn(4) {
            result.attributes.append(.init("passo:\(attribute)", ownValue(of: attribute)))
        }
        if rule.isOpaque, chosen.contains("<>") { result.children.append(content()) }
        guard depth < 5 else { return result }
        for child in rule.children where chosen.contains("<\(child)>") {
            let most = rule.single.contains(child) ? 1 : 2
            for _ in 0..<Int.random(in: 1...most, using: &random) {
                var inner = element(child, isOwn: false, depth: depth + 1)
                if name == "initial" || name == "history" { inner.makeDefault() }
                result.children.append(.element(inner))
            }
        }
        for child in rule.ownChildren where random.oneIn(6) {
            result.children.append(.element(element(child, isOwn: true, depth: depth + 1)))
        }
        return result
    }

    /// Some of what an element may have, by its rules.
    private mutating func parts(of rule: SCXMLRule, depth: Int) -> Set<String> {
        let odds = depth < 2 ? 2 : 5
        var chosen = Set(rule.attributes.filter { _ in random.oneIn(2) })
        chosen.formUnion(rule.children.filter { _ in random.oneIn(odds) }.map { "<\($0)>" })
        if rule.isOpaque, random.oneIn(2) { chosen.insert("<>") }
        chosen.formUnion(rule.required)
        for group in rule.oneOf where chosen.isDisjoint(with: group) {
            if let one = random.pick(group) { chosen.insert(one) }
        }
        for group in rule.exclusive {
            let found = group.filter { chosen.contains($0) }
            guard let kept = random.pick(found) else { continue }
            chosen.subtract(found.filter { $0 != kept })
        }
        // A first state needs states, and the random ones have none of its name.
        chosen.subtract(["initial", "<initial>"])
        return chosen
    }

    private mutating func content() -> XMLOutputNode {
        if random.oneIn(2) { return .text(text()) }
        var inner = XMLOutputElement("b", [.init("xmlns", random.oneIn(2) ? "urn:b" : "")])
        inner.children = [.text(" x "), .element(XMLOutputElement("c", [.init("d", text())]))]
        inner.keepsSpace = true
        return .element(inner)
    }

    private mutating func text() -> String {
        random.pick([
            "1", "count + 1", "a < b && c > 'd'", "\"x\"", "In('s')", "line\nline", "é😀", "  x ",
            "]]>",
            "{'a': [1]}",
        ]) ?? ""
    }

    private mutating func value(of attribute: String, on element: String) -> String {
        count += 1
        switch (attribute, element) {
        case ("id", _): return "s\(count)"
        case ("type", "transition"): return random.oneIn(2) ? "internal" : "external"
        case ("type", "history"): return random.oneIn(2) ? "deep" : "shallow"
        case ("autoforward", _), ("sensitive", _), ("internal", _):
            return random.oneIn(2) ? "true" : "false"
        case ("delay", "send"): return random.pick(["1s", "0.5s", ".5s", "2d", "10ms"]) ?? ""
        case ("target", "transition"), ("namelist", _), ("at", _), ("modes", _), ("shows", _),
            ("names", _):
            return random.oneIn(2) ? "one" : " one\n two "
        case ("name", _), ("event", _), ("key", _), ("item", _): return "n\(count)"
        default: return text()
        }
    }

    private mutating func ownValue(of attribute: String) -> String {
        switch attribute {
        case "semantics": random.oneIn(2) ? "passo" : "scxml"
        case "language", "version": "\(Int.random(in: 1...3, using: &random))"
        case "sensitive", "done", "content": random.oneIn(2) ? "true" : "false"
        case "set": random.oneIn(2) ? "first" : "next"
        case "check": "one two"
        default: text()
        }
    }
}

extension XMLOutputElement {
    /// Makes it the transition of an initial or a history, which waits for nothing.
    fileprivate mutating func makeDefault() {
        attributes.removeAll { $0.name == "event" || $0.name == "cond" || $0.name == "target" }
        attributes.append(.init("target", "one"))
    }
}
