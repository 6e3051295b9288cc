public import PassoMessages

extension Ledger {
    /// The ledger with one line for each message that is still there.
    ///
    /// Of the several lines that a merge leaves for a message, the one stays that decides its state
    /// today: about the present pair of texts, or else about the present translation, or about the
    /// present source.
    ///
    /// - Parameters:
    ///   - template: the table with every key.
    ///   - table: the table of the ledger's language.
    /// - Returns: the ledger without what is no longer needed.
    public func tidied(for template: StringTable, _ table: StringTable) -> Ledger {
        var result = Ledger()
        for (key, rows) in rows {
            guard let source = template[key]?.pattern else { continue }
            let present = (TextHash(source), table[key].map { TextHash($0.pattern) })
            if let row = rows.min(by: { $0.rank(present) < $1.rank(present) }) {
                result.record(row)
            }
        }
        return result
    }
}

extension Ledger.Row {
    /// How little a line says about a pair of texts; of equals, the less done goes first.
    fileprivate func rank(_ present: (source: TextHash, target: TextHash?)) -> [UInt64] {
        let nearness: UInt64 =
            switch (source == present.source, target == present.target) {
            case (true, true): 0
            case (false, true): 1
            case (true, false): 2
            case (false, false): 3
            }
        let states = TranslationState.allCases.sorted()
        let progress = states.firstIndex(of: state).map { UInt64($0) } ?? 0
        return [nearness, progress, source.value, target.value]
    }
}

extension [UInt64] {
    fileprivate static func < (left: [UInt64], right: [UInt64]) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}
