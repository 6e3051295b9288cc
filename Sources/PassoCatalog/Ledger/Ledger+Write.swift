extension Ledger {
    /// The first line of a file.
    static let headingLine = "\(heading)\(version)\tsource\ttarget\tstate"

    /// The file: a line per statement, sorted by key, so that changes of different messages meet in
    /// no line.
    public var text: String {
        let sorted = rows.values.joined().sorted { $0.place < $1.place }
        let lines = sorted.map {
            "\(EscapedText.write($0.key))\t\($0.source)\t\($0.target)\t\($0.state.rawValue)"
        }
        return ([Self.headingLine] + lines).joined(separator: "\n") + "\n"
    }
}

extension Ledger.Row {
    /// By what statements are sorted: the bytes of the key, then the rest.
    var place: Place {
        Place(key: Array(key.utf8), rest: [source.value, target.value], state: state)
    }

    struct Place: Comparable {
        let key: [UInt8]
        let rest: [UInt64]
        let state: TranslationState

        static func < (left: Place, right: Place) -> Bool {
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            if left.rest != right.rest { return left.rest.lexicographicallyPrecedes(right.rest) }
            return left.state < right.state
        }
    }
}
