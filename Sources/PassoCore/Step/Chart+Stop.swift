extension Chart {
    /// Ends an instance from outside, as when the invocation it stands for is cancelled
    /// (Recommendation, 6.4.3): all exit actions are run, innermost states first, and its
    /// invocations are cancelled.
    ///
    /// No done event is made of it, and nobody hears what the exit actions raise. For them there is no
    /// event: Appendix D keeps the last one, which is no part of a snapshot. An instance that
    /// has come to its end is left as it is.
    ///
    /// - Parameters:
    ///   - snapshot: nothing is active in it afterwards.
    ///   - inputs: what the host supplies.
    ///   - effects: emptied, then filled with what the runtime has to do.
    /// - Returns: why it was not stopped, or nil.
    @discardableResult
    public func stop(
        _ snapshot: inout Snapshot,
        inputs: Inputs = .none,
        effects: inout Effects
    ) -> StepFailure? {
        effects.begin(self)
        if let failure = examine(&snapshot) { return failure }
        guard inputs.values.count == tables.inputKinds.count else { return .foreignValues }
        if isFinished(snapshot) { return nil }
        load(snapshot, into: &effects)
        let blank = tables.blankPayload
        leaveAll(&snapshot, blank.span, inputs.values, &effects)
        effects.work.undo.removeAll(keepingCapacity: true)
        store(&snapshot, &effects)
        return nil
    }
}
