internal import PassoCEL
public import PassoCore
public import PassoDiagnostics
public import PassoMessages

extension Definition {
    /// Formats what a person reads.
    ///
    /// Formatting never fails: the best text comes with what went wrong beside it.
    public func text(
        of notice: Notice,
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        bundle.text(
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

    /// Formats a text without arguments, such as the label of a state; nil stays nil.
    public func label(_ key: String?, in locale: String) -> String? {
        key.map { bundle.text($0, [], in: locale).text }
    }

    /// What a person reads about a refusal, in no language yet.
    public func notice(of refusal: Refusal) -> Notice? {
        let name = chart.name(of: refusal.event)
        let event = events.first { $0.name == name }
        switch refusal.reason {
        case .requirement(let failed): return failed.notice
        case .guardError: return standard(defaults.error, event, name)
        case .noTransition, .finished:
            return standard(event?.unheard ?? defaults.unheard, event, name)
        }
    }

    /// A default message, which is offered the event.
    private func standard(_ key: String?, _ event: EventLabel?, _ name: String) -> Notice? {
        guard let key else { return nil }
        let value = event?.title.map { NoticeValue.label($0) } ?? .value(.init(name))
        return Notice(key: key, arguments: [NoticeArgument(name: "event", value: value)])
    }

    /// The bundle of the definition's texts, or an empty one that shows the keys.
    var bundle: StringBundle { strings ?? StringBundle(name: bundleName ?? "", tables: []) }
}

extension Definition {
    /// Where a clause stands that the chart names by number.
    public func range(ofPlace place: Int) -> SourceRange {
        places.indices.contains(place) ? places[place] : SourceRange(at: 0)
    }

    /// Where a part of a condition stands.
    ///
    /// - Parameters:
    ///   - part: UTF-8 offsets in the text of the condition, such as those of a deciding part.
    ///   - condition: the condition.
    /// - Returns: its place in the file; of a condition that the rules of a field imply, the place of
    ///   what implies it.
    public func range(of part: Range<Int>, in condition: ConditionExplanation) -> SourceRange {
        let program = chart.program(of: condition.clause, in: condition.transition)
        let expression = program.flatMap { conditions[ObjectIdentifier($0)] }
        return expression?.sourceRange(of: part) ?? range(ofPlace: condition.place)
    }

    /// The line and column of a part of a condition; see ``range(of:in:)``.
    public func position(
        of part: Range<Int>,
        in condition: ConditionExplanation
    ) -> SourcePosition {
        source.position(at: range(of: part, in: condition).lowerBound)
    }

    /// The line and column of a clause that the chart names by number.
    public func position(ofPlace place: Int) -> SourcePosition {
        source.position(at: range(ofPlace: place).lowerBound)
    }

    /// The clause that refused: its number for ``position(ofPlace:)``; nil when none did.
    public func place(of refusal: Refusal) -> Int? {
        switch refusal.reason {
        case .requirement(let failed): failed.place
        case .guardError(let failed): failed.place
        case .noTransition, .finished: nil
        }
    }

    /// The field of a data item that has rules.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
