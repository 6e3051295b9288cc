/// A walk through a text with the automaton, scalar by scalar.
@safe struct ClusterWalk {
    private let table: ClusterTable
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    /// Where the walk stands: always the first byte of a scalar, or the end.
    private(set) var place = 0
    private var state = ClusterState.closed.place
    private var clusterStart = 0
    /// How many simple scalars stood here one after another.
    private var streak = 0

    init(table: ClusterTable, bytes: UnsafePointer<UInt8>, end: Int) {
        self.table = table
        unsafe self.bytes = unsafe bytes
        self.end = end
    }

    /// Whether a run of simple scalars has begun.
    ///
    /// A short one is walked through; and behind a simple scalar none can be taken in by what
    /// stood before the run but LF by CR, which ends no streak.
    @inline(__always)
    var isInRun: Bool {
        guard streak >= 3, state != ClusterState.carriageReturn.place else { return false }
        return unsafe SimpleRun.isSimple(bytes[place])
    }

    /// Goes on at the end of a run, whose last scalar what follows may join.
    @inline(__always)
    mutating func resume(at runEnd: Int) {
        place = runEnd
        clusterStart = runEnd
        streak = 0
        guard runEnd > 0, runEnd < end else { return }
        repeat { clusterStart -= 1 } while unsafe bytes[clusterStart] & 0xC0 == 0x80
        let last = scalar(at: clusterStart)
        let start = ClusterState.closed.place
        state = table.transition(start, table.scalarClass(last.value)) & ~ClusterTable.begins
    }

    /// Takes in one scalar, without branches on what it is, for they could not be foreseen.
    @inline(__always)
    mutating func step(into count: inout ClusterCount) {
        let scalar = scalar(at: place)
        let next = table.transition(state, table.scalarClass(scalar.value))
        count.characters &+= Int(next >> 15)
        clusterStart = next & ClusterTable.begins != 0 ? place : clusterStart
        streak = unsafe SimpleRun.isSimple(bytes[place]) ? streak &+ 1 : 0
        state = next & ~ClusterTable.begins
        place &+= scalar.length
        count.heaviestBytes = max(count.heaviestBytes, place &- clusterStart)
    }

    /// Decodes a scalar of text that is known to be UTF-8.
    @inline(__always)
    private func scalar(at place: Int) -> (value: UInt32, length: Int) {
        let first = unsafe UInt32(bytes[place])
        if first < 0x80 { return (first, 1) }
        let second = unsafe UInt32(bytes[place + 1] & 0x3F)
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = unsafe UInt32(bytes[place + 2] & 0x3F)
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = unsafe UInt32(bytes[place + 3] & 0x3F)
        return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}
