internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

extension CatalogCheck {
    /// A text that can become longer than `x-maxLength`, in characters as ICU counts them.
    static let lengths = CatalogCheck("string-too-long", .error, .message(findLongTexts))

    private static func findLongTexts(_ message: CheckedMessage) -> [CheckFinding] {
        guard let limit = message.source.entry.maximumLength,
            message.target.names.subtracting(message.source.names).isEmpty
        else { return [] }
        let search = LongestText(desk: message.desk, language: message.language)
        guard let text = search.text(of: message.key) else { return [] }
        let count = TextCount(of: text).characters
        guard count > limit else { return [] }
        return [
            message.finding(
                lengths,
                [.init("count", count), .init("limit", limit), .init("text", text)]
            )
        ]
    }
}
