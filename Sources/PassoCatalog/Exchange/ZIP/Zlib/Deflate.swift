internal import CZlib

/// Packs and unpacks streams of RFC 1951, as ZIP archives hold them.
///
/// No memory of zlib's is seen beyond this folder.
enum Deflate {
    /// What a stream unpacks to.
    enum Unpacked: Equatable {
        /// The bytes; the stream ended behind `taken` bytes of the input.
        case bytes([UInt8], taken: Int)
        /// The stream goes on beyond the limit.
        case tooLong
        /// The input is no stream from this offset on.
        case damaged(at: Int)
        /// The input ends before the stream does.
        case unfinished
    }

    /// The bytes that are unpacked at once.
    private static let block = 1 << 16

    /// Unpacks a stream.
    ///
    /// - Parameters:
    ///   - input: what begins with the stream.
    ///   - limit: how many bytes may come out; the memory that is used grows with what does come
    ///     out, a block ahead at most.
    /// - Returns: the bytes, or why there are none.
    static func unpack(_ input: ArraySlice<UInt8>, limit: Int) -> Unpacked {
        guard let stream = ZlibStream(packs: false) else { return .damaged(at: 0) }
        var output: [UInt8] = []
        output.reserveCapacity(min(limit, 4 * input.count))
        var taken = 0
        while true {
            // One byte more than allowed shows that there is more.
            let room = min(block, limit - output.count + 1)
            let step = stream.goOn(input.dropFirst(taken), isLast: true, room: room, into: &output)
            taken += step.taken
            if output.count > limit { return .tooLong }
            switch step.status {
            case .end: return .bytes(output, taken: taken)
            case .damaged: return .damaged(at: taken)
            case .more where step.taken == 0 && step.made == 0: return .unfinished
            case .more: continue
            }
        }
    }

    /// Packs bytes as one stream; the same bytes give the same stream with the same zlib.
    static func pack(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        guard let stream = ZlibStream(packs: true) else { return output }
        var taken = 0
        while true {
            let step = stream.goOn(input[taken...], isLast: true, room: block, into: &output)
            taken += step.taken
            if step.status != .more { return output }
        }
    }

    /// The checksum of bytes: CRC-32 of ISO 3309.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        let sum = bytes.withContiguousStorageIfAvailable { buffer in
            unsafe passo_zlib_checksum(0, buffer.baseAddress, Int64(buffer.count))
        }
        return sum ?? checksum(Array(bytes))
    }
}

/// A stream of zlib, closed with its owner.
@safe private struct ZlibStream: ~Copyable {
    enum Status { case more, end, damaged }

    /// What one call did.
    struct Step {
        let taken: Int
        let made: Int
        let status: Status
    }

    private let handle: OpaquePointer

    /// Begins a stream; nil when there is no memory for it.
    init?(packs: Bool) {
        let opened = unsafe packs ? passo_zlib_open_deflate() : passo_zlib_open_inflate()
        guard let handle = unsafe opened else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe passo_zlib_close(handle) }

    /// Takes from the input and appends to the output at most as many bytes as there is room.
    func goOn(
        _ input: ArraySlice<UInt8>,
        isLast: Bool,
        room: Int,
        into output: inout [UInt8]
    ) -> Step {
        var (taken, made) = (Int64(0), Int64(0))
        var status = PASSO_ZLIB_DAMAGED
        let produced = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            status = unsafe input.withUnsafeBufferPointer { bytes in
                unsafe passo_zlib_go_on(
                    handle,
                    bytes.baseAddress,
                    Int64(bytes.count),
                    isLast,
                    buffer.baseAddress,
                    Int64(room),
                    &taken,
                    &made
                )
            }
            count = Int(made)
        }
        output.append(contentsOf: produced)
        return Step(taken: Int(taken), made: Int(made), status: Status(status))
    }
}

extension ZlibStream.Status {
    fileprivate init(_ status: passo_zlib_status) {
        self =
            switch status {
            case PASSO_ZLIB_MORE: .more
            case PASSO_ZLIB_END: .end
            default: .damaged
            }
    }
}
