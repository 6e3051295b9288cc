internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

extension ReturnedUnit {
    /// Takes a message of a message resource and what is said about it.
    mutating func take(
        _ value: TextScalar,
        _ properties: [String: TextScalar],
        in file: SourceText
    ) {
        stamp = properties[MF2Property.stamp].flatMap { ExchangeStamp($0.text) }
        target = text(value, spelled: properties[MF2Property.targetSpelling], in: file)
        let original = properties[MF2Property.source]
        if original != nil || properties[MF2Property.sourceSpelling] != nil {
            let none = TextScalar(text: "", at: range.lowerBound)
            source = text(
                original ?? none,
                spelled: properties[MF2Property.sourceSpelling],
                in: file
            )
        }
        if let target, !target.text.isEmpty {
            state = properties[MF2Property.state].flatMap { ReturnedState(word: $0.text) }
        } else {
            state = .new
        }
    }

    /// A text in MessageFormat 1: as it was spelled where it is still the same message.
    private mutating func text(
        _ value: TextScalar,
        spelled spelling: TextScalar?,
        in file: SourceText
    ) -> TextScalar? {
        if let spelling {
            let words = MF2Spelling(spelling.text).text
            let (message, _) = MF2Message.parse(value.text)
            if value.text.isEmpty ? words == nil : words != nil && words == message?.text {
                return spelling
            }
        }
        guard !value.text.isEmpty else { return value }
        let (message, problems) = MF2Message.parse(value.text)
        mistakes += problems.map {
            .mf2(problem: $0, in: file, at: value.sourceRange(of: $0.range))
        }
        guard let message, problems.isEmpty else { return nil }
        let (converted, losses) = Message.converting(message)
        mistakes += losses.map { .mf2(loss: $0, in: file, at: value.sourceRange(of: $0.range)) }
        return converted.map { Self.placed($0, value) }
    }

    /// The text in MessageFormat 1, each stretch of it with the place in the file that it comes from.
    private static func placed(_ message: Message, _ value: TextScalar) -> TextScalar {
        let (text, places) = message.writtenAsMessageFormat1
        let bytes = Array(text.utf8)
        let whole = value.sourceRange(of: 0..<value.text.utf8.count)
        var builder = ScalarBuilder(at: whole.lowerBound)
        for (number, place) in places.enumerated() {
            let end = number + 1 < places.count ? places[number + 1].start : bytes.count
            let range = place.range.map { value.sourceRange(of: $0) } ?? whole
            builder.put(bytes[place.start..<end], from: range.lowerBound, to: range.upperBound)
        }
        return builder.scalar(.plain)
    }
}
