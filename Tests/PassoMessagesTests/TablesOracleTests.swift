import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

/// The shipped tables, each message against ICU's own MessageFormat.
@Suite struct TablesOracleTests {
    static let locales = ["en", "da", "pl", "pt", "it"]

    struct Sample: CustomTestStringConvertible, Sendable {
        let bundle: String
        let locale: String
        let key: String

        var testDescription: String { "\(bundle) \(locale) \(key)" }
    }

    static let bundles = ["desk": bundle("desk"), "engine": bundle("engine")]

    static func bundle(_ name: String) -> StringBundle {
        guard let root = TestEnvironment.packageRoot() else {
            return StringBundle(name: name, tables: [])
        }
        let tables = locales.compactMap { locale -> StringTable? in
            let file = root.appending(path: "Localization/\(name)/\(locale).arb")
            guard let data = FileManager.default.contents(atPath: file.path()) else { return nil }
            return StringTable.read(arb: SourceText(name: "\(locale).arb", utf8: Array(data))).0
        }
        return StringBundle(name: name, tables: tables)
    }

    static let samples = bundles.values.flatMap { bundle in
        bundle.tables.flatMap { table in
            table.keys.map { Sample(bundle: bundle.name, locale: table.locale, key: $0) }
        }
    }

    static let numbers: [Int64] = [0, 1, 2, 5, 12, 22, 25, 2000]

    @Test(arguments: ["desk", "engine"])
    func `are five and full`(name: String) throws {
        let bundle = try #require(Self.bundles[name])
        #expect(bundle.locales == Self.locales)
        for table in bundle.tables {
            #expect(table.keys.count > 100)
            #expect(table.entries.allSatisfy { $0.problems.isEmpty })
        }
    }

    @Test(arguments: samples)
    func `format as ICU formats them`(sample: Sample) throws {
        let bundle = try #require(Self.bundles[sample.bundle])
        let entry = try #require(bundle.entry(sample.key, in: sample.locale))
        for number in Self.numbers {
            for arguments in Self.arguments(for: entry.message.parameters, number) {
                let ours = bundle.text(sample.key, arguments, in: sample.locale)
                // ICU's MessageFormat has no lists.
                if !entry.pattern.contains(", list") {
                    let oracle = Oracle.format(entry.pattern, arguments, in: sample.locale)
                    #expect(Oracle.Answer.text(ours.text) == oracle, "\(arguments)")
                }
                #expect(ours.problems.isEmpty)
                #expect(ours.locale == sample.locale)
            }
        }
    }

    /// One list of arguments, or one for each word where the message selects by words.
    private static func arguments(
        for parameters: [MessageParameter],
        _ number: Int64
    ) -> [[MessageNamedArgument]] {
        var lists: [[MessageNamedArgument]] = [[]]
        for parameter in parameters {
            let values: [MessageArgument] =
                switch parameter.kind {
                case .any: ["Åse & Żółć"]
                case .number, .plural, .ordinal: [.int(number)]
                case .select(let keys): keys.map { .string($0) } + ["none of them"]
                case .date, .time: [.instant(millisecondsSince1970: 1_772_712_000_000)]
                case .list: [["Åse", "Żółć"]]
                }
            lists = lists.flatMap { list in
                values.map { list + [MessageNamedArgument(parameter.name, $0)] }
            }
        }
        return lists
    }
}
