import Foundation
import PassoDiagnostics
import PassoICU
import PassoMessages
import PassoTesting
import Testing

/// What the shipped tables promise their readers, beyond what ICU accepts.
@Suite struct ShippedTablesTests {
    /// One message in one language.
    struct Sample: CustomTestStringConvertible, Sendable {
        let bundle: String
        let locale: String
        let entry: StringEntry
        let template: StringEntry?

        var testDescription: String { "\(bundle) \(locale) \(entry.key)" }
    }

    static let locales = ["en", "da", "pl", "pt", "it"]
    static let bundles = ["desk", "engine"].map(bundle)

    static let samples = bundles.flatMap { bundle in
        bundle.tables.flatMap { table in
            table.entries.map { entry in
                Sample(
                    bundle: bundle.name,
                    locale: table.locale,
                    entry: entry,
                    template: bundle.template?[entry.key]
                )
            }
        }
    }

    static func bundle(_ name: String) -> StringBundle {
        let folder = TestEnvironment.packageRoot()?.appending(path: "Localization/\(name)")
        let tables = locales.compactMap { locale -> StringTable? in
            guard let file = folder?.appending(path: "\(locale).arb"),
                let data = FileManager.default.contents(atPath: file.path())
            else { return nil }
            return StringTable.read(arb: SourceText(name: "\(locale).arb", utf8: Array(data))).0
        }
        return StringBundle(name: name, tables: tables)
    }

    @Test(arguments: bundles.map(\.name))
    func `keep the keys and the order of the template`(name: String) throws {
        let bundle = try #require(Self.bundles.first { $0.name == name })
        let order = try #require(bundle.template).entries.map(\.key)
        #expect(!order.isEmpty && bundle.locales == Self.locales)
        for table in bundle.tables { #expect(table.entries.map(\.key) == order) }
    }

    @Test(arguments: samples.filter { $0.locale == "en" })
    func `tell translators what a text and its arguments are`(sample: Sample) {
        #expect(sample.entry.description?.isEmpty == false)
        #expect(sample.entry.placeholders.allSatisfy { $0.type != nil && $0.example != nil })
        let described = Set(sample.entry.placeholders.map(\.name))
        #expect(described == Set(sample.entry.message.parameters.map(\.name)))
    }

    @Test(arguments: samples)
    func `take the template's arguments and choose by its words`(sample: Sample) throws {
        let template = try #require(sample.template)
        let expected = Dictionary(
            template.message.parameters.map { ($0.name, $0.kind.words) },
            uniquingKeysWith: { first, _ in first }
        )
        let found = Dictionary(
            sample.entry.message.parameters.map { ($0.name, $0.kind.words) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(found == expected)
    }

    @Test(arguments: samples)
    func `have each plural category of their language and no other`(sample: Sample) throws {
        let rules = try PluralRules(locale: sample.locale)
        let counted = Set((0...200).map { rules.cardinal($0).rawValue })
        for selection in sample.entry.message.pattern.selections where selection.isPlural {
            let found = Set(selection.variants.compactMap(\.category))
            #expect(found == counted.union(["other"]))
        }
    }

    @Test(arguments: samples)
    func `use the quotation marks of their language`(sample: Sample) {
        let mine: [Character] =
            switch sample.locale {
            case "pl": ["„", "”"]
            case "it": ["«", "»"]
            default: ["“", "”"]
            }
        let marks = sample.entry.pattern.filter { "“”„«»\"‘‹›".contains($0) }
        #expect(marks.allSatisfy { mine.contains($0) })
        #expect(
            zip(marks.indices, marks).allSatisfy { index, mark in
                mark == mine[marks.distance(from: marks.startIndex, to: index) % 2]
            }
        )
        let apostrophes = sample.entry.pattern.replacing("''", with: "").contains("'")
        #expect(!apostrophes, "an apostrophe is ’, and in the engine’s English a pair quotes")
    }

    /// Labels that a text names are labels of the same table, letter for letter.
    @Test(arguments: samples.filter { $0.bundle == "desk" })
    func `name labels as they stand on the screen`(sample: Sample) throws {
        let table = try #require(Self.bundles.first?.table(for: sample.locale))
        let labels = Set(table.entries.map(\.pattern))
        for quoted in sample.entry.pattern.matches(of: /[“„«]([^“”„«»{}]+)[”»]/) {
            #expect(labels.contains(String(quoted.1)), "\(quoted.0) is no label")
        }
    }

    @Test(arguments: samples.filter { $0.template?.maximumLength != nil })
    func `stay within their length, formatted`(sample: Sample) throws {
        let template = try #require(sample.template)
        let limit = try #require(template.maximumLength)
        let bundle = try #require(Self.bundles.first { $0.name == sample.bundle })
        for number: Int64 in [0, 1, 2, 5, 12, 22, 25, 2000] {
            let arguments = template.placeholders.map { placeholder in
                MessageNamedArgument(placeholder.name, bundle.example(of: placeholder, number))
            }
            let text = bundle.text(sample.entry.key, arguments, in: sample.locale).text
            #expect(TextCount(of: text).characters <= limit, "\(text)")
        }
    }
}

extension MessageParameter.Kind {
    /// The words that a message chooses by.
    fileprivate var words: Set<String> {
        if case .select(let keys) = self { Set(keys) } else { [] }
    }
}

extension MessagePattern {
    /// The choices of a message, which stand in no other choice.
    fileprivate var selections: [MessageSelection] {
        elements.compactMap { if case .selection(let selection) = $0 { selection } else { nil } }
    }
}

extension MessageSelection {
    fileprivate var isPlural: Bool { if case .plural = function { true } else { false } }
}

extension MessageVariant {
    /// The plural category; nil for an exact number.
    fileprivate var category: String? {
        switch key {
        case .word(let word): word
        case .other: "other"
        case .exactly: nil
        }
    }
}

extension StringBundle {
    /// The example of a placeholder, or a number instead.
    fileprivate func example(
        of placeholder: StringPlaceholder,
        _ number: Int64
    ) -> MessageArgument {
        let example = placeholder.example ?? ""
        let named = template?.entries.first { $0.pattern == example }?.key
        return switch placeholder.type {
        case "int": .int(number)
        case "DateTime": .instant(millisecondsSince1970: 1_790_600_640_000)
        case "label", "message": named.map { .label(key: $0) } ?? .string(example)
        default: .string(example)
        }
    }
}
