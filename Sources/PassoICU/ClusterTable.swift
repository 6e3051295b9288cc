internal import CICU

/// The automaton as bytes: the class of each scalar and the next state for each state and class.
///
/// Made once, when the first text needs it, from the properties of the linked ICU.
@safe struct ClusterTable: @unchecked Sendable {
    /// Set in a transition when the scalar begins a cluster.
    static let begins: UInt16 = 0x8000
    /// The bits of a class; a state stands in a transition shifted by these, ready for look-up.
    static let classBits: UInt16 = 5

    /// The block of each 128 scalars.
    let index: UnsafePointer<UInt8>
    /// The classes, block after block.
    let blocks: UnsafePointer<UInt8>
    /// The transitions, by state and class.
    let transitions: UnsafePointer<UInt16>

    /// The table, or `nil` when the linked ICU follows another version of Unicode than the
    /// automaton: its break iterator then decides alone.
    ///
    /// Immutable and never freed, so any number of threads may read it.
    static let shared: ClusterTable? =
        ICULibrary.unicodeVersion.utf8.starts(with: knownVersion.utf8) ? ClusterTable() : nil

    /// The version whose rules ``ClusterState`` has.
    private static let knownVersion = "15.0"

    private init?() {
        let index = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(PASSO_ICU_CLASS_INDEX))
        let blocks = UnsafeMutablePointer<UInt8>.allocate(
            capacity: 256 * Int(PASSO_ICU_CLASS_BLOCK)
        )
        var status = Status()
        unsafe passo_icu_break_classes(index, blocks, 256, &status.code)
        guard status.code == 0 else { return nil }
        unsafe self.index = UnsafePointer(index)
        unsafe self.blocks = UnsafePointer(blocks)
        unsafe transitions = UnsafePointer(Self.makeTransitions())
    }

    private static func makeTransitions() -> UnsafeMutablePointer<UInt16> {
        let count = ClusterState.allCases.count << classBits
        let transitions = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
        unsafe transitions.initialize(repeating: 0, count: count)
        for state in ClusterState.allCases {
            for scalar in ScalarClass.allCases {
                let joined = state.joined(by: scalar)
                let next = joined ?? .beginning(with: scalar)
                let place = Int(state.place | UInt16(scalar.rawValue))
                unsafe transitions[place] = next.place | (joined == nil ? begins : 0)
            }
        }
        return unsafe transitions
    }

    /// The class of a scalar below U+110000.
    @inline(__always)
    func scalarClass(_ scalar: UInt32) -> UInt8 {
        unsafe blocks[Int(index[Int(scalar >> 7)]) << 7 | Int(scalar & 0x7F)]
    }

    /// The place of the next state, with ``begins`` when the scalar begins a cluster.
    @inline(__always)
    func transition(_ state: UInt16, _ scalarClass: UInt8) -> UInt16 {
        unsafe transitions[Int(state | UInt16(scalarClass))]
    }
}

extension ClusterState {
    /// Where the state's transitions stand in the table.
    var place: UInt16 { UInt16(rawValue) << ClusterTable.classBits }
}
