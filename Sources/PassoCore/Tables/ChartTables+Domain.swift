extension ChartTables {
    /// The state whose descendants a transition exits (Appendix D, `getTransitionDomain`).
    ///
    /// - Parameters:
    ///   - transition: the transition.
    ///   - targets: its effective targets, histories replaced by what they stand for.
    /// - Returns: the number of the state, or ``TransitionRecord/targetless``.
    func domain(of transition: TransitionRecord, targets: ArraySlice<Int32>) -> Int32 {
        guard !targets.isEmpty else { return TransitionRecord.targetless }
        let source = transition.source
        if transition.isInternal || source == 0, states[Int(source)].kind == .compound,
            contains(source, targets)
        {
            return source
        }
        var ancestor = max(0, states[Int(source)].parent)
        while ancestor > 0,
            states[Int(ancestor)].kind != .compound || !contains(ancestor, targets)
        {
            ancestor = states[Int(ancestor)].parent
        }
        return ancestor
    }

    private func contains(_ ancestor: Int32, _ targets: ArraySlice<Int32>) -> Bool {
        let inside = states[Int(ancestor)].descendants(of: Int(ancestor))
        return targets.allSatisfy { inside.contains($0) }
    }
}
