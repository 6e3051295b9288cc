import Foundation
import PassoMessages
import PassoTesting
import Testing

@Suite struct CompiledTableTests {
    static let small = StringTable(
        locale: "pl",
        patterns: [
            "tags":
                "{n, plural, offset:1 =0 {nic} one {# etykieta} few {# etykiety} other {# etykiet}} z {max, number}",
            "save": "Zapisać zmiany?",
            "empty": "",
            "when": "{at, date, ::yMMMd} o {at, time, short}: {share, number, ::percent .00}",
            "who": "{s, select, a {A {name}} b {B} other {{list, list, or}}}",
            "place": "{n, selectordinal, other {#.}}",
        ]
    )

    @Test func `reads what it has written`() throws {
        let table = CompiledTable(Self.small, bundle: "desk")
        let read = try CompiledTable(bytes: table.bytes)
        #expect(read == table)
        #expect(read.locale == "pl")
        #expect(read.bundle == "desk")
        #expect(read.count == 6)
        #expect(read.keys == ["empty", "place", "save", "tags", "when", "who"])
        #expect(read.contains("save"))
        #expect(!read.contains("sav"))
        #expect(
            try CompiledTable(bytes: CompiledTable(StringTable(locale: "en", entries: [])).bytes)
                .count == 0
        )
    }

    @Test func `gives the same bytes for the same messages`() {
        let entries = Self.small.entries
        for _ in 0..<5 {
            let shuffled = StringTable(locale: "pl", entries: entries.shuffled())
            #expect(CompiledTable(shuffled).bytes == CompiledTable(Self.small).bytes)
        }
    }

    @Test func `formats from a mapped file what it formats from memory`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("pl.table")
        let table = CompiledTable(Self.small)
        try table.write(to: path)
        let mapped = try CompiledTable(mapping: path)
        #expect(mapped.bytes == table.bytes)
        let bundles = [table, mapped].map { CompiledBundle(name: "t", tables: [$0]) }
        for key in table.keys {
            for number: Int64 in [0, 1, 2, 5, 22, 2000] {
                let texts = bundles.map { Self.text($0, key, number) }
                #expect(texts[0] == texts[1])
            }
        }
        // The mapping outlives the file, and a file that takes its name.
        try CompiledTable(StringTable(locale: "pl", patterns: ["save": "X"])).write(to: path)
        #expect(bundles[1].text("save", in: "pl").text == "Zapisać zmiany?")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root) == ["pl.table"])
    }

    @Test func `refuses a table cut at any byte`() {
        let bytes = CompiledTable(Self.small).bytes
        for length in 0..<bytes.count {
            #expect(throws: CompiledTableError.self) {
                try CompiledTable(bytes: Array(bytes[..<length]))
            }
        }
        #expect(
            throws: CompiledTableError.truncated(
                expectedBytes: bytes.count,
                found: bytes.count - 1
            )
        ) {
            try CompiledTable(bytes: bytes.dropLast())
        }
        #expect(throws: CompiledTableError.altered) { try CompiledTable(bytes: bytes + [0]) }
    }

    @Test func `refuses a table with any bit changed`() {
        let bytes = CompiledTable(Self.small).bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                #expect(throws: CompiledTableError.self, "byte \(place) bit \(bit)") {
                    try CompiledTable(bytes: changed)
                }
            }
        }
    }

    @Test func `says what is wrong with bytes that are no table it knows`() {
        var newer = CompiledTable(Self.small).bytes
        newer[8] = 2
        #expect(throws: CompiledTableError.newerVersion(found: 2, supported: 1)) {
            try CompiledTable(bytes: newer)
        }
        #expect(throws: CompiledTableError.notATable) {
            try CompiledTable(bytes: Array(#"{ "@@locale": "en" }"#.utf8))
        }
        #expect(throws: CompiledTableError.cannotRead(path: "/no/such/file", code: ENOENT)) {
            try CompiledTable(mapping: "/no/such/file")
        }
        #expect(throws: CompiledTableError.cannotRead(path: "/", code: EINVAL)) {
            try CompiledTable(mapping: "/")
        }
        #expect(throws: CompiledTableError.cannotWrite(path: "/no/such/file", code: ENOENT)) {
            try CompiledTable(Self.small).write(to: "/no/such/file")
        }
        var limits = MessageLimits()
        limits.maximumCompiledBytes = 100
        #expect(throws: CompiledTableError.tooLarge(bytes: newer.count, limit: 100)) {
            try CompiledTable(bytes: CompiledTable(Self.small).bytes, limits: limits)
        }
        limits = MessageLimits()
        limits.maximumCompiledKeys = 5
        #expect(throws: CompiledTableError.tooManyKeys(count: 6, limit: 5)) {
            try CompiledTable(bytes: CompiledTable(Self.small).bytes, limits: limits)
        }
        limits.maximumCompiledKeys = 6
        #expect(throws: Never.self) {
            try CompiledTable(bytes: CompiledTable(Self.small).bytes, limits: limits)
        }
    }

    /// Whatever the bytes say, a right checksum or not, formatting ends and stays within them.
    @Test func `does no harm with altered bytes under a right checksum`() {
        var random = SeededRandom()
        let bytes = CompiledTable(Self.small).bytes
        var loaded = 0
        for _ in 0..<(TestEnvironment.isFull ? 200_000 : 5_000) {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 24..<bytes.count, using: &random)
                changed[place] = UInt8.random(in: 0...255, using: &random)
            }
            guard let table = try? CompiledTable(bytes: CompiledTable.sealed(changed)) else {
                continue
            }
            loaded += 1
            let bundle = CompiledBundle(name: "t", tables: [table], templateLocale: table.locale)
            for key in table.keys { _ = Self.text(bundle, key, 2) }
        }
        #expect(loaded > 0, "\(random)")
    }

    @Test func `holds ten thousand messages and more, each found`() throws {
        let count = TestEnvironment.isFull ? 200_000 : 10_000
        let entries = (0..<count).map {
            StringEntry(key: "k\($0)", pattern: $0 % 3 == 0 ? "{n} ż\($0)" : "text \($0)")
        }
        let table = try CompiledTable(
            bytes: CompiledTable(StringTable(locale: "en", entries: entries)).bytes
        )
        #expect(table.count == count)
        let reader = CompiledBundle(name: "t", tables: [table]).reader(for: "en")
        for number in 0..<count {
            let text = reader.text("k\(number)", ["n": "N"]).text
            #expect(text == (number % 3 == 0 ? "N ż\(number)" : "text \(number)"))
        }
        #expect(!table.contains("k\(count)"))
    }

    @Test func `keeps the later of two messages with one key`() {
        let entries = ["old", "new"].map { StringEntry(key: "a", pattern: $0) }
        let table = CompiledTable(StringTable(locale: "en", entries: entries))
        #expect(table.count == 1)
        #expect(CompiledBundle(name: "t", tables: [table]).text("a", in: "en").text == "new")
    }

    @Test func `falls back key by key, and says where a text is from`() {
        let bundle = CompiledBundle(
            name: "t",
            tables: ["en", "pt", "pt-PT"].map { locale in
                CompiledTable(StringTable(locale: locale, patterns: [locale: "own {n}", "a": "A"]))
            }
        )
        let reader = bundle.reader(for: "pt-PT")
        #expect(reader.locale == "pt-PT")
        #expect(
            ["pt-PT", "pt", "en"].map { reader.text($0, ["n": 1]).locale } == ["pt-PT", "pt", "en"]
        )
        #expect(reader.text("a").locale == "pt-PT")
        #expect(reader.text("da").locale == nil)
        #expect(reader.text("da").text == "[da]")
        #expect(bundle.reader(for: "fr").text("pt").problems == [.unknownKey("pt")])
    }

    private static func text(_ bundle: CompiledBundle, _ key: String, _ number: Int64) -> String {
        bundle.text(
            key,
            [
                "n": .int(number), "max": .int(number),
                "at": .instant(millisecondsSince1970: number),
                "share": 0.25, "s": number == 2 ? "a" : "c", "name": "Anna", "list": ["x", "y"],
            ],
            in: "pl"
        ).text
    }
}
