import Foundation
import PassoMessages

/// How long it takes until ten thousand compiled messages can be formatted.
enum LoadBench {
    static func rate() throws {
        let path = NSTemporaryDirectory() + "passo-bench-\(UInt64.random(in: .min ... .max)).table"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let table = StringTable(locale: "en", entries: (0..<10_000).map(entry))
        let bytes = CompiledTable(table).bytes
        try CompiledTable(bytes: bytes).write(to: path)
        PassoBench.emit("passo", "bytes", Double(bytes.count), "B")
        var sum = 0
        let times = try (0..<31).map { _ in
            let start = Standard.instant()
            let bundle = CompiledBundle(name: "big", tables: [try CompiledTable(mapping: path)])
            let text = bundle.text("screen.7.key.9997", in: "en")
            let time = Double(Standard.instant() - start)
            sum += text.text.utf8.count
            return time
        }
        PassoBench.emit("passo", "ns_until_ready:10000", times.sorted()[times.count / 2], "ns")
        if sum == 42 { print() }
    }

    /// As mixed as tables are: most without arguments, some with a number, some with accents.
    private static func entry(_ number: Int) -> StringEntry {
        let pattern =
            switch number % 4 {
            case 0: "{count, plural, one {# tag} other {# tags}} of {limit, number} characters"
            case 1: "Zapisać zmiany przed zamknięciem? \(number)"
            case 2: "Closed on {when, date, long} by {agent}, as number \(number)"
            default: "Save changes number \(number) before closing this window?"
            }
        return StringEntry(key: "screen.\(number % 10).key.\(number)", pattern: pattern)
    }
}
