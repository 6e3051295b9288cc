/// An event of one chart, by number.
public struct EventID: Hashable, Sendable {
    let index: Int32

    init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// A state of one chart, by its position in document order.
public struct StateID: Hashable, Sendable, Comparable {
    let index: Int32

    init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

    /// Orders states as the document does.
    public static func < (left: StateID, right: StateID) -> Bool { left.index < right.index }
}

/// A transition of one chart, by its position in document order.
public struct TransitionID: Hashable, Sendable {
    /// The position, counted from 0.
    public let index: Int

    init(_ index: Int) { self.index = index }
}

/// The id of a delayed send, by number: what a cancel names.
public struct SendID: Hashable, Sendable {
    let index: Int32

    init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// An invocation of one chart's definition, by its position in document order.
public struct InvocationID: Hashable, Sendable {
    /// The position, counted from 0.
    public let index: Int

    init(_ index: Int) { self.index = index }
}
