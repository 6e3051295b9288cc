/// Where lines start, and enough beside it to turn an offset into columns and UTF-16 quickly.
struct LineTable {
    /// The offset at which each line starts; the first is 0.
    let starts: [Int]

    /// The UTF-16 length of the text before each block of ``blockSize`` bytes.
    private let utf16Blocks: [Int]

    /// Landmarks of the lines that were too long to scan each time, by line index.
    private var landmarks: [Int: [Landmark]] = [:]

    /// A character boundary in a long line.
    struct Landmark {
        let offset: Int
        let column: Int
    }

    private static let blockSize = 1024
    private static let longLine = 1024
    private static let landmarkDistance = 256

    init(_ bytes: [UInt8]) {
        var starts = [0]
        var blocks: [Int] = []
        blocks.reserveCapacity(bytes.count / Self.blockSize + 1)
        var units = 0
        for index in bytes.indices {
            if index % Self.blockSize == 0 { blocks.append(units) }
            let byte = bytes[index]
            units += Self.utf16Units(startedBy: byte)
            if byte == 0x0A {
                starts.append(index + 1)
            } else if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                starts.append(index + 1)
            }
        }
        self.starts = starts
        utf16Blocks = blocks.isEmpty ? [0] : blocks
    }

    /// A lead byte counts its whole scalar, so a sum over bytes needs no decoding.
    private static func utf16Units(startedBy byte: UInt8) -> Int {
        if byte & 0xC0 == 0x80 { return 0 }
        return byte >= 0xF0 ? 2 : 1
    }
}

extension LineTable {
    mutating func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let line = lineIndex(of: offset)
        let from = landmark(before: offset, line: line, in: bytes)
        var column = from.column
        let end = contentEnd(ofLine: line, in: bytes)
        let place = min(offset, end)
        if place > from.offset {
            column += Self.characters(in: bytes, from: from.offset, to: place, lineEnd: end)
        }
        return SourcePosition(
            line: line + 1,
            column: column,
            utf8Offset: offset,
            utf16Offset: utf16Offset(of: offset, in: bytes)
        )
    }

    func range(ofLine number: Int, in bytes: [UInt8]) -> SourceRange {
        if number < 1 { return SourceRange(at: 0) }
        if number > starts.count { return SourceRange(at: bytes.count) }
        return SourceRange(starts[number - 1], contentEnd(ofLine: number - 1, in: bytes))
    }

    mutating func landmark(before offset: Int, in bytes: [UInt8]) -> (offset: Int, column: Int) {
        let place = landmark(before: offset, line: lineIndex(of: offset), in: bytes)
        return (place.offset, place.column)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func contentEnd(ofLine index: Int, in bytes: [UInt8]) -> Int {
        let start = starts[index]
        var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private func utf16Offset(of offset: Int, in bytes: [UInt8]) -> Int {
        let block = min(offset / Self.blockSize, utf16Blocks.count - 1)
        var units = utf16Blocks[block]
        for index in block * Self.blockSize..<max(offset, block * Self.blockSize) {
            units += Self.utf16Units(startedBy: bytes[index])
        }
        return units
    }
}

extension LineTable {
    private mutating func landmark(
        before offset: Int,
        line: Int,
        in bytes: [UInt8]
    ) -> Landmark {
        let start = starts[line]
        let end = contentEnd(ofLine: line, in: bytes)
        guard end - start > Self.longLine else { return Landmark(offset: start, column: 1) }
        let places = landmarks[line] ?? Self.landmarks(in: bytes, from: start, to: end)
        landmarks[line] = places
        var low = 0
        var high = places.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle].offset <= offset { low = middle } else { high = middle }
        }
        return places[low]
    }

    /// Walks a long line once and notes a character boundary every few hundred bytes.
    ///
    /// A character longer than that has a landmark at its start and one at its end.
    private static func landmarks(
        in bytes: [UInt8],
        from start: Int,
        to end: Int
    ) -> [Landmark] {
        var places = [Landmark(offset: start, column: 1)]
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        // What is not UTF-8 has no characters to count: each byte is one.
        guard text.utf8.count == end - start else {
            return stride(from: start, to: end, by: landmarkDistance).map {
                Landmark(offset: $0, column: $0 - start + 1)
            }
        }
        var offset = start
        var column = 1
        for character in text {
            let length = character.utf8.count
            let distance = offset - (places.last?.offset ?? start)
            if distance >= landmarkDistance || (length >= landmarkDistance && distance > 0) {
                places.append(Landmark(offset: offset, column: column))
            }
            offset += length
            column += 1
        }
        return places
    }

    /// Counts the characters that end at or before an offset.
    private static func characters(
        in bytes: [UInt8],
        from start: Int,
        to offset: Int,
        lineEnd: Int
    ) -> Int {
        var upper = min(lineEnd, offset + 64)
        if bytes[start..<min(upper, offset + 1)].allSatisfy({ $0 < 0x80 }) { return offset - start }
        while upper > offset, upper < lineEnd, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        let text = String(decoding: bytes[start..<upper], as: UTF8.self)
        guard text.utf8.count == upper - start else {
            return String(decoding: bytes[start..<offset], as: UTF8.self).count
        }
        var count = 0
        var place = start
        for character in text {
            place += character.utf8.count
            if place > offset { break }
            count += 1
        }
        return count
    }
}
