/// What is known of the terms of some conditions while one way in which they may come out is
/// followed.
struct CELFacts {
    /// Two terms, the one whose text comes first being the first.
    private struct Pair: Hashable {
        let first: CELTerm
        let second: CELTerm
    }

    private(set) var truths: [CELTerm: Bool] = [:]
    private(set) var domains: [CELTerm: CELDomain] = [:]
    private var relations: [Pair: CELRelation] = [:]

    /// The truth values of variables.
    var slots: [CELSlot: Bool] {
        var result: [CELSlot: Bool] = [:]
        for (term, truth) in truths {
            if let slot = term.slot { result[slot] = truth }
        }
        return result
    }

    /// Learns that a term is true or false.
    ///
    /// - Returns: false, when that cannot be.
    mutating func learn(_ term: CELTerm, is truth: Bool) -> Bool {
        if let known = truths[term] { return known == truth }
        truths[term] = truth
        return true
    }

    /// Learns how a term stands to a value.
    mutating func learn(_ term: CELTerm, _ relation: CELRelation, _ value: CELValue) -> Bool {
        guard term.type.isComparable(to: value) else { return true }
        domains[term, default: CELDomain(term)].restrict(relation, to: value)
        return domains[term]?.isEmpty != true
    }

    /// Learns that a term is, or is not, one of some values.
    mutating func learn(_ term: CELTerm, isOneOf values: [CELValue], _ truth: Bool) -> Bool {
        if truth {
            domains[term, default: CELDomain(term)].allow(values)
        } else {
            domains[term, default: CELDomain(term)].exclude(values)
        }
        return domains[term]?.isEmpty != true
    }

    /// Learns how two terms stand to each other.
    mutating func learn(_ left: CELTerm, _ relation: CELRelation, _ right: CELTerm) -> Bool {
        if left == right {
            // What equals itself always does so, but for NaN.
            return relation.contains(.equal)
                || !left.type.isTotallyOrdered && relation.contains(.unordered)
        }
        let isInOrder = left.text < right.text
        let pair =
            isInOrder ? Pair(first: left, second: right) : Pair(first: right, second: left)
        var known = relations[pair] ?? .any
        if left.type.isTotallyOrdered, right.type == left.type { known.remove(.unordered) }
        known.formIntersection(isInOrder ? relation : relation.reversed)
        relations[pair] = known
        return !known.isEmpty
    }

    /// Carries the bounds of terms over to those they are compared with.
    ///
    /// - Returns: false, when nothing is left for one of them.
    mutating func spread() -> Bool {
        for _ in 0..<min(relations.count, 8) {
            for (pair, relation) in relations where pair.first.type == pair.second.type {
                let first = domains[pair.first] ?? CELDomain(pair.first)
                let second = domains[pair.second] ?? CELDomain(pair.second)
                domains[pair.first, default: first].restrict(relation, to: second)
                domains[pair.second, default: second].restrict(relation.reversed, to: first)
            }
        }
        return !domains.values.contains { $0.isEmpty }
    }
}

extension CELType {
    /// Whether bounds of this type say what comparisons with a value do: numbers of different kinds
    /// compare as doubles where they are large.
    fileprivate func isComparable(to value: CELValue) -> Bool {
        switch value {
        case .double(let number): self == .double || self == .dyn && number.magnitude < 1e15
        case .int(let number):
            self == .int || self == .dyn && number.magnitude < 1_000_000_000_000_000
        case .uint(let number): self == .uint || self == .dyn && number < 1_000_000_000_000_000
        default: self == .dyn || self == value.type
        }
    }
}
