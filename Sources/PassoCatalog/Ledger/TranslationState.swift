/// How far the translation of one message is.
public enum TranslationState: String, Sendable, Hashable, CaseIterable {
    /// There is no translation.
    case new
    /// The translation was reviewed against another source text than today's.
    case stale
    /// There is a translation that nobody has reviewed as it is now.
    case needsReview = "needs-review"
    /// The translation was reviewed as it is now, against the source as it is now.
    case translated
}

extension TranslationState: Comparable {
    /// Orders states by how far they are: new, stale, needs review, translated.
    public static func < (left: TranslationState, right: TranslationState) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .new: 0
        case .stale: 1
        case .needsReview: 2
        case .translated: 3
        }
    }
}
