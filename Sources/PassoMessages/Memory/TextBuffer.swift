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
        unsafe Self.copy(source, to: base + count, bytes.count)
        count &+= bytes.count
    }

    /// Appends as many bytes as `write` fills, all of them.
    @inline(__always)
    mutating func append(_ length: Int, _ write: (UnsafeMutableRawPointer) -> Void) {
        reserve(length)
        unsafe write(base + count)
        count &+= length
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

    /// Copies what is mostly short: a call of `memmove` costs more than two words do.
    @inline(__always)
    private static func copy(
        _ source: UnsafeRawPointer,
        to target: UnsafeMutableRawPointer,
        _ length: Int
    ) {
        switch length {
        case 16...32: unsafe copyEnds(of: source, to: target, length, SIMD2<UInt64>.self)
        case 8..<16: unsafe copyEnds(of: source, to: target, length, UInt64.self)
        case 4..<8: unsafe copyEnds(of: source, to: target, length, UInt32.self)
        default: unsafe target.copyMemory(from: source, byteCount: length)
        }
    }

    /// Copies the first and the last value of a kind, which together are all.
    @inline(__always)
    private static func copyEnds<Value: BitwiseCopyable>(
        of source: UnsafeRawPointer,
        to target: UnsafeMutableRawPointer,
        _ length: Int,
        _ kind: Value.Type
    ) {
        let second = length &- MemoryLayout<Value>.size
        let first = unsafe source.loadUnaligned(as: kind)
        let last = unsafe source.loadUnaligned(fromByteOffset: second, as: kind)
        unsafe target.storeBytes(of: first, as: kind)
        unsafe target.storeBytes(of: last, toByteOffset: second, as: kind)
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
