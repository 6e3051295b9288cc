public import PassoCore
public import PassoDiagnostics
public import PassoMessages

extension Definition {
    /// Formats what a person reads.
    public func text(
        of notice: Notice,
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        let bundle = strings ?? StringBundle(name: bundleName ?? "", tables: [])
        return bundle.text(
            notice.key,
            notice.messageArguments,
            in: locale,
            timeZone: timeZone,
            isolating: isolating
        )
    }

    /// Says why an event is refused: the clause's own message, or the definition's default one.
    ///
    /// - Returns: nil when the definition says nothing for such a refusal.
    public func text(
        of refusal: Refusal,
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText? {
        notice(of: refusal).map {
            text(of: $0, in: locale, timeZone: timeZone, isolating: isolating)
        }
    }

    /// What a person reads about a refusal, in no language yet.
    public func notice(of refusal: Refusal) -> Notice? { refusal.notice }

    /// Where a clause stands that the chart names by number.
    public func range(ofPlace place: Int) -> SourceRange {
        places.indices.contains(place) ? places[place] : SourceRange(at: 0)
    }

    /// The line and column of a clause that the chart names by number.
    public func position(ofPlace place: Int) -> SourcePosition {
        source.position(at: range(ofPlace: place).lowerBound)
    }
}
