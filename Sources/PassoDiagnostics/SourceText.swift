internal import Synchronization

/// A text that diagnostics point into, with its name and its lines.
///
/// It may hold any bytes: what is not UTF-8 is shown with replacement characters. A line ends
/// with LF, CR LF or CR. Positions cost no more than a search over the lines and a scan of a
/// bounded stretch, also in a file that is one long line; the tables for that are built at the
/// first use, once.
public final class SourceText: Sendable {
    /// The name shown before positions, mostly a path.
    public let name: String

    /// The bytes.
    public let utf8: [UInt8]

    private let lines: Mutex<LineTable?> = Mutex(nil)

    /// Makes a source of bytes.
    public init(name: String, utf8: [UInt8]) {
        self.name = name
        self.utf8 = utf8
    }

    /// Makes a source of a string.
    public convenience init(name: String, _ text: String) {
        self.init(name: name, utf8: Array(text.utf8))
    }

    /// The number of lines, at least 1.
    public var lineCount: Int {
        withLines { $0.starts.count }
    }

    /// Returns the place of an offset, in all units; offsets outside count as the nearest inside.
    ///
    /// An offset within a character has the column of that character.
    public func position(at utf8Offset: Int) -> SourcePosition {
        let offset = min(max(utf8Offset, 0), utf8.count)
        return withLines { $0.position(at: offset, in: utf8) }
    }

    /// Returns the range of a line, without what ends it.
    ///
    /// - Parameter number: the line, counted from 1; one that does not exist is empty and lies
    ///   at the nearest end of the text.
    /// - Returns: the offsets of its bytes.
    public func lineRange(_ number: Int) -> SourceRange {
        withLines { $0.range(ofLine: number, in: utf8) }
    }

    /// Returns a line as text, without what ends it; empty when there is no such line.
    public func line(_ number: Int) -> String {
        text(in: lineRange(number))
    }

    /// Returns the text of a range, as far as it lies in the file.
    public func text(in range: SourceRange) -> String {
        let lower = min(max(range.lowerBound, 0), utf8.count)
        let upper = min(max(range.upperBound, lower), utf8.count)
        return String(decoding: utf8[lower..<upper], as: UTF8.self)
    }

    /// Returns a place near an offset from which characters can be counted, with its column.
    func landmark(before offset: Int) -> (offset: Int, column: Int) {
        withLines { $0.landmark(before: offset, in: utf8) }
    }

    private func withLines<Result>(_ body: (inout LineTable) -> sending Result) -> sending Result {
        lines.withLock { table in
            var current = table ?? LineTable(utf8)
            table = nil
            defer { table = current }
            return body(&current)
        }
    }
}
