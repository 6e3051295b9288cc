import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoTesting

/// What the tests of XLIFF send through files.
enum XLIFFSamples {
    /// Two codecs by name, for tests with arguments.
    enum Format: String, CaseIterable, Sendable {
        case xliff1, xliff2

        var codec: any ExchangeCodec.Type {
            self == .xliff1 ? XLIFF1Codec.self : XLIFF2Codec.self
        }

        func file(_ document: ExchangeDocument) throws -> SourceText {
            SourceText(name: "\(document.bundle).xlf", utf8: try codec.write(document))
        }

        func read(_ source: SourceText) -> (ReturnedDocument?, [Diagnostic]) {
            codec.read(source, limits: .standard)
        }
    }

    /// A bundle of three messages with everything that a message can have.
    static let small: ExchangeDocument = {
        var save = ExchangeUnit(
            key: "action.save",
            source: "Save",
            target: "Gem",
            state: .translated
        )
        save.screen = "Request form"
        save.description = "Button: saves the request & closes the form."
        save.maximumLength = 30
        save.screenshot = "shots/save.png"
        var count = ExchangeUnit(
            key: "task.count",
            source: "{count, plural, one {# task} other {# tasks}} <b>left</b>",
            target: "{count, plural, one {# opgave} other {# opgaver}} <b>tilbage</b>",
            state: .stale
        )
        count.placeholders = [StringPlaceholder(name: "count", type: "int", example: "3")]
        count.maximumLength = 40
        count.terms = [
            ExchangeTerm(
                term: "tasks",
                preferred: ["opgaver"],
                forbidden: ["jobs"],
                note: "A unit."
            )
        ]
        let blank = ExchangeUnit(key: "two words", source: " a\n b\t", state: .new)
        let review = ExchangeUnit(
            key: "under_xscore",
            source: "Bell \u{7} rings",
            target: "Klokken \u{7} ringer",
            state: .needsReview
        )
        return ExchangeDocument(
            bundle: "desk",
            sourceLocale: "en",
            targetLocale: "da",
            units: [save, count, blank, review]
        )
    }()
}
