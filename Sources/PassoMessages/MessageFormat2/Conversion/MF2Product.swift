/// The pattern of a matcher for each combination of its selectors' keys.
struct MF2Product {
    private(set) var selections: [MF2Selection] = []
    /// The keys and the units of each variant.
    private var rows: [(keys: [MessageVariant.Key], units: [MF2Unit])] = []
    private var places: [[MessageVariant.Key]: Int] = [:]

    init(
        _ matcher: MF2Matcher,
        _ resolver: MF2Resolver,
        _ limits: MessageLimits
    ) throws(MF2ConversionProblem) {
        for selector in matcher.selectors {
            selections.append(try MF2Selection(selector, resolver))
        }
        for variant in matcher.variants where variant.keys.count == selections.count {
            var keys: [MessageVariant.Key] = []
            for (place, key) in variant.keys.enumerated() {
                keys.append(try selections[place].read(key))
            }
            if places[keys] == nil { places[keys] = rows.count }
            rows.append((keys, MF2Unit.units(of: variant.pattern)))
        }
        var count = 1
        for selection in selections {
            count *= max(1, selection.keys.count)
            guard count <= limits.maximumVariants,
                selection.keys.count <= limits.maximumBranches
            else {
                throw MF2ConversionProblem(
                    id: .tooLarge,
                    range: selection.selector.range,
                    detail: "\(limits.maximumVariants)"
                )
            }
        }
        try dropLiteralOther()
    }

    /// The combination in which every selector is anything else.
    var fallback: [MessageVariant.Key] { selections.map { _ in .other } }

    /// What the message says for a combination of keys.
    func units(for keys: [MessageVariant.Key]) throws(MF2ConversionProblem) -> [MF2Unit] {
        if let place = places[keys] { return rows[place].units }
        var best: Int?
        for (place, row) in rows.enumerated() where Self.matches(row.keys, keys) {
            if let known = best, !Self.isBetter(row.keys, than: rows[known].keys) { continue }
            best = place
        }
        guard let best else {
            throw MF2ConversionProblem(id: .sparseVariants, range: range, detail: "*")
        }
        try check(rows[best].keys, for: keys)
        return rows[best].units
    }

    /// Calls a function with each combination of keys, in the order of the product.
    func forEach(
        _ body: ([MessageVariant.Key]) throws(MF2ConversionProblem) -> Bool
    ) throws(MF2ConversionProblem) -> Bool {
        var places = selections.map { _ in 0 }
        while true {
            let keys = zip(selections, places).map { $0.keys[$1] }
            guard try body(keys) else { return false }
            guard
                let next = places.indices.last(where: {
                    places[$0] + 1 < selections[$0].keys.count
                })
            else { return true }
            places[next] += 1
            for later in places.indices where later > next { places[later] = 0 }
        }
    }

    private var range: Range<Int> { selections.first?.selector.range ?? 0..<0 }

    private static func matches(_ row: [MessageVariant.Key], _ keys: [MessageVariant.Key]) -> Bool {
        zip(row, keys).allSatisfy { $0 == .other || $0 == $1 }
    }

    /// Of two variants that match, the one whose first key that differs is no `*`.
    private static func isBetter(
        _ row: [MessageVariant.Key],
        than other: [MessageVariant.Key]
    ) -> Bool {
        for (mine, others) in zip(row, other) where mine != others { return others == .other }
        return false
    }

    /// A number that has a key of its own also has a category, and which one that is depends on the
    /// language; so it must not be asked for.
    private func check(
        _ found: [MessageVariant.Key],
        for keys: [MessageVariant.Key]
    ) throws(MF2ConversionProblem) {
        for (place, selection) in selections.enumerated() where found[place] != keys[place] {
            if case .exactly = keys[place], selection.hasCategories {
                throw MF2ConversionProblem(
                    id: .sparseVariants,
                    range: selection.places[keys[place]] ?? range,
                    detail: selection.selector.name
                )
            }
        }
    }

    /// A key `other` is no branch of its own where it says the same as `*`.
    private mutating func dropLiteralOther() throws(MF2ConversionProblem) {
        for place in selections.indices
        where selections[place].keys.contains(MF2Selection.literalOther) {
            let isSame = try forEach { keys throws(MF2ConversionProblem) in
                guard keys[place] == .other else { return true }
                var named = keys
                named[place] = MF2Selection.literalOther
                return try units(for: named) == units(for: keys)
            }
            guard isSame else {
                let range = selections[place].places[MF2Selection.literalOther] ?? range
                throw MF2ConversionProblem(id: .key, range: range, detail: "other")
            }
            selections[place].drop(MF2Selection.literalOther)
        }
    }
}
