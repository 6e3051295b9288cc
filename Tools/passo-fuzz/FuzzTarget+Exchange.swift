import PassoCatalog
import PassoDiagnostics
import PassoText

extension FuzzTarget {
    /// A translator's file is read with every mistake inside of it; what was read can be written, and
    /// is then read as the same.
    func exchangeFault(_ source: SourceText, _ codec: (some ExchangeCodec).Type) -> String? {
        let (returned, diagnostics) = codec.read(source, limits: .standard)
        // A file in UTF-16 is read through a text of its own in UTF-8.
        let shown = diagnostics.first?.source ?? source
        if let fault = fault(in: diagnostics, of: shown) { return fault }
        guard let returned else { return diagnostics.isEmpty ? "refused without a mistake" : nil }
        // A file in binary is shown by a text of its own.
        for unit in returned.units {
            if let fault = fault(in: unit.mistakes, of: returned.source) { return fault }
            let scalars = [unit.source, unit.target].compactMap(\.self)
            let ranges = [unit.range] + scalars.flatMap(Self.places)
            if ranges.contains(where: { $0.upperBound > returned.source.utf8.count }) {
                return "a message lies outside of the text"
            }
        }
        return writtenFault(returned, codec)
    }

    /// The whole of a text, its beginning and its end.
    private static func places(of scalar: TextScalar) -> [SourceRange] {
        let count = scalar.text.utf8.count
        return [0..<count, 0..<min(count, 1), count..<count].map { scalar.sourceRange(of: $0) }
    }

    private func writtenFault(
        _ returned: ReturnedDocument,
        _ codec: (some ExchangeCodec).Type
    ) -> String? {
        // A file may say the same of a message twice; what leaves has each message once.
        var keys: Set<[UInt8]> = []
        let units = returned.units.filter {
            $0.mistakes.isEmpty && keys.insert(Array($0.key.utf8)).inserted
        }
        let document = ExchangeDocument(
            bundle: "desk",
            sourceLocale: "en",
            targetLocale: "da",
            units: units.map(Self.unit)
        )
        // Texts that the format cannot hold are refused, which is as good.
        guard let bytes = try? codec.write(document) else { return nil }
        let (again, diagnostics) = codec.read(
            SourceText(name: "written", utf8: bytes),
            limits: .standard
        )
        if let first = diagnostics.first { return "\(first.id) in what was written" }
        guard let again, again.units.count == document.units.count else { return "units are lost" }
        if again.bundle != "desk" || again.targetLocale != "da" { return "whose it is is lost" }
        for (unit, back) in zip(document.units, again.units) {
            if let first = back.mistakes.first { return "\(first.id) in a message written" }
            if back.key.utf8.elementsEqual(unit.key.utf8), same(back.source, unit.source),
                same(back.target, unit.target ?? ""), back.stamp == unit.stamp
            {
                continue
            }
            return "\(unit.key) is written as something else"
        }
        return nil
    }

    private static func unit(_ returned: ReturnedUnit) -> ExchangeUnit {
        var unit = ExchangeUnit(
            key: returned.key,
            source: returned.source?.text ?? "",
            target: returned.target.flatMap { $0.text.isEmpty ? nil : $0.text },
            state: returned.target?.text.isEmpty == false ? .translated : .new
        )
        // What people read must not be taken for what programs read.
        unit.description = returned.target?.text
        unit.screen = returned.key
        unit.screenshot = returned.source?.text
        return unit
    }

    private func same(_ scalar: TextScalar?, _ text: String) -> Bool {
        (scalar?.text ?? "").utf8.elementsEqual(text.utf8)
    }
}
