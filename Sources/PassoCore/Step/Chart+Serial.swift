import PassoCEL

extension Chart {
    /// Makes an id that no other of this instance has: `KIND.N`, counted in the snapshot
    /// (Recommendation, 3.14).
    func makeID(
        _ kind: String,
        in snapshot: inout Snapshot,
        _ effects: inout Effects
    ) -> String {
        guard let slot = blueprint.serialSlot, case .int(let made) = snapshot.values[slot] else {
            return kind
        }
        let number = made == .max ? 0 : made + 1
        write(.int(number), to: Int32(truncatingIfNeeded: slot), in: &snapshot, &effects)
        return "\(kind).\(number)"
    }

    /// Stores a value that the engine made where the definition wants it.
    func store(
        _ value: CELValue,
        in slot: Int,
        of snapshot: inout Snapshot,
        _ effects: inout Effects
    ) throws(CELError) {
        guard tables.dataKinds[slot].admits(value) else { throw CELError(.invalidArgument) }
        write(value, to: Int32(truncatingIfNeeded: slot), in: &snapshot, &effects)
    }
}
