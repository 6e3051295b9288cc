/// The states of XLIFF 2 and those that it has no word for.
enum XLIFF2State {
    /// Our own word for a state, as `subState` has it.
    static func own(_ state: TranslationState) -> String {
        "\(XLIFFNames.passo):\(state.rawValue)"
    }

    /// What the state of a segment means (XLIFF 2.1, section 4.3.1.32, *state*).
    ///
    /// - Parameters:
    ///   - word: the state; nil where the file says nothing.
    ///   - detail: the `subState`.
    ///   - hasText: whether there is a translation.
    ///   - isUnchanged: whether it is, as far as anyone knows, still the one that left. Some tools
    ///     keep our own word after the text was changed; then it means nothing any more.
    /// - Returns: how far the translation is; nil where the file says nothing.
    static func returned(
        _ word: String?,
        _ detail: String?,
        hasText: Bool,
        isUnchanged: Bool
    ) -> ReturnedState? {
        switch word {
        case "initial": hasText ? .needsReview : .new
        case "translated" where !hasText: .new
        case "translated":
            detail == own(.needsReview) && isUnchanged ? .needsReview : .translated
        case "reviewed", "final": .translated
        default: nil
        }
    }
}
