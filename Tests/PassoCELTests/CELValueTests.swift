import PassoCEL
import Testing

@Suite struct CELValueTests {
    @Test func `takes 16 bytes`() {
        #expect(MemoryLayout<CELValue>.stride == 16)
    }
}
