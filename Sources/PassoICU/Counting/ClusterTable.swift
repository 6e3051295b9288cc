internal import CICU

/// The automaton's tables: what a scalar's bytes and a state make the next state.
///
/// Made once, when the first text needs it, from the properties of the linked ICU; 180
/// kilobytes, of which a text touches a few.
@safe struct ClusterTable: @unchecked Sendable {
    /// Set in a state when its scalar began a cluster.
    static let begun = 1

    /// The trie from which a scalar's class is found (see ``ClusterTrie``).
    private let pairs: UnsafePointer<UInt16>
    private let nodes: UnsafePointer<UInt16>
    /// The next state, by the place of the scalar's class and the state.
    private let transitions: UnsafePointer<UInt8>

    /// The table, or `nil` when the linked ICU follows another version of Unicode than the
    /// automaton: its break iterator then decides alone.
    ///
    /// Immutable and never freed, so any number of threads may read it.
    static let shared = ClusterTable(unicodeVersion: ICULibrary.unicodeVersion)

    /// The version whose rules ``ClusterState`` has.
    private static let knownVersion = "15.0"

    /// Makes the table, or `nil` when a version of Unicode is not the known one.
    init?(unicodeVersion: String) {
        guard unicodeVersion.utf8.starts(with: Self.knownVersion.utf8),
            let trie = ClusterTrie.ofLinkedICU()
        else { return nil }
        unsafe pairs = Self.kept(trie.pairs)
        unsafe nodes = Self.kept(trie.nodes)
        unsafe transitions = Self.kept(Self.makeTransitions())
    }

    private static func makeTransitions() -> [UInt8] {
        let size = ClusterTrie.nodeSize
        var transitions = [UInt8](repeating: 0, count: ScalarClass.allCases.count * size)
        for state in ClusterState.allCases {
            for scalar in ScalarClass.allCases {
                let joined = state.joined(by: scalar)
                let next = joined?.place ?? ClusterState.beginning(with: scalar).place | begun
                // A state goes on alike, whether or not its own scalar began a cluster.
                let row = Int(scalar.rawValue) * size
                transitions[row + state.place] = UInt8(next)
                transitions[row + (state.place | begun)] = UInt8(next)
            }
        }
        return transitions
    }

    private static func kept<Element: BitwiseCopyable>(
        _ elements: [Element]
    ) -> UnsafePointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = unsafe copy.initialize(fromContentsOf: elements)
        // The trie and the transitions are never empty.
        return unsafe UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
    }

    /// The state after a state and a scalar.
    ///
    /// The lowest eight bits of the word are the scalar's first byte, then come its others; what
    /// is above them does not matter. No byte leads outside the tables, whether or not they are
    /// UTF-8.
    @inline(__always)
    func next(_ state: Int, _ word: UInt32) -> Int {
        var node = unsafe Int(pairs[Int(word & 0xFFFF)])
        node = unsafe Int(nodes[node &+ Int(word >> 16 & 0x3F)])
        node = unsafe Int(nodes[node &+ Int(word >> 24 & 0x3F)])
        let row = unsafe transitions + node
        return unsafe Int(row[state])
    }
}

extension ClusterState {
    /// The state as the tables number it, with room for ``ClusterTable/begun``.
    var place: Int { Int(rawValue) << 1 }
}
