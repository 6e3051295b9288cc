/// What the file of a translator may cost at most to read; each limit ends in a diagnostic.
public struct ExchangeLimits: Sendable, Hashable {
    /// The bytes of one file, as it comes.
    public var maximumBytes = 16 << 20
    /// The messages of one file.
    public var maximumUnits = 100_000
    /// The columns of a table in plain text; those behind them are not looked at.
    public var maximumColumns = 1_000
    /// The parts of one archive, as XLSX files are.
    public var maximumParts = 1_000
    /// The bytes of the name of one part of an archive.
    public var maximumPartNameBytes = 512
    /// The bytes of one part of an archive, unpacked.
    public var maximumPartBytes = 8 << 20
    /// The bytes of all parts of an archive that are read, unpacked.
    public var maximumUnpackedBytes = 12 << 20
    /// How many times as large a part of more than a megabyte may be unpacked as packed.
    public var maximumRatio = 200
    /// The elements of one part of a workbook; a row has two dozen of them.
    public var maximumPartElements = 200_000
    /// The bytes of the texts that are read from one workbook, a text in several cells counted in each,
    /// and a line break or a tab as 25 bytes, which is what its place takes.
    public var maximumTextBytes = 4 << 20
    /// The mistakes reported for one file; reading goes on silently behind them.
    public var maximumDiagnostics = 100

    /// The limits of a shipped product.
    public static let standard = ExchangeLimits()

    /// Starts from the standard limits.
    public init() {}
}
