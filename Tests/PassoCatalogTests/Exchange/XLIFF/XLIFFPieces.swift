import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// Files written by hand, around the piece that a test is about.
enum XLIFFPieces {
    /// XLIFF 1.2 with one unit.
    static func one(_ content: String, unit: String = "approved=\"no\"") -> String {
        """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
          <file original="desk" source-language="en" target-language="da" datatype="plaintext"><body>
            <trans-unit id="a.b" \(unit)>\(content)</trans-unit>
          </body></file>
        </xliff>
        """
    }

    /// XLIFF 2.1 with one unit.
    static func two(_ content: String) -> String {
        """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="da">
          <file id="f" original="desk"><unit id="u" name="a.b">\(content)</unit></file>
        </xliff>
        """
    }

    /// Reads a text, with either codec.
    static func read(
        _ text: String,
        limits: ExchangeLimits = .standard
    ) -> (ReturnedDocument?, [Diagnostic]) {
        XLIFF2Codec.read(SourceText(name: "a.xlf", text), limits: limits)
    }

    /// The one unit of a text that has nothing wrong around it.
    static func unit(_ text: String) throws -> ReturnedUnit {
        let (document, diagnostics) = read(text)
        #expect(diagnostics.map(\.summary).isEmpty)
        let units = try #require(document?.units)
        #expect(units.count == 1)
        return try #require(units.first)
    }
}

extension Diagnostic {
    /// Its place and its id, in one line.
    var summary: String {
        let start = source.position(at: range.lowerBound)
        let end = source.position(at: range.upperBound)
        return "\(start.line):\(start.column)-\(end.column) \(id)"
    }
}
