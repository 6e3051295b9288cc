internal import Synchronization

/// The texts of messages without arguments, each made once when it is first asked for.
///
/// A text costs its reader one load (see ``LastingTexts``), and nobody waits: of two threads that make the same
/// text at once, one keeps it and the other has its own. Touches raw memory, because what stands for a
/// lazy reference in the library retains and releases a box around the text on each look.
@safe final class KeptTexts: Sendable {
    let places: Places

    init(count: Int) { places = Places(count: count) }

    deinit { places.free() }

    /// The places of the texts; does not own them.
    @safe struct Places: @unchecked Sendable {
        private enum State {
            static let empty: UInt8 = 0
            /// A thread is putting the text in place.
            static let taken: UInt8 = 1
            static let kept: UInt8 = 2
        }

        /// Written once per place, between `taken` and `kept`, and read after `kept` only.
        private let texts: UnsafeMutablePointer<String>
        private let states: UnsafeMutablePointer<Atomic<UInt8>>
        private let count: Int

        fileprivate init(count: Int) {
            self.count = count
            unsafe texts = .allocate(capacity: count)
            unsafe states = .allocate(capacity: count)
            for place in 0..<count { unsafe (states + place).initialize(to: Atomic(State.empty)) }
        }

        fileprivate func free() {
            for place in 0..<count where isKept(place) {
                unsafe (texts + place).deinitialize(count: 1)
            }
            unsafe states.deinitialize(count: count)
            unsafe states.deallocate()
            unsafe texts.deallocate()
        }

        /// The text of a place, made by `make` if nobody has made it yet.
        @inline(__always)
        func text(at place: Int, _ make: () -> String) -> String {
            precondition(place >= 0 && place < count, "a table has a place for each of its keys")
            return isKept(place) ? unsafe texts[place] : keep(make(), at: place)
        }

        /// The text of a place if somebody has asked for it before.
        @inline(__always)
        func kept(at place: Int) -> String? {
            guard UInt(bitPattern: place) < UInt(bitPattern: count), isKept(place) else {
                return nil
            }
            return unsafe texts[place]
        }

        @inline(__always)
        private func isKept(_ place: Int) -> Bool {
            unsafe states[place].load(ordering: .acquiring) == State.kept
        }

        @inline(never)
        private func keep(_ text: String, at place: Int) -> String {
            let (isMine, _) = unsafe states[place].compareExchange(
                expected: State.empty,
                desired: State.taken,
                ordering: .acquiringAndReleasing
            )
            guard isMine else { return text }
            let text = LastingTexts.lasting(text)
            unsafe (texts + place).initialize(to: text)
            unsafe states[place].store(State.kept, ordering: .releasing)
            return text
        }
    }
}
