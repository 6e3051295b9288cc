public import PassoMessages

/// How a guide is written.
public enum GuideFormat: String, Sendable, CaseIterable {
    /// Plain text.
    case text
    /// CommonMark.
    case markdown
    /// An HTML document.
    case html
}

extension Definition {
    /// Writes the procedure as a help article.
    ///
    /// The numbers in it come from the definition, so it says what the chart does.
    ///
    /// - Parameters:
    ///   - mode: the way of working; nil takes what belongs to every mode.
    ///   - locale: the reader's language.
    ///   - strings: the texts; nil takes the bundle the definition was checked against.
    ///   - format: how it is written.
    /// - Returns: the article, ending with a newline.
    public func guide(
        mode: String?,
        locale: String,
        strings: StringBundle? = nil,
        format: GuideFormat = .text
    ) -> String {
        ""
    }
}
