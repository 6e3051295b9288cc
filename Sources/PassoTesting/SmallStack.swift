internal import Foundation

/// Runs a body on a thread with a small stack, so that recursion which grows with its input ends the
/// process, and is found.
///
/// - Parameters:
///   - bytes: the size of the stack; by default that of secondary threads on Apple's systems, and
///     four times that without optimization, whose frames are so much larger.
///   - body: what to run.
/// - Returns: what the body returns.
/// - Throws: what the body throws.
public func onSmallStack<Value: Sendable>(
    bytes: Int = smallStackBytes,
    _ body: @escaping @Sendable () throws -> Value
) throws -> Value {
    let box = ResultBox<Value>()
    let thread = Thread {
        box.finish(Result { try body() })
    }
    thread.stackSize = bytes
    thread.start()
    return try box.wait().get()
}

/// The size of a small stack.
public var smallStackBytes: Int {
    #if DEBUG
    2 << 20
    #else
    512 << 10
    #endif
}

/// A result that one thread gives and another waits for.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
    // The condition guards the result.
    private let condition = NSCondition()
    private var result: Result<Value, any Error>?

    func finish(_ result: Result<Value, any Error>) {
        condition.lock()
        self.result = result
        condition.signal()
        condition.unlock()
    }

    func wait() -> Result<Value, any Error> {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result { return result }
            condition.wait()
        }
    }
}
