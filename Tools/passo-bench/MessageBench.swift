import Foundation
import PassoDiagnostics
import PassoMessages

/// The messages on the texts and the languages that all libraries are measured on, through the
/// public interface and with a fresh list of arguments each time.
struct MessageBench {
    static let name = "passo (compiled bundle)"
    static let metrics = [
        "ns_per_format:plural+number", "ns_per_lookup:no-argument", "ns_per_format:date+name",
    ]

    private static let locales = ["en", "da", "pl", "pt", "it"]

    /// March 5, 2026, at noon; like the name and the number, no constant that a compiler could know.
    private let instant: Int64
    private let agent: String
    private let limit: Int64
    private let readers: [BundleReader]

    /// Reads the messages of `DATA/messages.json`, with as many others as the other libraries have.
    init(data folder: String) throws {
        let data = try Data(contentsOf: URL(filePath: folder + "/messages.json"))
        let messages = try JSONDecoder().decode([String: [String: String]].self, from: data)
        let tables = Self.locales.map { locale in
            let entries = (messages[locale] ?? [:]).map { ($0.key, $0.value) }
            let others = (0..<500).map { ("filler.key.\($0)", "Filler text \($0) (\(locale))") }
            return StringTable(
                locale: locale,
                entries: (entries + others).map { StringEntry(key: $0.0, pattern: $0.1) }
            )
        }
        let bundle = CompiledBundle(
            name: "bench",
            tables: try tables.map { try CompiledTable(bytes: CompiledTable($0).bytes) }
        )
        readers = Self.locales.map { bundle.reader(for: $0) }
        instant = Int64("1772712000000") ?? 0
        limit = Int64("2000") ?? 0
        agent = String("anA".reversed()).capitalized
    }

    /// Prints every text, as the other libraries do.
    func check() {
        for kind in 0..<3 {
            for (place, locale) in Self.locales.enumerated() {
                for number in kind == 0 ? [0, 1, 3, 22] : [0] {
                    let text = text(readers[place], kind, number)
                    print("\(Self.name)\t\(locale)\t\(text.text)")
                }
            }
        }
    }

    /// Measures the mean of the five languages, as the other libraries are measured.
    func rate() {
        var sum = 0
        for kind in 0..<3 {
            let rates = (0..<7).map { _ in
                readers.map { measured($0, kind, &sum) }.reduce(0, +) / Double(readers.count)
            }
            PassoBench.emit(Self.name, Self.metrics[kind], rates.sorted()[3], "ns")
        }
        if sum == 42 { print() }
    }

    /// Formats one kind of message a number of times: for tools that count instructions.
    func run(_ kind: Int, _ rounds: Int) {
        var sum = 0
        for reader in readers { repeated(reader, kind, rounds, &sum) }
        if sum == 42 { print() }
    }

    private func measured(_ reader: BundleReader, _ kind: Int, _ sum: inout Int) -> Double {
        Self.nanoseconds { repeated(reader, kind, $0, &sum) }
    }

    /// The nanoseconds of one round of something that is done a number of times.
    static func nanoseconds(_ body: (Int) -> Void) -> Double {
        body(50)
        var count = 64
        while true {
            let start = Standard.seconds()
            body(count)
            let seconds = Standard.seconds() - start
            if seconds > 0.006 { return seconds / Double(count) * 1e9 }
            count *= 2
        }
    }

    @inline(never)
    private func repeated(_ reader: BundleReader, _ kind: Int, _ count: Int, _ sum: inout Int) {
        switch kind {
        case 0: for number in 0..<count { sum &+= text(reader, 0, number).text.utf8.count }
        case 1: for number in 0..<count { sum &+= text(reader, 1, number).text.utf8.count }
        default: for number in 0..<count { sum &+= text(reader, 2, number).text.utf8.count }
        }
    }

    @inline(__always)
    private func text(_ reader: BundleReader, _ kind: Int, _ number: Int) -> FormattedText {
        switch kind {
        case 0: reader.text("tags", ["count": .int(Int64(number % 25)), "limit": .int(limit)])
        case 1: reader.text("save")
        default:
            reader.text(
                "closed",
                ["when": .instant(millisecondsSince1970: instant), "agent": .string(agent)]
            )
        }
    }
}
