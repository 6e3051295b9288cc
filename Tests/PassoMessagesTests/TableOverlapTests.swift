import Testing

@testable import PassoMessages

/// Texts of a compiled table that claim more bytes than there are, each within the bounds.
@Suite struct TableOverlapTests {
    static let table = CompiledTable(
        StringTable(locale: "en", patterns: ["key": "{name} {other}", "longer": "A whole text."])
    )

    /// The table with one number changed, and the checksum it should have then.
    static func changed(_ number: UInt32, at place: Int) -> [UInt8] {
        var bytes = table.bytes
        for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
        return CompiledTable.sealed(bytes)
    }

    @Test func `a table is as it was written when nothing is changed`() throws {
        #expect(CompiledTable.sealed(Self.table.bytes) == Self.table.bytes)
        #expect(try CompiledTable(bytes: Self.table.bytes) == Self.table)
    }

    @Test func `strings that overlap are refused before any is made`() throws {
        let layout = Self.table.storage.layout
        #expect(layout.strings.count == 2)
        for number in 0..<2 {
            let place = layout.strings.place(number)
            var bytes = Self.changed(0, at: place)
            #expect(throws: Never.self) { try CompiledTable(bytes: bytes) }
            bytes = Self.changed(UInt32(layout.texts.count - 4), at: place + 4)
            #expect(throws: CompiledTableError.invalid(part: .strings, at: 1)) {
                try CompiledTable(bytes: bytes)
            }
        }
    }

    @Test func `whole texts that overlap are refused`() throws {
        let layout = Self.table.storage.layout
        let place = layout.entries.place(1) + 8
        var bytes = Self.changed(0, at: place)
        for byte in 4..<8 { bytes[place + byte] = 0 }
        bytes[place + 4] = UInt8(layout.texts.count)
        #expect(throws: CompiledTableError.invalid(part: .keys, at: 1)) {
            try CompiledTable(bytes: CompiledTable.sealed(bytes))
        }
    }
}
