extension MF2Branches {
    /// Finds what each selector changes: of whole words, no more than it must.
    ///
    /// The number that a selector is goes with the words that it changes: `{$n} tags`, not `tags`.
    ///
    /// - Returns: nil where a selector changes what another one changes, too.
    init?(_ product: MF2Product) throws(MF2ConversionProblem) {
        let fallback = product.fallback
        let units = try product.units(for: fallback)
        var ranges: [Range<Int>] = []
        for (place, selection) in product.selections.enumerated() {
            var range: Range<Int>?
            for key in selection.keys where key != .other {
                var keys = fallback
                keys[place] = key
                let change = Self.change(from: units, to: try product.units(for: keys), range)
                range = change ?? range
            }
            ranges.append(range ?? units.count..<units.count)
        }
        let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        for (first, second) in zip(order, order.dropFirst())
        where ranges[first].upperBound > ranges[second].lowerBound {
            return nil
        }
        for (position, place) in order.enumerated() where !ranges[place].isEmpty {
            let lower = position == 0 ? 0 : ranges[order[position - 1]].upperBound
            let upper =
                position + 1 == order.count
                ? units.count : ranges[order[position + 1]].lowerBound
            let number = "{$\(product.selections[place].selector.name)}"
            for index in lower..<upper where units[index].text == number {
                let old = ranges[place]
                ranges[place] = min(old.lowerBound, index)..<max(old.upperBound, index + 1)
            }
        }
        self.ranges = ranges
        dropsEmpty = true
    }

    /// What of the first units is different in the second, and what is known to be; nil for nothing.
    private static func change(
        from units: [MF2Unit],
        to other: [MF2Unit],
        _ known: Range<Int>?
    ) -> Range<Int>? {
        guard units != other else { return known }
        let shorter = min(units.count, other.count)
        var lead = 0
        while lead < shorter, units[lead] == other[lead] { lead += 1 }
        lead = min(lead, known?.lowerBound ?? lead)
        while lead > 0, splitsWord(units, lead) || splitsWord(other, lead) { lead -= 1 }
        var tail = 0
        while tail < shorter - lead, units[units.count - 1 - tail] == other[other.count - 1 - tail]
        {
            tail += 1
        }
        tail = min(tail, units.count - (known?.upperBound ?? 0))
        while tail > 0,
            splitsWord(units, units.count - tail) || splitsWord(other, other.count - tail)
        {
            tail -= 1
        }
        return lead..<units.count - tail
    }

    private static func splitsWord(_ units: [MF2Unit], _ place: Int) -> Bool {
        place > 0 && place < units.count && units[place - 1].isInWord(with: units[place])
    }
}
