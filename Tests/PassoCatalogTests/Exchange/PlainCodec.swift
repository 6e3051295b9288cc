import PassoDiagnostics
import PassoText

@testable import PassoCatalog

/// The smallest file format there can be, to test what does not depend on any format.
///
/// Between fields and between messages stand the separators that ASCII has for them.
enum PlainCodec: ExchangeCodec {
    private static let field = "\u{1F}"
    private static let record = "\u{1E}"

    static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        let heading = [document.bundle, document.sourceLocale, document.targetLocale]
        let rows = document.units.map { unit in
            [
                unit.key, unit.source, unit.target ?? "", unit.state.rawValue,
                unit.stamp.description,
            ]
        }
        let text = ([heading] + rows).map { $0.joined(separator: field) }
            .joined(separator: record)
        return Array(text.utf8)
    }

    static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        var offset = 0
        var document = ReturnedDocument(source: source)
        let text = String(decoding: source.utf8, as: UTF8.self)
        for (number, row) in text.split(separator: record, omittingEmptySubsequences: false)
            .enumerated()
        {
            let start = offset
            let cells = row.split(separator: field, omittingEmptySubsequences: false).map {
                cell in
                defer { offset += cell.utf8.count + 1 }
                return TextScalar(text: String(cell), at: offset)
            }
            if number == 0 {
                document.bundle = cells.first?.text
                document.sourceLocale = cells.count > 1 ? cells[1].text : nil
                document.targetLocale = cells.count > 2 ? cells[2].text : nil
                continue
            }
            var unit = ReturnedUnit(key: cells[0].text, range: SourceRange(start, offset - 1))
            if cells.count == 5 {
                unit.source = cells[1]
                unit.target = cells[2]
                unit.state = state(cells[3].text)
                unit.stamp = ExchangeStamp(cells[4].text)
            } else {
                unit.mistakes = [
                    Diagnostic(id: "plain-cells", source: source, range: unit.range)
                ]
            }
            document.units.append(unit)
        }
        return (document, [])
    }

    private static func state(_ name: String) -> ReturnedState? {
        switch TranslationState(rawValue: name) {
        case .new: .new
        case .stale, .needsReview: .needsReview
        case .translated: .translated
        case nil: nil
        }
    }
}
