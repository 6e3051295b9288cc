import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Our PO files through the programs of GNU gettext.
@Suite(.enabled(if: OutsideProgram(named: "msgfmt") != nil, "gettext is not installed"))
struct POClientTests {
    @Test func `msgfmt finds nothing to complain of`() throws {
        for document in ExchangeSamples.shipped {
            try withFiles([:]) { folder in
                let file = try write(document, "\(folder)/a.po")
                let run = try gettext("msgfmt", ["-c", "-o", "/dev/null", file])
                #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
                let counts = try gettext("msgfmt", ["--statistics", "-o", "/dev/null", file])
                let fuzzy = document.units.count { $0.state == .stale || $0.state == .needsReview }
                #expect(counts.output.contains("\(fuzzy) fuzzy translation"), "\(counts.output)")
            }
        }
    }

    @Test(arguments: [[], ["--no-wrap"], ["--width=20"], ["--sort-output"], ["--no-escape"]])
    func `msgcat writes it anew, and nothing is lost`(options: [String]) throws {
        let documents = ExchangeSamples.shipped
        for document in TestEnvironment.isFull ? documents[...] : documents.prefix(4) {
            try throughMsgcat(document, options)
        }
        try throughMsgcat(ExchangeSamples.naughty(without: POString.isRefused), options)
    }

    @Test func `msgmerge carries translations over, and what is gone does not come back`() throws {
        for document in ExchangeSamples.shipped.prefix(4) {
            try withFiles([:]) { folder in
                let file = try write(document, "\(folder)/a.po")
                var template = document
                for index in template.units.indices { template.units[index].target = nil }
                template.units.removeFirst(3)
                let merged = "\(folder)/merged.po"
                let new = try write(template, "\(folder)/a.pot")
                let run = try gettext(
                    "msgmerge",
                    ["-q", "--no-fuzzy-matching", "-o", merged, file, new]
                )
                #expect(run.status == 0, "\(run.output)")
                var rest = document
                rest.units.removeFirst(3)
                // What msgmerge finds in the template are the stamps of texts without translations.
                let back = try read(merged)
                #expect(back.units.map(\.target?.text) == rest.units.map { $0.target ?? "" })
                #expect(back.units.map(\.key) == rest.units.map(\.key))
            }
        }
    }

    private func throughMsgcat(_ document: ExchangeDocument, _ options: [String]) throws {
        try withFiles([:]) { folder in
            let file = try write(document, "\(folder)/a.po")
            let run = try gettext("msgcat", options + ["-o", "\(folder)/b.po", file])
            #expect(run.status == 0, "\(run.output)")
            var back = try read("\(folder)/b.po")
            if options.contains("--sort-output") {
                let order = document.units.enumerated().map { ($1.key, $0) }
                let places = Dictionary(uniqueKeysWithValues: order)
                back.units.sort { places[$0.key, default: 0] < places[$1.key, default: 0] }
            }
            #expect(ExchangeSamples.loss(of: document, in: back) == nil)
        }
    }

    private func gettext(_ name: String, _ arguments: [String]) throws -> OutsideProgram.Run {
        try #require(OutsideProgram(named: name)).run(arguments)
    }

    private func write(_ document: ExchangeDocument, _ path: String) throws -> String {
        try Data(try POCodec.write(document)).write(to: URL(filePath: path))
        return path
    }

    private func read(_ path: String) throws -> ReturnedDocument {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let (returned, diagnostics) = POCodec.read(
            SourceText(name: path, utf8: bytes),
            limits: .standard
        )
        #expect(diagnostics.isEmpty)
        return try #require(returned)
    }
}

/// Our PO files through both PO classes of translate-toolkit: Weblate has the first, Virtaal either.
@Suite(.enabled(if: TranslateToolkit.python != nil, "translate-toolkit is not installed"))
struct POToolkitTests {
    /// `cpo` needs gettext's library; without it, it is passed over.
    static let kinds: [String] = ["po", "cpo"].filter { kind in
        let load = "import translate.storage.\(kind == "po" ? "pypo" : kind)"
        let run = try? TranslateToolkit.python.map { try OutsideProgram($0).run(["-c", load]) }
        return run?.status == 0
    }

    @Test(arguments: kinds)
    func `every bundle is read and written back without a loss`(kind: String) throws {
        try expectReturn(ExchangeSamples.shipped, as: kind)
    }

    @Test(arguments: kinds)
    func `naughty strings are read and written back without a loss`(kind: String) throws {
        let document = try ExchangeSamples.naughty(without: POString.isRefused)
        try expectReturn([document], as: kind)
    }

    @Test(arguments: kinds)
    func `a text changed in it comes back as it was typed, and is no longer fuzzy`(
        kind: String
    ) throws {
        for var document in ExchangeSamples.shipped.prefix(2) {
            let place = try #require(document.units.firstIndex { $0.state == .stale })
            let text =
                "En \"ny\" tekst\nmed {n} og \\ og \t\u{2026} "
                + String(repeating: "lang ", count: 40)
            let changes = [document.units[place].key: text]
            let file = (name: "da.po", bytes: try POCodec.write(document))
            let stamp = document.units[place].stamp
            try TranslateToolkit.rewrite([file], as: kind, changing: changes) { _, copies in
                let source = SourceText(name: "da.po", utf8: try #require(copies.first))
                let (returned, diagnostics) = POCodec.read(source, limits: .standard)
                #expect(diagnostics.isEmpty)
                let unit = try #require(returned?.units[place])
                #expect(unit.target?.text == text && unit.state == .translated)
                #expect(unit.stamp == stamp)
                document.units.remove(at: place)
                var rest = returned
                rest?.units.remove(at: place)
                #expect(ExchangeSamples.loss(of: document, in: rest) == nil)
            }
        }
    }

    private func expectReturn(_ documents: [ExchangeDocument], as kind: String) throws {
        let files = try documents.map { (name: "\($0.bundle).po", bytes: try POCodec.write($0)) }
        try TranslateToolkit.rewrite(files, as: kind) { _, copies in
            for (document, copy) in zip(documents, copies) {
                try POCodec.expect(document, in: copy, "\(kind)")
            }
        }
    }
}
