import Foundation

/// A set of published tests.
protocol ConformanceSuite: Sendable {
    /// Runs all cases of a folder; nil if it holds none.
    func run(in folder: URL) -> ConformanceReport?
}

/// What came out of a suite.
struct ConformanceReport {
    /// A case that did not give what it should.
    struct Failure: Equatable {
        let id: String
        let reason: String
    }

    var passed = 0
    var skipped = 0
    var failures: [Failure] = []
    /// The cases judged otherwise than their file says, with the reason; and the skipped ones.
    var notes: [String] = []
    /// The skipped cases, where their suite names them.
    var skippedNames: [String] = []

    /// The last line.
    var summary: String { "\(passed) passed, \(failures.count) failed, \(skipped) skipped" }

    /// Counts a case; its failures are none or the reasons.
    mutating func add(_ id: String, _ reason: String?) {
        if let reason {
            failures.append(Failure(id: id, reason: reason))
        } else {
            passed += 1
        }
    }

    /// Counts a case that does not apply to us.
    mutating func skip(_ id: String, _ reason: String) {
        skipped += 1
        skippedNames.append(id)
        notes.append("skipped \(id): \(reason)")
    }
}
