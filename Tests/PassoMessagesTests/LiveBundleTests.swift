import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Synchronization
import Testing

@Suite struct LiveBundleTests {
    /// A version of the tables: every text of it names its number.
    private static func bundle(_ version: Int) -> CompiledBundle {
        let tables = ["en", "pl"].map { locale in
            StringTable(
                locale: locale,
                patterns: [
                    "whole": "\(locale) version \(version) of a text that fits in no small string",
                    "long":
                        "\(locale) {a} \(version) {n, plural, one {#} few {#} other {#}} {b} \(version)",
                    "\(locale).only": "\(version)",
                ]
            )
        }
        return CompiledBundle(name: "t", tables: tables.map { CompiledTable($0) })
    }

    /// Whether a bundle's texts are all of one version.
    private static func isWhole(_ bundle: CompiledBundle, _ number: Int) -> Bool {
        let reader = bundle.reader(for: number % 2 == 0 ? "pl" : "en")
        let version = reader.text("\(reader.locale).only").text
        let whole = reader.text("whole")
        let long = reader.text("long", ["a": "A", "n": 22, "b": "B"])
        let fallback = reader.text("en.only")
        return whole.locale == reader.locale && long.locale == reader.locale
            && whole.text
                == "\(reader.locale) version \(version) of a text that fits in no small string"
            && long.text == "\(reader.locale) A \(version) 22 B \(version)"
            && fallback.text == version && fallback.locale == "en"
    }

