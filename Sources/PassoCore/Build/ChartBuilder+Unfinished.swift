extension ChartBuilder {
    /// Refuses what no step would do yet.
    func refuseUnfinished() throws(ChartProblem) {
        for state in described {
            if let invoke = state.invokes.first {
                throw .unfinished("invoke", place: invoke.place)
            }
        }
    }
}
