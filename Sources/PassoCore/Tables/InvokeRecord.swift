/// An invocation in the tables, in document order.
struct InvokeRecord: Sendable {
    var state: Int32
    /// The slot that holds the id while it runs.
    var activeSlot: Int32
    /// What is done with each event from it; 0 when there is nothing to do.
    var finalizeCode: Int32
    var blueprint: InvokeBlueprint
}
