/// What the file of a translator may cost at most to read; each limit ends in a diagnostic.
public struct ExchangeLimits: Sendable, Hashable {
    /// The bytes of one file, as it comes.
    public var maximumBytes = 16 << 20
    /// The messages of one file.
    public var maximumUnits = 100_000
    /// The columns of a table in plain text; those behind them are not looked at.
    public var maximumColumns = 1_000
    /// The mistakes reported for one file; reading goes on silently behind them.
    public var maximumDiagnostics = 100

    /// The limits of a shipped product.
    public static let standard = ExchangeLimits()

    /// Starts from the standard limits.
    public init() {}
}
