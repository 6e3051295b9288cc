internal import CICU

/// Which bytes of a block of up to 64 begin scalars, and which of those need the automaton.
struct ScalarBlock {
    /// The first bytes of all scalars that begin in the block.
    let leads: UInt64
    /// Those of complex scalars.
    let complex: UInt64
    /// That of the last scalar; without any it means nothing.
    let last: UInt64
    /// Those of complex scalars, of their neighbours and of the last scalar, whose neighbour may
    /// be complex.
    let stepped: UInt64

    @inline(__always)
    init(_ masks: passo_masks) {
        leads = masks.leads
        complex = masks.complex
        let continuations = ~leads
        // A carry goes through the continuation bytes to the next lead byte.
        let after = (complex << 1) &+ continuations
        // Simple scalars have three bytes at most, and complex ones are stepped anyway.
        let isSecond = continuations >> 1
        let isThird = isSecond & continuations >> 2
        let before = complex >> 1 | isSecond & complex >> 2 | isThird & complex >> 3
        last = 1 &<< UInt64(passo_highest(leads | 1))
        stepped = complex | (after | before) & leads | last
    }
}
