extension ChartBuilder {
    /// Refuses what no step would do yet.
    func refuseUnfinished() throws(ChartProblem) {
        if blueprint.isOpen { throw .unfinished("isOpen", place: 0) }
        if blueprint.session != nil { throw .unfinished("session", place: 0) }
        for state in described {
            if let invoke = state.invokes.first {
                throw .unfinished("invoke", place: invoke.place)
            }
            if case .none = state.doneContent { continue }
            throw .unfinished("doneContent", place: state.place)
        }
    }

    func refuseUnfinished(_ send: SendBlueprint) throws(ChartProblem) {
        let isPlain: Bool = if case .none = send.data { true } else { false }
        guard isPlain, send.eventProgram == nil, send.targetProgram == nil, send.type == nil,
            send.typeProgram == nil, send.idSlot == nil
        else { throw .unfinished("send", place: send.place) }
    }
}
