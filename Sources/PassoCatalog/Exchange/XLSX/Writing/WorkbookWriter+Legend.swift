internal import PassoText

/// The sheet that explains the other one.
extension WorkbookWriter {
    mutating func legendSheet() -> XMLOutputElement {
        let facts = [
            ("Bundle", document.bundle), ("Translate from", document.sourceLocale),
            ("Translate into", document.targetLocale),
        ]
        let lines =
            [(WorkbookStyles.Role.heading, "About this file", "")]
            + facts.map { (.fact, $0.0, $0.1) }
            + [(.heading, "Column", "What it says")]
            + Self.columns.map { (.fact, $0.heading(in: document), $0.legend) }
            + [(.heading, "To know", "")] + Self.advice.map { (.fact, $0.0, $0.1) }
        var rows: [XMLOutputElement] = []
        for (index, (role, name, text)) in lines.enumerated() {
            rows.append(row(index + 1, [(role, name), (role, text)]))
        }
        let view = XMLOutputElement.tag("sheetView", ["workbookViewId": "0"])
        return sheet(view, columns: [(28, false), (100, false)], rows)
    }

    private static let advice = [
        (
            "Braces",
            "Texts are in ICU MessageFormat. Leave what stands in braces as it is, such as {name}; "
                + "in {count, plural, one {# file} other {# files}} translate the words in the inner "
                + "braces only, with all plural forms that your language has."
        ),
        (
            "Apostrophes",
            "A straight apostrophe (') is a sign of the format; write ’ in texts, or '' for one that "
                + "is to be shown."
        ),
        (
            "Other changes",
            "Rows may be hidden, filtered or left out; columns may be moved, and others added. For "
                + "some of it the protection of the sheet has to be taken off, which has no password."
        ),
        (
            "Formulas",
            "Every cell is a text, also one that begins with =. A translation that is the result of a "
                + "formula is refused."
        ),
    ]
}

extension ExchangeColumn {
    /// What the column is for, in words.
    fileprivate var legend: String {
        switch self {
        case .key: "The name of the text. Leave it as it is; the program finds the text by it."
        case .source: "The text to translate. Leave it as it is."
        case .target: "The translation: fill in or change this column."
        case .state:
            "How far the translation is: new (there is none), stale (the source has changed since), "
                + "needs-review (somebody should look at it), translated (done). Choose translated "
                + "when you are done."
        case .limit:
            "How many characters the finished text may have, as people see them: with its "
                + "placeholders filled in and one plural form chosen. An emoji or a letter with its "
                + "accents counts as one. The cell of the translation may hold more."
        case .screen: "Where people read the text."
        case .description: "What the text is for."
        case .placeholders: "What stands in for the names in braces, with an example."
        case .terms: "The words to use for terms in the text, and those not to use."
        case .screenshot: "A picture of where the text stands."
        case .stamp:
            "What the texts were when this file was made, for the program. Leave it as it is."
        }
    }
}
