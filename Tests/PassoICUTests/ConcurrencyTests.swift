import Testing

@testable import PassoICU

@Suite struct ConcurrencyTests {
    @Test func `any number of threads may use the same values`() async throws {
        let expected = try answers(by: "pl")
        await withTaskGroup(of: [String]?.self) { group in
            for _ in 0..<64 {
                // The comparison shows what went wrong, so the error itself does not matter.
                group.addTask { try? answers(by: "pl") }
            }
            for await found in group { #expect(found == expected) }
        }
    }

    @Test func `keeps the first names for good and the others for a while`() throws {
        final class Box: Sendable {
            let round: Int
            init(_ round: Int) { self.round = round }
        }
        let kept = Kept<Box>(limit: 2)
        for round in 0..<3 {
            for name in ["a", "b"] {
                #expect(try kept.value(for: name) { Box(round) }.round == 0)
            }
            for name in ["c", "d", "e"] {
                let value = try kept.value(for: name) { Box(round) }
                #expect(value.round == round || value.round == round - 1)
            }
        }
    }

    @Test func `gives all threads the same value for a name`() async throws {
        final class Box: Sendable {}
        let kept = Kept<Box>(limit: 500)
        let names = (0..<300).map { "name \($0)" }
        let found = await withTaskGroup(of: [ObjectIdentifier].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    names.compactMap { name in
                        // Nothing here throws.
                        (try? kept.value(for: name) { Box() }).map(ObjectIdentifier.init)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(found).count == 1)
        #expect(Set(found[0]).count == 300)
    }
}

/// What each kind of shared value says, many times over.
private func answers(by locale: String) throws -> [String] {
    let lists = try LocalizedLists.shared(for: locale)
    let numbers = try LocalizedNumbers.shared(for: locale)
    let rules = try PluralRules.shared(for: locale)
    let order = try Collation.shared(for: locale)
    let dates = try LocalizedDates.shared(for: locale, timeZone: "Europe/Warsaw")
    var answers: [String] = []
    for number in 0..<50 {
        let instant = Int64(number) << 32
        answers.append(lists.text(order.sorted(["ż", "z", "ź", "\(number)"]), .or))
        answers.append(numbers.text(Double(number) * 1234.5))
        answers.append(numbers.percentText(Double(number) / 7))
        answers.append(rules.cardinal(number).rawValue)
        answers.append(rules.ordinal(number).rawValue)
        answers.append(try dates.text(instant, date: .full, time: .short))
        answers.append(try dates.text(instant, skeleton: "yMMMd"))
        let text = "zażółć\(number)👩‍👩‍👧"
        answers.append("\(ClusterCounter.countByICU(text.utf8Span.span).characters)")
    }
    return answers
}
