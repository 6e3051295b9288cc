import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct ArchiveTests {
    static let text = Array("Salve a tutti! Salve a tutti!".utf8)

    static func stored(_ name: String = "a.txt", _ data: [UInt8] = text) -> ForgedArchive.Part {
        ForgedArchive.Part(name, data, checksum: Deflate.checksum(data))
    }

    static func deflated(_ name: String = "a.txt", _ data: [UInt8] = text) -> ForgedArchive.Part {
        var part = ForgedArchive.Part(
            name,
            Deflate.pack(data),
            checksum: Deflate.checksum(data),
            unpacked: data.count
        )
        part.method = 8
        return part
    }

    /// The contents of a part, or why they cannot be had.
    static func contents(
        _ bytes: [UInt8],
        of name: String = "a.txt",
        limits: ExchangeLimits = .standard
    ) -> Result<[UInt8]?, ArchiveProblem> {
        Result { () throws(ArchiveProblem) in
            var archive = try Archive(bytes, limits: limits)
            return try archive.contents(of: name)
        }
    }

    static func problem(
        _ part: ForgedArchive.Part,
        limits: ExchangeLimits = .standard
    ) -> ArchiveProblem? {
        problem(ForgedArchive(parts: [part]), limits: limits)
    }

    static func problem(
        _ archive: ForgedArchive,
        of name: String = "a.txt",
        limits: ExchangeLimits = .standard
    ) -> ArchiveProblem? {
        switch contents(archive.bytes, of: name, limits: limits) {
        case .success: nil
        case .failure(let problem): problem
        }
    }

    @Test func `the checksum is that of the standard`() {
        #expect(Deflate.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Deflate.checksum([UInt8]()) == 0)
    }

    @Test(arguments: [0, 1, 100, 65_535, 65_536, 65_537, 1_000_000])
    func `what is packed unpacks to what it was`(count: Int) {
        var random = SeededRandom()
        for spread in [1, 4, 256] {
            let bytes = (0..<count).map { _ in
                UInt8(Int.random(in: 0..<spread, using: &random))
            }
            let packed = Deflate.pack(bytes)
            #expect(
                Deflate.unpack(packed[...], limit: count) == .bytes(bytes, taken: packed.count)
            )
            #expect(count == 0 || Deflate.unpack(packed[...], limit: count - 1) == .tooLong)
        }
    }

    @Test func `reads stored and deflated parts by their names`() {
        var archive = ForgedArchive(parts: [Self.stored(), Self.deflated("B/c.XML")])
        archive.comment = Array("PK\u{5}\u{6} is how the end begins".utf8)
        for name in ["a.txt", "A.TXT", "b/C.xml"] {
            #expect(Self.contents(archive.bytes, of: name) == .success(Self.text))
        }
        #expect(Self.contents(archive.bytes, of: "c.xml") == .success(nil))
        #expect(Self.contents(ForgedArchive().bytes) == .success(nil))
    }

    @Test func `reads what it wrote, and writes the same again`() throws {
        var writer = ArchiveWriter()
        writer.add("a.txt", Self.text)
        writer.add("empty", [])
        writer.add("x/b.bin", Array(repeating: 7, count: 100_000))
        let bytes = writer.archive()
        #expect(bytes == writer.archive())
        var archive = try Archive(bytes, limits: .standard)
        #expect(archive.entries.map(\.name) == ["a.txt", "empty", "x/b.bin"])
        #expect(try archive.contents(of: "a.txt") == Self.text)
        #expect(try archive.contents(of: "empty") == [])
        #expect(try archive.contents(of: "x/b.bin")?.count == 100_000)
    }

    @Test func `sizes may stand behind the data, in four ways`() {
        var part = Self.deflated()
        part.flags = 8
        part.localChecksum = 0
        part.localSizes = (0, 0)
        let sum = ForgedArchive.word(Int(part.checksum))
        let mark = ForgedArchive.word(0x0807_4B50)
        let short = ForgedArchive.word(part.packed) + ForgedArchive.word(part.unpacked)
        let long = ForgedArchive.long(part.packed) + ForgedArchive.long(part.unpacked)
        for descriptor in [sum + short, mark + sum + short, sum + long, mark + sum + long] {
            part.descriptor = descriptor
            let archive = ForgedArchive(parts: [part, Self.stored("b")])
            #expect(Self.problem(archive) == nil)
            part.descriptor[part.descriptor.count - 1] ^= 1
            #expect(Self.problem(part) == .damaged(.header, name: "a.txt", at: 35 + part.packed))
        }
        part.descriptor = []
        #expect(Self.problem(part) == .damaged(.header, name: "a.txt", at: 35 + part.packed))
    }

    @Test func `numbers of more than 32 bits are read where they stand`() {
        var part = Self.deflated()
        let (packed, unpacked) = (part.packed, part.unpacked)
        part.localSizes = (packed, unpacked)
        part.packed = 0xFFFF_FFFF
        part.unpacked = 0xFFFF_FFFF
        part.extra =
            ForgedArchive.short(9) + ForgedArchive.short(1) + [0]
            + ForgedArchive.short(1) + ForgedArchive.short(16)
            + ForgedArchive.long(unpacked) + ForgedArchive.long(packed)
        var archive = ForgedArchive(parts: [part])
        archive.isLong = true
        #expect(Self.contents(archive.bytes) == .success(Self.text))
        archive.parts[0].extra.removeLast()
        #expect(Self.problem(archive)?.isDamage(.directory) == true)
        archive.parts[0] = Self.deflated()
        archive.sizeShift = 1
        #expect(Self.problem(archive)?.isDamage(.directory) == true)
        archive.sizeShift = 0
        archive.offsetShift = -1
        #expect(Self.problem(archive)?.isDamage(.directory) == true)
    }

    @Test func `what a part says of itself has to be so`() {
        func damage(_ change: (inout ForgedArchive.Part) -> Void) -> ArchiveProblem? {
            var part = Self.deflated()
            change(&part)
            return Self.problem(part)
        }
        let at = 0
        let header = ArchiveProblem.damaged(.header, name: "a.txt", at: at)
        #expect(damage { $0.localName = "b.txt" } == header)
        #expect(damage { $0.localName = "a.tx" } == header)
        #expect(damage { $0.localChecksum = 1 } == header)
        #expect(damage { $0.localSizes = (0, 0) } == header)
        #expect(damage { $0.offset = 1 } == .damaged(.header, name: "a.txt", at: 1))
        #expect(damage { $0.offset = 0xFFFF_FFF0 }?.isDamage(.header) == true)
        #expect(damage { $0.checksum ^= 1 } == .damaged(.checksum, name: "a.txt", at: at))
        let size = ArchiveProblem.damaged(.size, name: "a.txt", at: at)
        #expect(damage { $0.unpacked += 1 } == size)
        #expect(damage { $0.unpacked -= 1 } == size)
        #expect(damage { $0.packed += 1000 } == header)
        #expect(damage { $0.data[0] = 0xFF }?.isDamage(.data) == true)
        #expect(
            damage {
                $0.data.removeLast(5)
                $0.packed -= 5
            }?.isDamage(.data) == true
        )
        #expect(
            damage {
                $0.data.append(0)
                $0.packed += 1
            }?.isDamage(.size) == true
        )
    }

    @Test func `what is encrypted, a patch, on other disks or packed otherwise is refused`() {
        func refusal(_ change: (inout ForgedArchive.Part) -> Void) -> ArchiveProblem? {
            var part = Self.stored()
            change(&part)
            return Self.problem(part)
        }
        for bit in [0, 6, 13] {
            let problem = refusal { $0.flags = 1 << bit }
            #expect(problem == .unsupported(.encrypted, name: "a.txt"))
        }
        #expect(refusal { $0.flags = 1 << 5 } == .unsupported(.patch, name: "a.txt"))
        #expect(refusal { $0.flags = 1 << 11 } == nil)
        #expect(refusal { $0.disk = 1 } == .unsupported(.disks, name: "a.txt"))
        for method in [1, 6, 9, 12, 14, 93, 95, 99] {
            let problem = refusal { $0.method = method }
            #expect(problem == .unsupported(.method, name: "a.txt"))
        }
    }

    @Test func `the directory has to end with the file and to hold what it says`() {
        var archive = ForgedArchive(parts: [Self.stored()])
        let whole = archive.bytes
        #expect(Self.problem(archive) == nil)
        #expect(Self.contents(whole + [0]).isDamage(.unfinished))
        #expect(Self.contents([]).isDamage(.unfinished))
        for count in whole.indices {
            #expect(Self.contents(Array(whole.prefix(count))).isDamage(.unfinished))
        }
        archive.prefix = [0, 0, 0, 0]
        #expect(Self.problem(archive) == nil)
        archive.offsetShift = -4
        #expect(Self.problem(archive)?.isDamage(.directory) == true)
        archive.offsetShift = 0
        for count in [0, 2, 1_000] {
            archive.count = count
            #expect(Self.problem(archive)?.isDamage(.directory) == true)
        }
    }

    @Test func `no two parts share a byte or a name`() {
        // The data of the first part are the whole second part (D. Fifield, A better zip bomb).
        let inner = Self.stored("b.txt")
        let record = Array(ForgedArchive(parts: [inner]).bytes.prefix(35 + inner.packed))
        var quoted = inner
        var outer = Self.stored("a.txt", record)
        outer.data = []
        outer.packed = record.count
        outer.unpacked = record.count
        quoted.offset = 35
        let archive = ForgedArchive(parts: [outer, quoted])
        #expect(Self.problem(archive) == .damaged(.overlap, name: "b.txt", at: 35))

        let twice = ForgedArchive(parts: [Self.stored("a.txt"), Self.stored("A.TXT")])
        #expect(Self.problem(twice)?.isDamage(.twice) == true)
        var same = Self.stored("a.txt")
        same.offset = 0
        let twins = ForgedArchive(parts: [Self.stored("a.txt"), same])
        #expect(Self.problem(twins)?.isDamage(.twice) == true)
    }

    @Test func `reads up to its limits`() {
        func problem(
            _ archive: ForgedArchive,
            _ change: (inout ExchangeLimits) -> Void
        ) -> ArchiveProblem? {
            var limits = ExchangeLimits()
            change(&limits)
            return Self.problem(archive, limits: limits)
        }
        let pair = ForgedArchive(parts: [Self.stored(), Self.deflated("b")])
        #expect(problem(pair) { $0.maximumParts = 2 } == nil)
        #expect(problem(pair) { $0.maximumParts = 1 } == .excess(.parts, limit: 1))
        #expect(problem(pair) { $0.maximumPartNameBytes = 5 } == nil)
        #expect(problem(pair) { $0.maximumPartNameBytes = 4 } == .excess(.name, limit: 4))
        let size = Self.text.count
        #expect(problem(pair) { $0.maximumPartBytes = size } == nil)
        #expect(
            problem(pair) { $0.maximumPartBytes = size - 1 }
                == .excess(.bytes, name: "a.txt", limit: size - 1)
        )
        #expect(problem(pair) { $0.maximumUnpackedBytes = size } == nil)
        #expect(
            problem(pair) { $0.maximumUnpackedBytes = size - 1 }
                == .excess(.total, name: "a.txt", limit: size - 1)
        )
    }

    @Test func `what is unpacked of all parts together counts`() throws {
        var limits = ExchangeLimits()
        limits.maximumUnpackedBytes = 2 * Self.text.count - 1
        let bytes = ForgedArchive(parts: [Self.stored(), Self.deflated("b")]).bytes
        var archive = try Archive(bytes, limits: limits)
        #expect(try archive.contents(of: "b") == Self.text)
        let excess = ArchiveProblem.excess(.total, name: "a.txt", limit: 57)
        #expect(throws: excess) { try archive.contents(of: "a.txt") }
    }

    @Test func `a part of more than a megabyte is held to a ratio`() {
        let flat = Self.deflated("a.txt", [UInt8](repeating: 0, count: 10 << 20))
        #expect(Self.problem(flat) == .excess(.bytes, name: "a.txt", limit: 8 << 20))
        let zeros = Self.deflated("a.txt", [UInt8](repeating: 0, count: 8 << 20))
        #expect(zeros.packed < 12_000)
        #expect(Self.problem(zeros) == .excess(.ratio, name: "a.txt", limit: 200))
        #expect(Self.problem(Self.deflated("a.txt", [UInt8](repeating: 0, count: 1 << 20))) == nil)
        var limits = ExchangeLimits()
        limits.maximumRatio = 2_000
        #expect(Self.problem(zeros, limits: limits) == nil)
        // A size that is not true does not help: no more than that is unpacked.
        var liar = zeros
        liar.unpacked = 1 << 20
        #expect(Self.problem(liar) == .damaged(.size, name: "a.txt", at: 0))
    }

    @Test func `a changed byte is found, or changes nothing`() {
        let bytes = ForgedArchive(parts: [Self.stored(), Self.deflated("b.txt")]).bytes
        var harmless = 0
        for index in bytes.indices {
            for bit in [0, 7] {
                var changed = bytes
                changed[index] ^= 1 << bit
                for name in ["a.txt", "b.txt"] {
                    switch Self.contents(changed, of: name) {
                    case .success(let contents):
                        harmless += 1
                        #expect(contents == nil || contents == Self.text, "byte \(index)")
                    case .failure(.damaged(_, _, let offset)):
                        // An offset may be the very number that was changed.
                        #expect(offset >= 0)
                    case .failure: continue
                    }
                }
            }
        }
        // Dates, versions and attributes mean nothing here.
        #expect(harmless > 0)
    }
}

extension ArchiveProblem {
    /// Whether it is a damage of a kind, wherever.
    func isDamage(_ kind: Damage) -> Bool {
        if case .damaged(let damage, _, _) = self { damage == kind } else { false }
    }
}

extension Result where Failure == ArchiveProblem {
    fileprivate func isDamage(_ kind: ArchiveProblem.Damage) -> Bool {
        if case .failure(let problem) = self { problem.isDamage(kind) } else { false }
    }
}
