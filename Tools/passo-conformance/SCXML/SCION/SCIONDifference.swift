/// Where SCION's trace differs from the Recommendation's, which wins.
struct SCIONDifference: Sendable {
    /// The words that decide.
    let paragraph: String
    /// The configurations after the events, from the first on.
    let configurations: [[String]]

    /// The differences by the tests' names.
    static let all: [String: SCIONDifference] = [
        "more-parallel/test10": SCIONDifference(
            paragraph: ancestor,
            configurations: [["a", "b"], ["c"], ["d"]]
        ),
        "more-parallel/test10b": SCIONDifference(
            paragraph: ancestor,
            configurations: [["a", "b"], ["a", "b"], ["a", "b"]]
        ),
    ]

    /// SCION leaves only `a` by its transition to itself, and the parallel state stays.
    private static let ancestor = """
        Appendix D, findLCCA: 'The Least Common Compound Ancestor is the <state> or <scxml> element s \
        such that s is a proper ancestor of all states on stateList and no descendant of s has this \
        property.' A <parallel> is none, so the transition from a region to itself leaves and enters \
        the parallel state, too
        """

    /// The same events with the configurations that they lead to.
    func corrected(_ script: SCIONScript) -> SCIONScript {
        SCIONScript(
            initialConfiguration: script.initialConfiguration,
            events: zip(script.events, configurations).map { step, configuration in
                SCIONScript.Event(
                    event: step.event,
                    after: step.after,
                    nextConfiguration: configuration
                )
            }
        )
    }
}
