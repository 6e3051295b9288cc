internal import PassoDiagnostics

extension CatalogCheck {
    /// A translation whose source has changed since it was reviewed.
    static let staleTexts: CatalogCheck = .init(
        "string-stale",
        .warning,
        .translation { find(staleTexts, .stale, $0) }
    )

    /// A translation that nobody has reviewed as it is now, in a language that has a ledger.
    static let needsReview: CatalogCheck = .init(
        "string-needs-review",
        .warning,
        .translation { find(needsReview, .needsReview, $0) }
    )

    private static func find(
        _ check: CatalogCheck,
        _ state: TranslationState,
        _ message: CheckedMessage
    ) -> [CheckFinding] {
        let catalog = message.desk.catalog
        let locale = message.language.locale
        guard catalog.ledgers[locale] != nil,
            catalog.state(of: message.key, in: locale) == state
        else { return [] }
        return [message.finding(check)]
    }
}
