public import PassoCore

/// One step of the procedure as people read it.
public struct Step: Hashable, Sendable {
    /// The name.
    public let id: String
    /// The message key of its heading.
    public let title: String?
    /// What to do, paragraph by paragraph.
    public let instructions: [Paragraph]
    /// What to know.
    public let notes: [Paragraph]
    /// The states in which it is the step to do.
    public let states: [String]
    /// The modes it belongs to; empty is all.
    public let modes: [String]
    /// The data items it is about.
    public let shows: [String]
}

/// A text of the guide with its arguments, whose values come from the definition's constants.
public struct Paragraph: Hashable, Sendable {
    /// The message.
    public let notice: Notice
    /// The modes it belongs to; empty is all.
    public let modes: [String]
}
