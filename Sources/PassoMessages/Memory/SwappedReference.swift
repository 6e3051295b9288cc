internal import Synchronization

/// A reference that many threads read and that can be swapped for another at any time, without a
/// lock and without a reader ever waiting.
///
/// The danger is a reader that has read the address but not yet retained the object when a swap
/// releases it. So address and a count of *borrowers* share one atomic word, after Anthony Williams'
/// split counts: a reader adds one to the word and gets the address by the same operation, and from
/// then on its borrow keeps the node alive.
///
/// - A reader: add 1 (it now borrows the node it got), retain the value, give the borrow back. If
///   the word still names that node, giving back is subtracting the 1. If not, a writer has swapped
///   it out and moved the borrows it found in the word to the node's `balance`; then the reader
///   takes its 1 from there.
/// - A writer: exchange the word for the new node without borrowers, and add the borrows that stood in
///   the old word to the old node's `balance`.
/// - Whoever brings `balance` to zero releases the node. It begins at zero; readers that give back
///   before the writer has added make it negative, and it reaches zero only with the last operation of
///   the writer and those readers, once. So the node is released once, and never while it is borrowed.
///
/// An address cannot come back while someone compares with it: the comparing reader still borrows
/// that node, so it is alive and no other node has its address. The count has 20 bits, more than
/// a process has threads, and every thread borrows once at most.
///
/// Touches raw memory. `@unchecked Sendable`: all shared state is the atomic word and the balances.
@safe final class SwappedReference<Value: AnyObject & Sendable>: @unchecked Sendable {
    private final class Node: Sendable {
        let value: Value
        let balance = Atomic<Int>(0)
        init(_ value: Value) { self.value = value }
    }

    /// Addresses have 48 bits, of which the lowest four are zero.
    private static var countBits: UInt64 { 20 }
    private static var countMask: UInt64 { 1 << countBits - 1 }

    private let word: Atomic<UInt64>

    init(_ value: Value) { word = Atomic(Self.word(for: value)) }

    deinit {
        // Nobody else can use the reference any more, so nothing is borrowed.
        unsafe Self.node(word.load(ordering: .acquiring)).release()
    }

    /// The value of now; stays alive as long as the caller keeps it.
    var value: Value {
        let borrowed = word.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
        let node = unsafe Self.node(borrowed)
        let value = unsafe node._withUnsafeGuaranteedRef { $0.value }
        unsafe giveBack(node, borrowed &+ 1)
        return value
    }

    private func giveBack(_ node: Unmanaged<Node>, _ seen: UInt64) {
        var seen = seen
        let mine = unsafe Self.bits(node)
        while seen >> Self.countBits == mine {
            let (isDone, found) = word.weakCompareExchange(
                expected: seen,
                desired: seen - 1,
                ordering: .acquiringAndReleasing
            )
            if isDone { return }
            seen = found
        }
        unsafe Self.settle(node, -1)
    }

    /// Puts another value in place; readers of the old one are not disturbed.
    func swap(for value: Value) {
        let old = word.exchange(Self.word(for: value), ordering: .acquiringAndReleasing)
        unsafe Self.settle(Self.node(old), Int(old & Self.countMask))
    }

    private static func settle(_ node: Unmanaged<Node>, _ change: Int) {
        let balance = unsafe node._withUnsafeGuaranteedRef {
            $0.balance.wrappingAdd(change, ordering: .acquiringAndReleasing).newValue
        }
        if balance == 0 { unsafe node.release() }
    }

    private static func word(for value: Value) -> UInt64 {
        let node = unsafe Unmanaged.passRetained(Node(value))
        let address = UInt64(UInt(bitPattern: unsafe node.toOpaque()))
        precondition(address >> 48 == 0 && address & 15 == 0, "an address has 44 telling bits")
        return unsafe bits(node) << countBits
    }

    private static func bits(_ node: Unmanaged<Node>) -> UInt64 {
        unsafe UInt64(UInt(bitPattern: node.toOpaque())) >> 4
    }

    private static func node(_ word: UInt64) -> Unmanaged<Node> {
        let address = UInt(truncatingIfNeeded: word >> countBits) << 4
        // The word was made of a node's address and always names one.
        return unsafe Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped)
    }
}
