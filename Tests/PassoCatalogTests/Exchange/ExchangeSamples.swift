import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoText
import PassoTesting

/// Documents to send through every format.
enum ExchangeSamples {
    /// Every bundle of this repository in every language but its own, in all states.
    static let shipped: [ExchangeDocument] = ShippedBundles.catalogs.flatMap { catalog in
        catalog.translations.map { table in
            var document = ExchangeDocument(
                bundle: catalog.name,
                sourceLocale: catalog.template.locale,
                targetLocale: table.locale,
                units: []
            )
            for (number, key) in catalog.template.keys.enumerated() {
                guard let entry = catalog.template[key] else { continue }
                let states = TranslationState.allCases
                document.units.append(unit(entry, table[key], states[number % states.count]))
            }
            return document
        }
    }

    private static func unit(
        _ entry: StringEntry,
        _ translation: StringEntry?,
        _ state: TranslationState
    ) -> ExchangeUnit {
        var unit = ExchangeUnit(key: entry.key, source: entry.pattern, state: state)
        if state != .new { unit.target = translation?.pattern }
        unit.screen = "Desk"
        unit.description = entry.description
        unit.placeholders = entry.placeholders
        unit.maximumLength = entry.maximumLength
        unit.screenshot = entry.screenshot
        unit.terms = [
            ExchangeTerm(term: "request", preferred: ["ønske"], forbidden: ["=bøn"], note: "@desk")
        ]
        return unit
    }

    /// A document of one message with all that there is.
    static func one(source: String, target: String, _ state: TranslationState) -> ExchangeDocument {
        var unit = ExchangeUnit(key: "tag.tooLong", source: source, target: target, state: state)
        unit.screen = "Desk"
        unit.description = "Under the field.\nOne sentence."
        unit.placeholders = [.init(name: "max", type: "int", example: "50"), .init(name: "other")]
        unit.maximumLength = 60
        unit.screenshot = "tags.png"
        unit.terms = [ExchangeTerm(term: "tag", preferred: ["tag"], forbidden: ["mærke"])]
        return document([unit])
    }

    /// A document of messages of the bundle `desk`, from English into Danish.
    static func document(_ units: [ExchangeUnit]) -> ExchangeDocument {
        ExchangeDocument(bundle: "desk", sourceLocale: "en", targetLocale: "da", units: units)
    }

    /// Naughty strings, each as a key, a source, a translation and a description; the published ones
    /// among them, where the data are there.
    static func naughty(
        without isRefused: (Unicode.Scalar) -> Bool = { _ in false }
    ) throws -> ExchangeDocument {
        let texts = try TestEnvironment.conformance("blns/blns.json").map {
            try JSONDecoder().decode([String].self, from: Data(contentsOf: $0))
        }
        return document(
            ((texts ?? []) + NaughtyCells.all).filter {
                !$0.unicodeScalars.contains(where: isRefused)
            }
        )
    }

    /// A document of texts; each stands in every place that can hold one.
    static func document(_ texts: [String]) -> ExchangeDocument {
        let units = texts.enumerated().map { number, text in
            let other = texts[(number + 1) % texts.count]
            var unit = ExchangeUnit(key: "\(text)#\(number)", source: text, state: .translated)
            unit.target = other.isEmpty ? nil : other
            if other.isEmpty { unit.state = .new }
            unit.description = other
            return unit
        }
        return ExchangeDocument(
            bundle: "desk",
            sourceLocale: "en",
            targetLocale: "pt-BR",
            units: units
        )
    }

    /// What of a document did not come back as it left; nil when all did.
    static func loss(of document: ExchangeDocument, in returned: ReturnedDocument?) -> String? {
        guard let returned else { return "nothing came back" }
        if returned.bundle != document.bundle { return "bundle \(returned.bundle ?? "nil")" }
        if returned.sourceLocale != document.sourceLocale { return "source language" }
        if returned.targetLocale != document.targetLocale { return "target language" }
        if returned.units.count != document.units.count { return "\(returned.units.count) units" }
        for (unit, back) in zip(document.units, returned.units) {
            if let mistake = back.mistakes.first { return "\(unit.key): \(mistake.id)" }
            if !same(unit.key, back.key) { return "\(unit.key) is \(back.key)" }
            if !same(unit.source, back.source?.text) {
                return "\(unit.key): '\(unit.source)' is '\(back.source?.text ?? "nil")'"
            }
            if !same(unit.target ?? "", back.target?.text ?? "") {
                return "\(unit.key): '\(unit.target ?? "")' is '\(back.target?.text ?? "nil")'"
            }
            if back.stamp != unit.stamp { return "\(unit.key): stamp" }
            if unit.target != nil, back.state != state(unit.state) { return "\(unit.key): state" }
        }
        return nil
    }

    /// Whether two texts are the same byte for byte; Swift's `==` takes é and é for one.
    private static func same(_ left: String, _ right: String?) -> Bool {
        right.map { left.utf8.elementsEqual($0.utf8) } ?? false
    }

    private static func state(_ state: TranslationState) -> ReturnedState {
        switch state {
        case .new: .new
        case .stale, .needsReview: .needsReview
        case .translated: .translated
        }
    }
}

/// Texts that spreadsheets take for something else.
enum NaughtyCells {
    static let all = [
        "007", "1-2", "=1+1", "+1", "-1", "@sum", "TRUE", "true", "False", "1e3", "1,000", "1.50",
        "2026-11-22", "22/11/2026", "5 maj 2026", "May 5", "quinta-feira, 26 de novembro de 2026",
        "12:30", "12:30 PM", "50%", "$5", "5 kr.", "(5)", "1/2", "#N/A", "#REF!", "'", "''", "'x",
        "'007", "''007", "'=1+1", "''=1+1", "'s avonds", " lead", "trail ", "  two  ", " =1+1",
        "\t=1+1", "\r=1+1", "\n=1+1", "a\tb", "\ttab", "tab\t", "a\nb", "\n", "a\n", "\nb",
        "a\r\nb",
        "a\rb", "\"", "\"\"", "a\"b", "\"quoted\"", "a,b", "a;b", ",", ";", "x,\"y\"\nz", "\\u0009",
        "\\\\u0009", "\\u", "\\", "\\n", "{n, plural, one {# \"file\"} other {# files}}", "\u{A0}1",
        "１２", "＝1+1", "\u{FEFF}x", "x\u{FEFF}", "e\u{301}", "é", "👩\u{200D}👧", "\u{202E}abc",
        "\u{85}", "\u{2028}", "\u{B}\u{C}", "\u{1}\u{1F}\u{7F}", "\u{FFFE}", "\u{10FFFF}", "sep=,",
    ]
}
