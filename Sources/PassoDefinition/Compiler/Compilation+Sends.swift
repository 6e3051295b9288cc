extension Compilation {
    /// The ids that sends have, which `cancel` may name before or after them.
    mutating func collectSends() {
        var found: Set<String> = []
        declaration.forEachAction { action in
            if case .send(let send) = action, let id = send.id { found.insert(id.value) }
        }
        sendIDs = found
    }
}
