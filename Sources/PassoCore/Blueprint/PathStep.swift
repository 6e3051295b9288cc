public import PassoCEL

/// One step from a data slot to a place inside its value, as in `a.b[c]`.
public enum PathStep: Sendable {
    /// The member of a map; the last one of a path may be new.
    case member(String)
    /// The index in a list, which must be there, or the key in a map; the last key of a path may be
    /// new.
    case index(CELProgram)
}
