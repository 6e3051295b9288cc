internal import Synchronization

/// The texts of messages without arguments, each made once when it is first asked for.
///
/// A text costs its reader one load and one retain, and nobody waits: two threads that make the same
/// text at once both get one that is kept. Touches raw memory, because an `AtomicLazyReference` would
/// retain and release the box around the text on each look.
@safe final class KeptTexts: Sendable {
    let places: Places

    init(count: Int) { places = Places(count: count) }

    deinit { places.free() }

    /// The places of the texts; does not own them.
    @safe struct Places: @unchecked Sendable {
        private final class Box: Sendable {
            let text: String
            init(_ text: String) { self.text = text }
        }

        private let places: UnsafeMutablePointer<Atomic<UInt>>
        private let count: Int

        fileprivate init(count: Int) {
            self.count = count
            unsafe places = .allocate(capacity: count)
            for place in 0..<count { unsafe (places + place).initialize(to: Atomic(0)) }
        }

        fileprivate func free() {
            for place in 0..<count {
                unsafe Self.box(places[place].load(ordering: .acquiring))?.release()
            }
            unsafe places.deinitialize(count: count)
            unsafe places.deallocate()
        }

        /// The text of a place, made by `make` if nobody has made it yet.
        @inline(__always)
        func text(at place: Int, _ make: () -> String) -> String {
            precondition(place >= 0 && place < count, "a table has a place for each of its keys")
            let kept = unsafe places[place].load(ordering: .acquiring)
            guard let box = unsafe Self.box(kept) else { return keep(make(), at: place) }
            // The place owns the box as long as the object around lives.
            return unsafe box._withUnsafeGuaranteedRef { $0.text }
        }

        @inline(never)
        private func keep(_ text: String, at place: Int) -> String {
            let made = unsafe Unmanaged.passRetained(Box(text))
            let bits = UInt(bitPattern: unsafe made.toOpaque())
            let (isMine, kept) = unsafe places[place].compareExchange(
                expected: 0,
                desired: bits,
                ordering: .acquiringAndReleasing
            )
            guard !isMine, let first = unsafe Self.box(kept) else { return text }
            unsafe made.release()
            return unsafe first._withUnsafeGuaranteedRef { $0.text }
        }

        @inline(__always)
        private static func box(_ bits: UInt) -> Unmanaged<Box>? {
            unsafe UnsafeRawPointer(bitPattern: bits).map { unsafe Unmanaged.fromOpaque($0) }
        }
    }
}
