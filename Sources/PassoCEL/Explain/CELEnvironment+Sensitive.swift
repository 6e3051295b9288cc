extension CELEnvironment {
    /// Marks a declared variable as sensitive: explanations show neither its value nor anything that is
    /// computed from it, but for the outcomes of conditions.
    ///
    /// A size, a comparison's other side or an element is computed from it too and is masked; so are
    /// the facts of errors. Conditions say `true` or `false` all the same, because that is what an
    /// explanation explains. A name that is not declared is ignored.
    public mutating func markSensitive(_ name: String) {
        if let variable = variables[name] { sensitiveSlots.insert(variable.slot) }
    }
}
