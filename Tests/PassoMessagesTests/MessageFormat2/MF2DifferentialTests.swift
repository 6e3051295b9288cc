import PassoMessages
import PassoTesting
import Testing

/// Messages of MessageFormat 1 and what they are in MessageFormat 2, with random arguments in five
/// languages.
@Suite struct MF2DifferentialTests {
    @Test func `a converted message says what it said`() throws {
        var random = SeededRandom()
        print("converted messages: \(random)")
        var (all, compared) = (0, 0)
        var formatters: [String: MF2Formatter] = [:]
        for _ in 0..<(TestEnvironment.isFull ? 30_000 : 600) {
            let sample = RandomMessage(&random)
            let (message, problems) = Message.parse(sample.pattern)
            guard problems.isEmpty, !Self.isExcepted(message, sample.arguments) else { continue }
            all += 1
            guard let converted = message.messageFormat2 else { continue }
            compared += 1
            let place = sample.locale + sample.timeZone
            let formatter =
                formatters[place]
                ?? MF2Formatter(locale: sample.locale, timeZone: sample.timeZone, bidi: .none)
            formatters[place] = formatter
            try compare(sample, converted, formatter, random)
        }
        #expect(compared > all * 9 / 10)
    }

    private func compare(
        _ sample: RandomMessage,
        _ message: MF2Message,
        _ formatter: MF2Formatter,
        _ random: SeededRandom
    ) throws {
        let first = OneMessage.format(
            sample.pattern,
            sample.arguments,
            in: sample.locale,
            timeZone: sample.timeZone
        )
        var arguments: [String: MF2Value] = [:]
        for argument in sample.arguments {
            let value = try #require(MF2Value(argument.value))
            arguments[argument.name] = value
        }
        let second = formatter.format(message, arguments: arguments)
        #expect(
            second.text == first.text,
            "\(sample.pattern.debugDescription) \(message.text.debugDescription) \(sample.arguments) \(sample.locale) \(sample.timeZone) \(second.errors) \(random)"
        )
        #expect(second.errors == [])
    }

    /// Where the two compute differently.
    private static func isExcepted(_ message: Message, _ arguments: [MessageNamedArgument]) -> Bool
    {
        let functions = message.pattern.elements.compactMap { element in
            if case .selection(let selection) = element { selection.function } else { nil }
        }
        let hasOffset = functions.contains { function in
            switch function {
            case .plural(let offset), .ordinal(let offset): offset != 0
            case .select: false
            }
        }
        return arguments.contains { argument in
            guard case .double(let value) = argument.value else { return false }
            // MessageFormat 1 computes a number less its offset as a `Double`, MessageFormat 2 in
            // decimal digits, so that 1.25e20 - 1 is not 1.25e20.
            if hasOffset, value.magnitude > 1e12 { return true }
            // A fourth decimal that is a half: MessageFormat 1 takes the even neighbour, and `:number`
            // the one away from zero unless an option says otherwise.
            let units = (value * 10_000).rounded()
            return units / 10_000 == value
                && units.magnitude.truncatingRemainder(dividingBy: 10) == 5
        }
    }
}
