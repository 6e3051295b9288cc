/// Every limit of this module, in one place.
public struct CatalogLimits: Sendable, Hashable {
    /// The bytes of one file: a table, or a ledger.
    public var maximumFileBytes = 16 << 20
    /// The tables of one bundle: its languages.
    public var maximumTables = 500
    /// The bundles of one folder.
    public var maximumBundles = 200
    /// The lines of one ledger.
    public var maximumLedgerRows = 200_000
    /// The mistakes reported for one ledger; reading goes on silently behind them.
    public var maximumLedgerDiagnostics = 100
    /// The ways through one message that are looked at; the others have the same branches.
    public var maximumReadings = 256
    /// The combinations of arguments that the longest text is looked for in.
    public var maximumCombinations = 4_096
    /// How deep the longest message is looked for in arguments that are messages.
    public var maximumMessageDepth = 3
    /// The findings of one check of a bundle; the rest is left for the next one.
    public var maximumFindings = 20_000
    /// The terms of a glossary.
    public var maximumTerms = 5_000
    /// The characters of a tag in angle brackets; a longer one is text.
    public var maximumTagLength = 200
    /// The bytes of a picture that stands in a preview; a larger one is only named.
    public var maximumPictureBytes = 300_000
    /// How often repairs are applied and the file checked again.
    public var maximumFixRounds = 8

    /// The limits of a shipped product.
    public static let standard = CatalogLimits()

    /// Starts from the standard limits.
    public init() {}
}
