import Foundation
import PassoTesting
import Testing

@testable import PassoICU

private let strings: [String]? = {
    guard let place = TestEnvironment.conformance("blns/blns.json"),
        let data = try? Data(contentsOf: place)
    else { return nil }
    return try? JSONDecoder().decode([String].self, from: data)
}()

@Suite(.enabled(if: strings != nil, "blns.json is not installed"))
struct NaughtyStringTests {
    @Test func `counts them as ICU does`() {
        #expect(strings?.count ?? 0 > 500)
        for text in strings ?? [] {
            let icu = ClusterCounter.countByICU(text.utf8Span.span)
            #expect(ClusterCount(byUs: text) == icu, "\(hex(text))")
            #expect(TextCount.characters(in: text) == icu.characters, "\(hex(text))")
        }
    }

    @Test func `normalizing a second time changes nothing`() {
        let forms = [
            TextFold.nfc, TextFold.folded, TextFold.collapsed, TextFold.oneLine, TextFold.manyLines,
        ]
        for text in strings ?? [] {
            for form in forms {
                let once = form(text)
                #expect(form(once).utf8.elementsEqual(once.utf8), "\(hex(text))")
            }
        }
    }
}
