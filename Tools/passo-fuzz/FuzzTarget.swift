import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoText

/// A reader of outside data, with examples to begin from and what must hold of its answer.
enum FuzzTarget: String, CaseIterable {
    case yaml
    case json
    case cel
    case message
    case arb
    case bundle
    case locale
    case definition
    case scxml
    case snapshot
    case po
    case csv
    case xliff
    case xlsx
    case mf2

    /// The names of all, for whoever names none of them.
    static var names: String { allCases.map(\.rawValue).joined(separator: " ") }

    /// Says what is wrong with the answer to a text; nil when nothing is.
    func fault(reading bytes: [UInt8]) -> String? {
        let source = SourceText(name: "fuzz", utf8: bytes)
        switch self {
        case .yaml: return fault(in: YAMLReader.read(source).1, of: source)
        case .json: return fault(in: JSONReader.read(source).1, of: source)
        case .arb: return tableFault(source)
        case .bundle: return bundleFault(bytes)
        case .message: return messageFault(String(decoding: bytes, as: UTF8.self))
        case .locale: return localeFault(String(decoding: bytes, as: UTF8.self))
        case .definition: return definitionFault(source)
        case .scxml: return documentFault(source)
        case .snapshot: return snapshotFault(bytes)
        case .po: return exchangeFault(source, POCodec.self)
        case .csv: return exchangeFault(source, CSVCodec.self)
        case .xliff: return xliffFault(source)
        case .xlsx: return xlsxFault(bytes)
        case .mf2: return mf2Fault(source)
        case .cel: return FuzzedExpression(String(decoding: bytes, as: UTF8.self)).fault()
        }
    }

    private static let renderer = DiagnosticRenderer(words: EngineWords())
    private static let maximumShown = 3

    /// Every diagnostic lies within the text and can be shown.
    func fault(in diagnostics: [Diagnostic], of source: SourceText) -> String? {
        let outside = diagnostics.first {
            $0.range.lowerBound < 0 || $0.range.upperBound > source.utf8.count
                || $0.range.lowerBound > $0.range.upperBound
        }
        if let outside { return "\(outside.id) lies outside of the text" }
        // Showing takes far longer than reading, so a few must do.
        let shown = Self.renderer.render(Array(diagnostics.prefix(Self.maximumShown)))
        return !diagnostics.isEmpty && shown.isEmpty ? "diagnostics show nothing" : nil
    }
}
