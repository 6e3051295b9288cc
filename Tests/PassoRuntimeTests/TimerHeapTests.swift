import PassoRuntime
import Testing

@Suite struct TimerHeapTests {
    @Test func `timers come due by deadline, then in the order of arming`() {
        var timers = TimerHeap<String>()
        _ = timers.arm(at: 20, "third")
        _ = timers.arm(at: 10, "first")
        _ = timers.arm(at: 10, "second")
        #expect(timers.nextDeadline == 10)
        #expect(timers.popDue(at: 9) == nil)
        #expect(timers.popDue(at: 10)?.payload == "first")
        #expect(timers.popDue(at: 10)?.payload == "second")
        #expect(timers.popDue(at: 10) == nil)
        #expect(timers.popDue(at: 25)?.deadline == 20)
        #expect(timers.isEmpty)
    }

    @Test func `a cancelled timer leaves nothing behind, and its handle is dead`() {
        var timers = TimerHeap<Int>()
        let first = timers.arm(at: 5, 1)
        #expect(timers.deadline(of: first) == 5)
        #expect(timers.cancel(first) == 1)
        #expect(timers.cancel(first) == nil)
        let second = timers.arm(at: 7, 2)
        #expect(!timers.isPending(first))
        #expect(timers.isPending(second))
        #expect(timers.count == 1)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `random arming, cancelling and popping agrees with a sorted list`(seed: UInt64) {
        var state = seed
        func random(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var timers = TimerHeap<Int>()
        var expected: [(deadline: Int64, number: Int, handle: TimerHandle)] = []
        for number in 0..<5_000 {
            switch random(4) {
            case 0, 1:
                let deadline = Int64(random(50))
                expected.append((deadline, number, timers.arm(at: deadline, number)))
            case 2 where !expected.isEmpty:
                let gone = expected.remove(at: Int(random(UInt64(expected.count))))
                #expect(timers.cancel(gone.handle) == gone.number)
            default:
                let instant = Int64(random(50))
                let due = expected.min { ($0.deadline, $0.number) < ($1.deadline, $1.number) }
                let popped = timers.popDue(at: instant)
                guard let due, due.deadline <= instant else {
                    #expect(popped == nil)
                    continue
                }
                #expect(popped?.payload == due.number, "seed \(seed)")
                expected.removeAll { $0.number == due.number }
            }
            #expect(timers.count == expected.count)
        }
    }
}
