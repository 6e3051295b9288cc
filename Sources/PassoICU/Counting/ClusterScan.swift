internal import CICU

/// One pass over a text that counts clusters and, where that is asked, weighs them.
///
/// Which scalars are *simple* is decided by the lead byte of their UTF-8: everything below U+0300
/// except CR, Greek, Cyrillic, the CJK ideographs and the precomposed Hangul syllables of U+B000
/// to U+CFFF. A simple scalar behind a simple one always begins a cluster, so blocks of 64 bytes
/// that hold no others are counted by vector masks. In other blocks the automaton of
/// ``ClusterTable`` takes the complex scalars and the simple ones that stand next to them.
@safe struct ClusterScan {
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    /// What has been taken: whole blocks, so a scalar may reach beyond.
    private var place = 0
    private var clusters = 0
    /// Whether the last scalar before ``place`` is simple.
    private var followsSimple = true
    /// The automaton's state, unless simple scalars were taken since.
    private var state = ClusterState.closed.place
    private var isStateOld = false
    private var weight = ClusterWeight()

    /// - Parameters:
    ///   - bytes: a text in UTF-8.
    ///   - end: how many bytes it has, more than none.
    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, end: Int) {
        unsafe self.bytes = unsafe bytes
        self.end = end
    }

    /// Counts all, or stops at some cluster after the first `limit` of them.
    ///
    /// - Parameters:
    ///   - limit: after how many clusters the rest does not matter.
    ///   - isWeighing: whether to find the heaviest cluster; a constant, so that who does not ask
    ///     does not pay.
    ///   - table: the automaton, made only when the text needs it.
    /// - Returns: `nil` when the text needs the automaton and there is none for the linked ICU.
    @inline(__always)
    mutating func count(
        stopAfter limit: Int,
        isWeighing: Bool,
        table: @autoclosure () -> ClusterTable?
    ) -> ClusterCount? {
        while place < end, clusters <= limit {
            if followsSimple, takePlainBlock(isWeighing) { continue }
            guard takeBlocks(stopAfter: limit, isWeighing, table) else { return nil }
        }
        if isWeighing, !isStateOld { weight.take(endAt: end) }
        return ClusterCount(characters: clusters, heaviestBytes: weight.heaviestBytes)
    }

    /// Takes a block without lead bytes from 0xCC and without CR, which needs one look only.
    @inline(__always)
    private mutating func takePlainBlock(_ isWeighing: Bool) -> Bool {
        guard end &- place >= Int(PASSO_BLOCK_BYTES) else { return false }
        let leads = unsafe Int(passo_plain_64(bytes + place))
        if leads < 0 { return false }
        if isWeighing {
            leaveState()
            weight.take(bytes: leads == 64 ? 1 : 2)
        }
        isStateOld = true
        clusters &+= leads
        place &+= Int(PASSO_BLOCK_BYTES)
        return true
    }

    /// Takes blocks up to the first that is simple.
    ///
    /// - Returns: `false` when there is no automaton for them.
    @inline(__always)
    private mutating func takeBlocks(
        stopAfter limit: Int,
        _ isWeighing: Bool,
        _ table: () -> ClusterTable?
    ) -> Bool {
        var block = block(at: place)
        while place < end, clusters <= limit {
            let length = min(Int(PASSO_BLOCK_BYTES), end &- place)
            if takeSimpleBlock(block, length, isWeighing) {
                place &+= length
                return true
            }
            guard let table = table() else { return false }
            // Looked at early, so that it is known when the processor has guessed wrong where the
            // steps through this block end.
            let next = self.block(at: place &+ length)
            // Close to the end no four bytes may be read at once.
            if end &- place >= Int(PASSO_BLOCK_BYTES) &+ 3 {
                takeComplexBlock(block, table, isWeighing, isLast: false)
            } else {
                takeComplexBlock(block, table, isWeighing, isLast: true)
            }
            place &+= length
            block = next
        }
        return true
    }

    /// Looks at the block that begins at a place, or at what is left of the text.
    @inline(__always)
    private func block(at place: Int) -> ScalarBlock {
        let rest = end &- place
        if rest >= Int(PASSO_BLOCK_BYTES) {
            return unsafe ScalarBlock(passo_masks_of_64(bytes + place))
        }
        if rest <= 0 { return ScalarBlock(passo_masks()) }
        return end >= Int(PASSO_BLOCK_BYTES)
            ? unsafe ScalarBlock(passo_masks_of_last(bytes + end, UInt64(rest)))
            : unsafe ScalarBlock(passo_masks_of_few(bytes, UInt64(rest)))
    }

    /// Takes the scalars of a block when all are simple.
    @inline(__always)
    private mutating func takeSimpleBlock(
        _ block: ScalarBlock,
        _ length: Int,
        _ isWeighing: Bool
    ) -> Bool {
        guard block.complex == 0, followsSimple else { return false }
        // A block may end within its last scalar; the text's last bytes then begin none.
        guard block.leads != 0 || isStateOld else { return true }
        if isWeighing {
            leaveState()
            weight.take(bytes: longest(block.leads, length))
        }
        isStateOld = true
        clusters &+= Int(passo_ones(block.leads))
        return true
    }

    /// Takes a block of any scalars, each complex one and its neighbours by the automaton.
    @inline(__always)
    private mutating func takeComplexBlock(
        _ block: ScalarBlock,
        _ table: ClusterTable,
        _ isWeighing: Bool,
        isLast: Bool
    ) {
        if isStateOld { recoverState(table) }
        let leads = block.leads
        guard leads != 0 else { return }
        var stepped = block.stepped
        if !followsSimple { stepped |= leads & (0 &- leads) }
        var begun = leads & ~stepped
        var count = Int(passo_ones(begun))
        var state = state
        while stepped != 0 {
            let bit = Int(passo_lowest(stepped))
            stepped &= stepped &- 1
            state = table.next(state, isLast ? lastWord(place &+ bit) : word(place &+ bit))
            count &+= state & ClusterTable.begun
            if isWeighing { begun |= UInt64(state & ClusterTable.begun) &<< UInt64(bit) }
        }
        self.state = state
        clusters &+= count
        if isWeighing { weight.take(begun, in: place) }
        followsSimple = block.complex & block.last == 0
    }

    /// The four bytes at a place that is not close to the end.
    @inline(__always)
    private func word(_ place: Int) -> UInt32 { unsafe passo_word(bytes + place) }

    /// The four bytes at a place, or as many as the text has.
    @inline(__always)
    private func lastWord(_ place: Int) -> UInt32 {
        guard end >= 4 else { return shortWord(place) }
        let start = min(place, end &- 4)
        return word(start) &>> UInt32(truncatingIfNeeded: (place &- start) &* 8)
    }

    /// The bytes from a place on of a text of fewer than four.
    @inline(never)
    private func shortWord(_ place: Int) -> UInt32 {
        (place..<end).reversed().reduce(0) { unsafe $0 << 8 | UInt32(bytes[$1]) }
    }

    @inline(__always)
    private func isContinuation(_ place: Int) -> Bool { unsafe bytes[place] & 0xC0 == 0x80 }

    /// Finds the state behind simple scalars, the last of which began a cluster.
    private mutating func recoverState(_ table: ClusterTable) {
        var start = place
        repeat { start &-= 1 } while start > 0 && isContinuation(start)
        weight.resume(at: start)
        state = table.next(ClusterState.closed.place, lastWord(start))
        isStateOld = false
    }

    /// Weighs the last cluster before a run of simple scalars, each of which begins another.
    @inline(__always)
    private mutating func leaveState() {
        if isStateOld { return }
        var next = place
        while next < end, isContinuation(next) { next &+= 1 }
        weight.take(endAt: next)
    }

    /// The bytes of the longest scalar in a block of simple ones.
    @inline(__always)
    private func longest(_ leads: UInt64, _ length: Int) -> Int {
        let continuations = ~leads & UInt64.max >> UInt64(64 &- length)
        // The last scalar may reach beyond the block; its lead byte tells how long it is.
        let last = unsafe bytes[place &+ Int(passo_highest(leads | 1))]
        if last >= 0xE0 || continuations & continuations << 1 != 0 { return 3 }
        return last >= 0xC0 || continuations != 0 ? 2 : 1
    }
}
