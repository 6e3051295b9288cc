public import PassoDiagnostics

/// The file formats that leave for translators and come back.
public enum ExchangeFormat: String, Sendable, Hashable, CaseIterable {
    /// XLIFF 1.2.
    case xliff1
    /// XLIFF 2.1.
    case xliff2
    /// PO, as gettext and its editors know it.
    case po
    /// CSV, as spreadsheets and translation platforms read it.
    case csv
    /// XLSX, the workbooks of Excel and LibreOffice.
    case xlsx
    /// Message resources: messages of MessageFormat 2.
    case mf2

    /// What writes and reads the files.
    public var codec: any ExchangeCodec.Type {
        switch self {
        case .xliff1: XLIFF1Codec.self
        case .xliff2: XLIFF2Codec.self
        case .po: POCodec.self
        case .csv: CSVCodec.self
        case .xlsx: XLSXCodec.self
        case .mf2: MF2Codec.self
        }
    }

    /// What the names of its files end in, without the point.
    public var fileExtension: String {
        switch self {
        case .xliff1, .xliff2: "xlf"
        case .po: "po"
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .mf2: "mf2"
        }
    }

    /// Finds the format of a file by the end of its name.
    ///
    /// Which XLIFF it is says the file's root; each of the two reads the other.
    ///
    /// - Returns: the format, or nil for a name that says nothing.
    public init?(of source: SourceText) {
        let name = source.name.lowercased()
        switch name.lastIndex(of: ".").map({ name[name.index(after: $0)...] }) {
        case "xlf", "xliff": self = .xliff2
        case "po", "pot": self = .po
        case "csv", "tsv": self = .csv
        case "xlsx": self = .xlsx
        case "mf2": self = .mf2
        default: return nil
        }
    }

    /// Reads a file in this format.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    /// - Returns: what it says, or nil if it is no such file at all; and its mistakes.
    public func read(
        _ source: SourceText,
        limits: ExchangeLimits = .standard
    ) -> (ReturnedDocument?, [Diagnostic]) {
        codec.read(source, limits: limits)
    }
}