    @Test func `gives 64 threads whole texts while the tables change`() async {
        let reloads = TestEnvironment.isFull ? 10_000 : 1_000
        // Made before, because one thread of 65 gets little time to make them.
        let bundles = (0...reloads).map { Self.bundle($0) }
        let live = LiveBundle(bundles[0])
        let count = Count()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask { @Sendable in
                    await Self.onThread {
                        var held = live.current
                        repeat {
                            // An old bundle stays whole beside the new one.
                            if !Self.isWhole(held, number) { count.torn.add(1, ordering: .relaxed) }
                            if !Self.isWhole(live.current, number) {
                                count.torn.add(1, ordering: .relaxed)
                            }
                            if Int.random(in: 0..<8) == 0 { held = live.current }
                            count.texts.add(8, ordering: .relaxed)
                        } while !count.isDone.load(ordering: .relaxed)
                    }
                }
            }
            group.addTask {
                await Self.onThread {
                    for bundle in bundles.dropFirst() {
                        live.replace(with: bundle)
                        let before = count.texts.load(ordering: .relaxed)
                        var patience = 1_000
                        // Some text is to be formatted between two reloads, where there is a core.
                        while patience > 0, count.texts.load(ordering: .relaxed) == before {
                            patience -= 1
                        }
                    }
                    count.isDone.store(true, ordering: .relaxed)
                }
            }
        }
        #expect(count.torn.load(ordering: .relaxed) == 0)
        #expect(count.texts.load(ordering: .relaxed) >= 64 * 8)
        #expect(live.current.text("en.only", in: "en").text == "\(reloads)")
    }

    /// What the threads tell each other.
    private final class Count: Sendable {
        let isDone = Atomic<Bool>(false)
        let texts = Atomic<Int>(0)
        let torn = Atomic<Int>(0)
    }

    /// Runs something on a thread of its own: tasks share as many threads as there are cores.
    private static func onThread(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                body()
                continuation.resume()
            }
        }
    }

    @Test func `frees what nobody holds any more`() {
        weak var old: BundleReader?
        let live = LiveBundle(Self.bundle(1))
        do {
            let reader = live.current.reader(for: "pl")
            old = reader
            live.replace(with: Self.bundle(2))
            #expect(old != nil)
            #expect(reader.text("pl.only").text == "1")
        }
        #expect(old == nil)
        #expect(live.current.text("pl.only", in: "pl").text == "2")
    }

    @Test func `loads a folder and reloads it when it changes`() throws {
        let folder = try TemporaryFolder()
        try folder.write(#"{ "@@locale": "en", "a": "one", "b": "only here" }"#, to: "en.arb")
        try folder.write(#"{ "@@locale": "da", "a": "en" }"#, to: "da.arb")
        try folder.write("no table", to: "README.md")
        let live = try LiveBundle(name: "t", folder: folder.root)
        let held = live.current
        #expect(live.current.text("a", in: "da").text == "en")
        #expect(live.current.text("b", in: "da").locale == "en")
        #expect(try !live.reloadIfChanged())
        try folder.write(#"{ "@@locale": "da", "a": "to mere" }"#, to: "da.arb")
        #expect(try live.reloadIfChanged())
        #expect(try !live.reloadIfChanged())
        #expect(live.current.text("a", in: "da").text == "to mere")
        #expect(held.text("a", in: "da").text == "en")
        // The compiled form of a language goes before the form for translators.
        let table = StringTable(locale: "da", patterns: ["a": "compiled"])
        try CompiledTable(table, bundle: "t").write(to: folder.path("da.table"))
        #expect(try live.reloadIfChanged())
        #expect(live.current.text("a", in: "da").text == "compiled")
        try live.reload()
        #expect(live.current.locales == ["da", "en"])
    }

    @Test func `keeps the old tables when the new ones cannot be used`() throws {
        let folder = try TemporaryFolder()
        let english = #"{ "@@locale": "en", "a": "one" }"#
        try folder.write(english, to: "en.arb")
        let live = try LiveBundle(name: "t", folder: folder.root)

        func refuses(_ name: String, _ bytes: [UInt8]?) throws -> LiveBundleError? {
            if let bytes { try Data(bytes).write(to: URL(filePath: folder.path(name))) }
            defer { try? FileManager.default.removeItem(atPath: folder.path(name)) }
            do {
                try live.reloadIfChanged()
                return nil
            } catch {
                #expect(live.current.text("a", in: "da").text == "one")
                // Until it changes, nobody is told again.
                #expect(throws: Never.self) { try live.reloadIfChanged() }
                return error
            }
        }
        let good = CompiledTable(StringTable(locale: "da", patterns: ["a": "et"]), bundle: "t")
            .bytes
        let path = folder.path("da.table")
        guard case .table(path, .truncated) = try refuses("da.table", Array(good.dropLast())) else {
            Issue.record("a truncated table")
            return
        }
        guard case .table(path, .altered) = try refuses("da.table", good.dropLast() + [1]) else {
            Issue.record("an altered table")
            return
        }
        var newer = good
        newer[8] = 9
        guard case .table(path, .newerVersion(9, 1)) = try refuses("da.table", newer) else {
            Issue.record("a newer table")
            return
        }
        let other = CompiledTable(StringTable(locale: "da", patterns: [:]), bundle: "other").bytes
        guard case .otherBundle(path, "other", "t") = try refuses("da.table", other) else {
            Issue.record("another bundle's table")
            return
        }
        let broken = Array(#"{ "@@locale": "da", "a": "{n, plural, one {}}" }"#.utf8)
        guard case .mistakes(let mistakes) = try refuses("da.arb", broken) else {
            Issue.record("a table with mistakes")
            return
        }
        #expect(mistakes.map(\.id) == ["message-missing-other"])
        guard case .sameLocale("en") = try refuses("twice.arb", Array(english.utf8)) else {
            Issue.record("two tables of one language")
            return
        }
        try FileManager.default.removeItem(atPath: folder.path("en.arb"))
        guard case .templateMissing("en") = try refuses("da.table", good) else {
            Issue.record("no template")
            return
        }
        guard case .noTables = try refuses("README.md", []) else {
            Issue.record("no table")
            return
        }
        try FileManager.default.removeItem(atPath: folder.root)
        #expect(throws: LiveBundleError.self) { try live.reload() }
        #expect(live.current.text("a", in: "da").text == "one")
        #expect(throws: LiveBundleError.self) {
            try LiveBundle(name: "t", folder: folder.root)
        }
    }

    @Test func `stays what it is where there is no folder`() throws {
        let live = LiveBundle(Self.bundle(7))
        #expect(try !live.reloadIfChanged())
        try live.reload()
        #expect(live.current.text("en.only", in: "en").text == "7")
    }
}
