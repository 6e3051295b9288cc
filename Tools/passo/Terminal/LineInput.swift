import Foundation

/// The lines of standard input, each as soon as it is there, none longer than a limit in memory.
struct LineInput {
    /// One line, without what ends it.
    enum Line {
        case text(String)
        /// Bytes that are no UTF-8.
        case noText
        /// More than ``LineInput/maximumBytes``.
        case tooLong
    }

    /// The longest line that is taken, in bytes: far more than an expression may have.
    static let maximumBytes = 1 << 20

    /// The number of the line that was read last, counted from 1.
    private(set) var number = 0
    private var isAtEnd = false

    /// Reads the next line; nil at the end of the input.
    mutating func next() -> Line? {
        guard !isAtEnd else { return nil }
        var bytes: [UInt8] = []
        var count = 0
        while true {
            // One byte at a time from a buffer that a read fills with what there is.
            guard let byte = UInt8(exactly: getchar()) else {
                isAtEnd = true
                if count == 0 { return nil }
                break
            }
            if byte == UInt8(ascii: "\n") { break }
            count += 1
            if count <= Self.maximumBytes { bytes.append(byte) }
        }
        number += 1
        guard count <= Self.maximumBytes else { return .tooLong }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(validating: bytes, as: UTF8.self).map(Line.text) ?? .noText
    }
}
