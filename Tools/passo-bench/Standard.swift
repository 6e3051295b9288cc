import Foundation

/// What the measurements need of the system.
enum Standard {
    static func error(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    static func exit(_ code: Int32) -> Never { Foundation.exit(code) }

    /// Asked once: the environment costs more than what is measured.
    private static let clock =
        ProcessInfo.processInfo.environment["BENCH_CLOCK"] == "wall"
        ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID

    /// Seconds of processor time of this process; of the clock on the wall when `BENCH_CLOCK=wall`.
    static func seconds() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Nanoseconds on a clock that never goes back.
    static func instant() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Resident memory in bytes.
    static func residentBytes() -> Double {
        // No such file means no figure, which the row shows as 0.
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return fields.count > 1
            ? (Double(fields[1]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// The median of five rates of a body that runs a number of times.
    static func medianRate(eventsPerRun: Int, _ body: (Int) throws -> Void) rethrows -> Double {
        var count = 1
        while true {
            let start = seconds()
            try body(count)
            let elapsed = seconds() - start
            if elapsed > 0.1 {
                count = max(1, Int(Double(count) * 0.4 / elapsed))
                break
            }
            count *= 4
        }
        var rates: [Double] = []
        for _ in 0..<5 {
            let start = seconds()
            try body(count)
            rates.append(Double(count * eventsPerRun) / (seconds() - start))
        }
        return rates.sorted()[2]
    }
}
