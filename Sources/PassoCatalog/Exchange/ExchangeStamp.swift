/// The fingerprints of a message's two texts at the moment when it left for the translators.
///
/// It travels with the message, so that an import sees what has changed at home in the meantime:
/// a new source text makes the translation stale, a new translation must not be overwritten.
public struct ExchangeStamp: Sendable, Hashable {
    /// The fingerprint of the text in the template.
    public var source: TextHash
    /// The fingerprint of the translation; nil where there was none.
    public var target: TextHash?

    /// Makes a stamp.
    public init(source: TextHash, target: TextHash?) {
        self.source = source
        self.target = target
    }

    /// Reads what ``description`` writes; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let source = TextHash(digits: parts[0]) else { return nil }
        self.source = source
        if parts[1] != "new" {
            guard let target = TextHash(digits: parts[1]) else { return nil }
            self.target = target
        }
    }
}

extension ExchangeStamp: CustomStringConvertible {
    /// The two fingerprints: `cc1aee2c73f67d51-7ea546d3c6106b2d`, or `cc1aee2c73f67d51-new`.
    public var description: String {
        "\(source)-\(target.map(\.description) ?? "new")"
    }
}
