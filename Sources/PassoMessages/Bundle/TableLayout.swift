/// Where the parts of a compiled table lie. The format, version 1, little-endian throughout:
///
/// | bytes | what |
/// |--:|---|
/// | 8 | magic: `89 50 54 42 4C 0D 0A 1A` |
/// | 4 | version |
/// | 4 | length of the whole |
/// | 8 | checksum over everything but itself |
/// | 8 × 4 | how many: slots, keys, strings, steps, choices, exact numbers, words, bytes of text |
/// | 2 × 8 | the language and the bundle: place and length in the texts |
/// | 8 | zero |
///
/// Then the parts in that order, each record of one size, without gaps. Places are numbers of records
/// or bytes of text, so nothing is moved when a file is loaded.
struct TableLayout {
    /// A part of records of one size.
    struct Section {
        var offset = 0
        var count = 0
        let stride: Int

        var end: Int { offset + count * stride }

        @inline(__always)
        func place(_ number: Int) -> Int { offset &+ number &* stride }
    }

    /// Differs from its copy by a transfer that changes line ends, strips a bit or stops at a 0x1A.
    static let magic: [UInt8] = [0x89, 0x50, 0x54, 0x42, 0x4C, 0x0D, 0x0A, 0x1A]
    static let versionPlace = 8
    static let lengthPlace = 12
    static let checksumPlace = 16
    static let countsPlace = 24
    static let localePlace = 56
    static let bundlePlace = 64
    static let headerBytes = 80

    /// By the hash of a key: the upper half of the hash, and the number of the key plus one.
    var slots = Section(stride: 8)
    var entries = Section(stride: FlatEntry.stride)
    var strings = Section(stride: 8)
    var steps = Section(stride: FlatStep.stride)
    var choices = Section(stride: FlatChoice.stride)
    var exacts = Section(stride: FlatExact.stride)
    var words = Section(stride: FlatWord.stride)
    var texts = Section(stride: 1)

    /// The length of the whole: the texts are filled up to a multiple of eight.
    var length: Int { (texts.end + 7) / 8 * 8 }

    /// Places the parts one after another.
    init(counts: [Int]) {
        var offset = Self.headerBytes
        var rest = counts[...]
        func lay(_ section: inout Section) {
            section.offset = offset
            section.count = rest.popFirst() ?? 0
            offset = section.end
        }
        lay(&slots)
        lay(&entries)
        lay(&strings)
        lay(&steps)
        lay(&choices)
        lay(&exacts)
        lay(&words)
        lay(&texts)
    }

    init(reading view: FlatView) {
        self.init(counts: (0..<8).map { Int(view.word(at: Self.countsPlace + 4 * $0)) })
    }

    var counts: [Int] {
        [slots, entries, strings, steps, choices, exacts, words, texts].map(\.count)
    }
}
