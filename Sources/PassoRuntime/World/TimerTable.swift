/// A delayed send that is still to come.
public struct PendingTimer: Hashable, Sendable, Codable {
    /// What will be delivered.
    public let delivery: Delivery
    /// The instance that sent it, which alone can cancel it.
    public let sender: InstanceID
    /// The id that a cancel names.
    public let name: String?
    /// When it is delivered.
    public let due: WorldInstant
}

/// The timers of a world: by deadline, and by the name that a cancel uses.
struct TimerTable: Sendable {
    private struct Name: Hashable {
        let sender: InstanceID
        let name: String
    }

    private struct Entry {
        let timer: PendingTimer
        let handle: TimerHandle
    }

    private var heap = TimerHeap<Int>()
    private var entries: [Int: Entry] = [:]
    private var named: [Name: [Int]] = [:]
    /// The timers of each sender.
    private var sent: [InstanceID: Set<Int>] = [:]
    private var armed = 0

    var count: Int { entries.count }

    var nextDue: WorldInstant? { heap.nextDeadline.map { WorldInstant(nanoseconds: $0) } }

    /// All timers in the order in which they come due.
    var inOrder: [PendingTimer] {
        entries
            .sorted { ($0.value.timer.due, $0.key) < ($1.value.timer.due, $1.key) }
            .map(\.value.timer)
    }

    mutating func arm(_ timer: PendingTimer) {
        let number = armed
        armed += 1
        let handle = heap.arm(at: timer.due.nanoseconds, number)
        entries[number] = Entry(timer: timer, handle: handle)
        sent[timer.sender, default: []].insert(number)
        if let name = timer.name {
            named[Name(sender: timer.sender, name: name), default: []].append(number)
        }
    }

    mutating func popFirst() -> PendingTimer? {
        guard let (_, number) = heap.popDue(at: .max), let entry = entries[number] else {
            return nil
        }
        forget(number, entry.timer)
        return entry.timer
    }

    mutating func cancel(_ name: String, of sender: InstanceID) {
        for number in named[Name(sender: sender, name: name)] ?? [] { cancel(number) }
    }

    mutating func cancelAll(of sender: InstanceID) {
        for number in sent[sender] ?? [] { cancel(number) }
    }

    private mutating func cancel(_ number: Int) {
        guard let entry = entries[number] else { return }
        heap.cancel(entry.handle)
        forget(number, entry.timer)
    }

    private mutating func forget(_ number: Int, _ timer: PendingTimer) {
        entries[number] = nil
        sent[timer.sender]?.remove(number)
        if sent[timer.sender]?.isEmpty == true { sent[timer.sender] = nil }
        guard let name = timer.name else { return }
        let key = Name(sender: timer.sender, name: name)
        named[key]?.removeAll { $0 == number }
        if named[key]?.isEmpty == true { named[key] = nil }
    }
}
