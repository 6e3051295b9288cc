import Foundation
import Passo
import Testing

/// A host that imports Passo and Foundation in one file.
///
/// A Clang module with ICU's headers would break this file ("'UErrorCode' has different
/// definitions in different modules"), and a public name that Foundation has too would make it
/// ambiguous; so what matters here is that it compiles.
@Suite struct HostTests {
    @Test func `formats through Foundation and counts through Passo`() throws {
        #expect(!2000.formatted().isEmpty)
        #expect(!Date(timeIntervalSince1970: 0).formatted().isEmpty)
        #expect(TextCount(of: "e\u{301}👩‍👩‍👧\r\n").characters == 3)
        #expect(try LocalizedNumbers.shared(for: "da").text(2_000 as Int64) == "2.000")
    }

    @Test func `names of Foundation stay Foundation's`() throws {
        let locale = Locale(identifier: "it")
        let zone = try #require(TimeZone(identifier: "Europe/Rome"))
        let formatter = NumberFormatter()
        formatter.locale = locale
        #expect(formatter.string(from: 5) == "5")
        let dates = DateFormatter()
        dates.timeZone = zone
        #expect(dates.timeZone == zone)
        #expect(Bundle.main.bundlePath.isEmpty == false)
    }
}
