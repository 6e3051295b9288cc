extension Ledger {
    /// The statements of two ledgers that come from one.
    ///
    /// A statement of both, and one that either side added; one that either side took back is gone.
    /// So a message that both sides reviewed keeps the statements of both, and the texts that are
    /// there after the merge decide which of them counts.
    init(merging ours: Ledger, _ theirs: Ledger, since base: Ledger) {
        self.init()
        for key in Set(ours.rows.keys).union(theirs.rows.keys) {
            let versions = [base, ours, theirs].map { Set($0.rows[key, default: []]) }
            let kept = versions[1].intersection(versions[2])
            let added = versions[1].union(versions[2]).subtracting(versions[0])
            for row in kept.union(added) { add(row) }
        }
    }
}
