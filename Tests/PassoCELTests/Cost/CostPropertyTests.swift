import PassoCEL
import PassoTesting
import Testing

/// The promise of an estimate, held to over random expressions and random data.
@Suite struct CostPropertyTests {
    static let count = TestEnvironment.isFull ? 100_000 : 1_000

    @Test func `no evaluation costs more than its estimate`() {
        var writer = RandomExpression(random: SeededRandom())
        var random = RandomData(random: SeededRandom())
        var limits = CELLimits()
        limits.cost = 100_000
        limits.resultElements = 1_000
        limits.resultBytes = 10_000
        var applied = 0
        for _ in 0..<Self.count {
            let (text, _) = writer.text(depth: 5)
            let data = random.values()
            // Exact bounds, so that the estimate has no room to spare.
            var environment = CELEnvironment(limits: limits)
            for (place, variable) in RandomData.variables.enumerated() {
                environment.declare(
                    variable.name,
                    variable.kind.type,
                    at: CELSlot(.data, place),
                    bounds: CELBounds(data[place])
                )
            }
            guard let tree = CELParser.parse(text, limits: limits).0,
                let checked = CELChecker.check(tree, in: environment).0
            else { continue }
            applied += 1
            let estimate = checked.cost(in: environment)
            var spent: UInt64 = 0
            _ = CELProgram(checked, environment).evaluate(data: data, spent: &spent)
            guard spent <= min(estimate.units, limits.cost + 10_000) else {
                Issue.record(
                    "\(writer.random): \(text) with \(data): \(spent), not \(estimate.units)"
                )
                return
            }
        }
        #expect(applied > Self.count / 4)
    }
}
