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

    /// The limits of a shipped product.
    public static let standard = CatalogLimits()

    /// Starts from the standard limits.
    public init() {}
}
