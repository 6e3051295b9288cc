/// Which translations of one language were reviewed, and against which source texts.
///
/// A ledger is a set of statements “this translation of this source is in that state”; the texts
/// themselves stay in the tables, here are only their fingerprints. What is not said in it follows:
///
/// | the present translation | state |
/// |---|---|
/// | is missing or empty | new |
/// | stands in a statement with the present source | what that statement says |
/// | stands only in statements with other sources | stale |
/// | stands in no statement | needs review |
///
/// So no tool has to be run after an edit, in whatever editor, and two branches that review different
/// messages, or even the same ones, merge by keeping the lines of both.
public struct Ledger: Sendable, Hashable {
    /// One statement: a line of the file.
    public struct Row: Sendable, Hashable {
        /// The message.
        public var key: String
        /// The fingerprint of its text in the template.
        public var source: TextHash
        /// The fingerprint of its text in this language.
        public var target: TextHash
        /// How far this translation of this source is.
        public var state: TranslationState

        /// Makes a statement.
        public init(key: String, source: TextHash, target: TextHash, state: TranslationState) {
            self.key = key
            self.source = source
            self.target = target
            self.state = state
        }
    }

    /// The statements by message, in the order of the file; a key has more than one after merges only.
    public private(set) var rows: [String: [Row]] = [:]

    /// Makes a ledger that says nothing.
    public init() {}

    /// Makes a ledger of statements.
    public init(_ rows: some Sequence<Row>) {
        for row in rows { add(row) }
    }

    /// The state of a translation that is there.
    ///
    /// - Parameters:
    ///   - key: the message.
    ///   - source: the fingerprint of its present text in the template.
    ///   - target: the fingerprint of its present text in this language.
    /// - Returns: by the table above; where two statements contradict each other, what is less done.
    public func state(of key: String, source: TextHash, target: TextHash) -> TranslationState {
        let known = rows[key, default: []].filter { $0.target == target }
        let exact = known.filter { $0.source == source }
        if let state = exact.map(\.state).min() { return state }
        return known.isEmpty ? .needsReview : .stale
    }

    /// States how far a translation is, in place of all that was stated of the message before.
    public mutating func record(_ row: Row) {
        rows[row.key] = [row]
    }

    /// Adds a statement and keeps the others; an equal one stays once.
    public mutating func add(_ row: Row) {
        guard rows[row.key]?.contains(row) != true else { return }
        rows[row.key, default: []].append(row)
        rows[row.key]?.sort { $0.place < $1.place }
    }

    /// Forgets all that is stated of a message.
    public mutating func forget(_ key: String) {
        rows[key] = nil
    }
}
