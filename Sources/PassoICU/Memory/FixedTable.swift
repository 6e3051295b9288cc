/// Values that never change, at a fixed place in memory, freed with the one writer that owns them.
///
/// An array would do, but each access to an array that stands in an object retains and releases it,
/// which costs four fifths of the time in which a date is written. The owner is a final class that
/// keeps the table in a `let`, frees it in its `deinit` and hands out no part of it.
///
/// `@unchecked Sendable`: nothing is written after `init`.
@safe struct FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private let values: UnsafeMutableBufferPointer<Element>

    init(_ elements: [Element]) {
        unsafe values = .allocate(capacity: elements.count)
        _ = unsafe values.initialize(from: elements)
    }

    /// How many values there are.
    var count: Int { unsafe values.count }

    /// A value by its place, which is checked.
    @inline(__always)
    subscript(_ place: Int) -> Element {
        precondition(place >= 0 && place < count, "a place beyond a table of our own")
        return unsafe values[place]
    }

    /// Frees the memory; the owner's `deinit` calls this, once.
    func free() { unsafe values.deallocate() }
}
