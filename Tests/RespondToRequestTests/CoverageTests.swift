import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest
import Testing

@Suite struct CoverageTests {
    @Test func `the shipped scenarios reach every state and take every transition`() throws {
        var coverage = Coverage()
        for source in Scenarios.shipped {
            if let reached = Scenarios.play(source).transcript?.coverage { coverage.merge(reached) }
        }
        for definition in try DeskDefinitions.shipped.get().all {
            let gaps = coverage.report(on: definition).gaps
            let missing = gaps.filter { $0.kind != .refusal }
                .map { "\(definition.name):\($0.position.line) \($0.name)" }
            #expect(missing == [])
        }
    }
}
