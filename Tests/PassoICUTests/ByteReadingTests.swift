import Foundation
import PassoTesting
import Testing

@testable import PassoICU

/// Pages of memory between two that nobody may read.
@safe private struct GuardedPages {
    private let start: UnsafeMutableRawPointer
    let count: Int

    init() {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let protection = PROT_READ | PROT_WRITE
        let flags = MAP_PRIVATE | MAP_ANONYMOUS
        let pages = unsafe mmap(nil, 3 * page, protection, flags, -1, 0)
        guard let pages = unsafe pages, unsafe pages != MAP_FAILED else {
            preconditionFailure("no memory for three pages")
        }
        unsafe mprotect(pages, page, PROT_NONE)
        unsafe mprotect(pages + 2 * page, page, PROT_NONE)
        unsafe start = unsafe pages + page
        count = page
    }

    /// Counts a text that begins where the readable memory begins, and again one that ends where
    /// it ends.
    func counts(_ text: [UInt8]) -> [ClusterCount] {
        [0, count - text.count].map { place in
            unsafe UnsafeMutableRawBufferPointer(start: start + place, count: text.count)
                .copyBytes(from: text)
            let bytes = unsafe UnsafeRawBufferPointer(start: start + place, count: text.count)
            return unsafe bytes.withMemoryRebound(to: UInt8.self) { buffer in
                let span = unsafe buffer.span
                let count = ClusterCounter.count(span)
                #expect(ClusterCounter.characters(span) == count.characters)
                #expect(ClusterCounter.codePoints(span) <= text.count)
                return count
            }
        }
    }

    func free() {
        _ = unsafe munmap(start - count, 3 * count)
    }
}

@Suite struct ByteReadingTests {
    @Test(arguments: ["a", "é", "\r\n", "中", "क", "👍🏽", "e\u{301}"])
    func `counting reads no byte outside the text`(unit: String) {
        let pages = GuardedPages()
        defer { pages.free() }
        for length in 0...150 {
            // Cut where it may be within a scalar: nothing is known of such bytes but their number.
            let text = Array(String(repeating: unit, count: length).utf8.prefix(length))
            let expected = ClusterCounter.count(text.span)
            for count in pages.counts(text) { #expect(count == expected) }
        }
    }

    @Test func `bytes of no encoding lead nowhere`() {
        var random = SeededRandom()
        print("random bytes to count: \(random)")
        let pages = GuardedPages()
        defer { pages.free() }
        for _ in 0..<(TestEnvironment.isFull ? 1_000_000 : 10_000) {
            let length = Int.random(in: 1...200, using: &random)
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            #expect(pages.counts(bytes).allSatisfy { $0.characters <= length })
        }
    }

    @Test func `bytes that are not UTF-8 count as ICU counts them`() throws {
        var random = SeededRandom()
        print("random ill-formed bytes: \(random)")
        let pieces: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xC3], [0x80], [0xE0, 0xA4], [0xE0, 0xA4, 0x95],
            [0xED, 0xA0, 0x80],
            [0xF0, 0x9F, 0x91], [0xF0, 0x9F, 0x91, 0x8D], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x0D],
            [0x0A],
            [0xE2, 0x80, 0x8D], [0xCC, 0x81], [0xC0, 0xAF], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ]
        try BreakIterator.withShared { iterator throws(ICUError) in
            for _ in 0..<20_000 {
                var bytes: [UInt8] = []
                while let piece = random.pick(pieces), !random.oneIn(12) { bytes += piece }
                let icu = try iterator.count(bytes.span)
                #expect(TextCount.characters(inUTF8: bytes.span) == icu.characters, "\(bytes)")
                let count = TextCount(utf8: bytes.span)
                #expect(count == TextCount(of: String(decoding: bytes, as: UTF8.self)))
            }
        }
    }

    @Test(arguments: ["", "a", "Straße", "zażółć gęślą jaźń", "👨‍👩‍👧‍👦👍🏽", "क्षे"])
    func `the same text counts the same in every form`(text: String) throws {
        let around = "x" + text + "y"
        let part = around.dropFirst().dropLast()
        let utf8 = try UTF8Span(validating: text.utf8Span.span)
        let bytes = text.utf8Span.span
        let count = TextCount(of: text)
        #expect(TextCount(of: part) == count)
        #expect(TextCount(utf8: utf8) == count)
        #expect(TextCount(utf8: bytes) == count)
        #expect(TextCount.characters(in: text) == count.characters)
        #expect(TextCount.characters(in: part) == count.characters)
        #expect(TextCount.characters(inUTF8: utf8) == count.characters)
        #expect(TextCount.characters(inUTF8: bytes) == count.characters)
        for limit in [0, 1, 2, 6, 7, 17].map({ CharacterLimit($0) }) {
            let check = limit.check(text)
            #expect(limit.check(part) == check)
            #expect(limit.check(utf8: utf8) == check)
            #expect(limit.check(utf8: bytes) == check)
            let excess = max(0, count.characters - limit.characters)
            #expect(limit.excess(of: text) == excess && limit.excess(of: part) == excess)
            #expect(limit.excess(ofUTF8: utf8) == excess && limit.excess(ofUTF8: bytes) == excess)
            #expect(limit.isExceeded(by: text) == (excess > 0))
            #expect(limit.isExceeded(by: part) == (excess > 0))
            #expect(limit.isExceeded(byUTF8: utf8) == (excess > 0))
            #expect(limit.isExceeded(byUTF8: bytes) == (excess > 0))
        }
    }
}
