/// A column of a file that is a table of messages, as CSV and XLSX are.
///
/// The first row names the columns, which may stand in any order and beside others; what the file is
/// as a whole stands behind the names: `Key (desk)`, `Source (en)`, `Translation (da)`.
enum ExchangeColumn: String, CaseIterable, Sendable {
    case key = "Key"
    case source = "Source"
    case target = "Translation"
    case state = "State"
    case limit = "Most characters"
    case screen = "Screen"
    case description = "Description"
    case placeholders = "Placeholders"
    case terms = "Glossary"
    case screenshot = "Screenshot"
    case stamp = "Stamp"

    /// What the first row of a document's file says of the column.
    func heading(in document: ExchangeDocument) -> String {
        switch self {
        case .key: "\(rawValue) (\(document.bundle))"
        case .source: "\(rawValue) (\(document.sourceLocale))"
        case .target: "\(rawValue) (\(document.targetLocale))"
        default: rawValue
        }
    }

    /// What the first row of a document's file says of the column, where programs read it, too: plain
    /// names, and behind the last what the file is as a whole, `stamp (desk, en, da)`.
    func plainHeading(in document: ExchangeDocument) -> String {
        guard self == .stamp else { return plainName }
        let (bundle, from, into) = (document.bundle, document.sourceLocale, document.targetLocale)
        return "\(plainName) (\(bundle), \(from), \(into))"
    }

    /// The name in one small word, as other programs know it.
    var plainName: String {
        switch self {
        case .target: "target"
        case .limit: "limit"
        case .terms: "terms"
        default: rawValue.lowercased()
        }
    }

    /// What the column says of a message.
    func text(of unit: ExchangeUnit) -> String {
        switch self {
        case .key: unit.key
        case .source: unit.source
        case .target: unit.target ?? ""
        case .state: unit.state.rawValue
        case .limit: unit.maximumLength.map(String.init) ?? ""
        case .screen: unit.screen
        case .description: unit.description ?? ""
        case .placeholders: unit.placeholderNotes.joined(separator: "\n")
        case .terms: unit.termNotes.joined(separator: "\n")
        case .screenshot: unit.screenshot ?? ""
        case .stamp: unit.stamp.description
        }
    }
}
