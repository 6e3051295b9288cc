/// The UTF-8 of a text that is being put together.
///
/// It begins in memory of the stack that the caller lends, and moves to the heap when it outgrows it,
/// so that a usual message costs one allocation: its string. Touches raw memory; every write checks
/// its room first. Only whole scalars are appended, so the string is made without a second look.
@safe struct TextBuffer: ~Copyable {
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    private var isOnHeap = false
    private(set) var count = 0

    /// Runs `body` with an empty buffer.
    @inline(__always)
    static func with<Result>(_ body: (consuming TextBuffer) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { room in
            unsafe body(TextBuffer(room))
        }
    }

    @inline(__always)
    private init(_ room: UnsafeMutableRawBufferPointer) {
        unsafe base = room.baseAddress.unsafelyUnwrapped
        capacity = room.count
    }

    deinit {
        if isOnHeap { unsafe base.deallocate() }
    }

    /// The text so far.
    var text: String { text(from: 0, to: count) }

    /// A stretch of the text; both ends lie between scalars.
    func text(from start: Int, to end: Int) -> String {
        let start = min(max(start, 0), count)
        let bytes = unsafe UnsafeRawBufferPointer(
            start: base + start,
            count: min(max(end, start), count) - start
        )
        return unsafe String(copying: UTF8Span(unchecked: bytes.bindMemory(to: UInt8.self).span))
    }

    /// Appends bytes that are whole scalars.
    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        guard let source = bytes.baseAddress else { return }
        unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
        count &+= bytes.count
    }

    /// Lets `write` fill a room of so many bytes from behind, and takes what it says to have filled.
    @inline(__always)
    mutating func append(upTo room: Int, _ write: (UnsafeMutableRawPointer) -> Int) {
        unsafe withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { bytes in
            let base = unsafe bytes.baseAddress.unsafelyUnwrapped
            let start = unsafe min(max(write(base), 0), room)
            unsafe append(UnsafeRawBufferPointer(start: base + start, count: room - start))
        }
    }

    mutating func append(_ text: String) {
        let written: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
            unsafe append(UnsafeRawBufferPointer($0))
        }
        // Every string of ours is stored so; a foreign one is copied first.
        if written == nil { append(Array(text.utf8)) }
    }

    mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe append($0) }
    }

    /// Takes off everything from a place on.
    mutating func cut(to end: Int) { count = min(max(end, 0), count) }

    /// The last place between scalars that is not beyond another.
    func boundary(before place: Int) -> Int {
        var end = min(place, count)
        while end > 0, end < count,
            unsafe base.load(fromByteOffset: end, as: UInt8.self) & 0xC0 == 0x80
        {
            end -= 1
        }
        return end
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity &- count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let room = max(capacity * 2, count + more)
        let next = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
        unsafe next.copyMemory(from: base, byteCount: count)
        if isOnHeap { unsafe base.deallocate() }
        unsafe base = next
        capacity = room
        isOnHeap = true
    }
}
