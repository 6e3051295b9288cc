import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Our CSV files through LibreOffice, which turns what looks like a number into one.
@Suite(.enabled(if: Spreadsheet.isInstalled, "LibreOffice is not installed"))
struct CSVSpreadsheetTests {
    /// How LibreOffice opens a file: with what its dialog proposes; where special numbers (dates and
    /// the like) are looked for, too; where quoted cells are taken for texts; and with semicolons.
    static let openings = [
        "44,34,76,1,,0,false,false", "44,34,76,1,,0,false,true", "44,34,76,1,,0,true,true",
        "44/59/9,34,76,1,,1030,false,true", "44,34,76,1,,1045,false,true",
    ]
    /// How it saves one: as shown, with commas; with semicolons and all texts in quotation marks; with
    /// tabs.
    static let savings = [
        "44,34,76,1,,0,false,true,false,false,false,-1",
        "59,34,76,1,,0,true,true,false,false,false,-1",
        "9,34,76,1,,0,false,true,false,false,false,-1",
    ]

    @Test(arguments: ["ods", "xlsx"])
    func `every bundle comes back as it left`(format: String) throws {
        try expectReturn(ExchangeSamples.shipped, format, Self.openings[1], Self.savings[0])
    }

    @Test(arguments: openings, TestEnvironment.isFull ? ["ods", "xlsx"] : ["ods"])
    func `naughty strings come back as they left`(opening: String, format: String) throws {
        try expectReturn([ExchangeSamples.naughty()], format, opening, Self.savings[0])
    }

    @Test(arguments: savings)
    func `whichever separator it saves with`(saving: String) throws {
        try expectReturn([ExchangeSamples.naughty()], "ods", Self.openings[0], saving)
    }

    /// Without the apostrophes, these are lost.
    @Test func `LibreOffice does change numbers, dates and formulas`() throws {
        let rows = ["007", "1e3", "=1+1", "1,000", "1.50"].map { "\"\($0)\"\r\n" }
        let file = Array(("text\r\n" + rows.joined()).utf8)
        let back = try Spreadsheet.convert([file], "ods", Self.openings[1], Self.savings[0])
        let text = String(decoding: try #require(back.first), as: UTF8.self)
        for row in ["007", "1e3", "=1+1", "1,000", "1.50"] {
            #expect(!text.contains(row), "\(row)")
        }
    }

    private func expectReturn(
        _ documents: [ExchangeDocument],
        _ format: String,
        _ opening: String,
        _ saving: String
    ) throws {
        let files = try documents.map { try CSVCodec.write($0) }
        let copies = try Spreadsheet.convert(files, format, opening, saving)
        for (document, copy) in zip(documents, copies) {
            let source = SourceText(name: "copy.csv", utf8: copy)
            let (returned, diagnostics) = CSVCodec.read(source, limits: .standard)
            #expect(diagnostics.isEmpty)
            #expect(ExchangeSamples.loss(of: document, in: returned) == nil, "\(document.bundle)")
        }
    }
}

/// LibreOffice, which opens and saves files without a window.
enum Spreadsheet {
    private static let program = OutsideProgram(named: "soffice")

    static var isInstalled: Bool { program != nil }

    /// Has CSV files saved in a format of spreadsheets, and these as CSV again.
    ///
    /// - Parameters:
    ///   - files: the CSV files.
    ///   - format: the format between, as the ending of its files.
    ///   - opening: how CSV is opened: the tokens of LibreOffice's filter, from the separator on.
    ///   - saving: how it is saved.
    /// - Returns: the files in their order.
    /// - Throws: when LibreOffice ends with an error or writes no file.
    static func convert(
        _ files: [[UInt8]],
        _ format: String,
        _ opening: String,
        _ saving: String
    ) throws -> [[UInt8]] {
        var copies: [[UInt8]] = []
        try withFiles([:]) { folder in
            let names = files.indices.map { "bundle\($0)" }
            for (name, file) in zip(names, files) {
                try Data(file).write(to: URL(filePath: "\(folder)/\(name).csv"))
            }
            try run(
                folder,
                names.map { "\($0).csv" },
                [
                    "--infilter=Text - txt - csv (StarCalc):\(opening)", "--convert-to", format,
                    "--outdir", "\(folder)/between",
                ]
            )
            try run(
                folder,
                names.map { "between/\($0).\(format)" },
                [
                    "--convert-to", "csv:Text - txt - csv (StarCalc):\(saving)",
                    "--outdir", "\(folder)/after",
                ]
            )
            // Every sheet of a file is saved with its own name behind the file's.
            copies = try names.map {
                Array(try Data(contentsOf: URL(filePath: "\(folder)/after/\($0)-\($0).csv")))
            }
        }
        return copies
    }

    /// Runs it over files of a folder.
    static func run(_ folder: String, _ files: [String], _ options: [String]) throws {
        let program = try #require(program)
        // A profile of its own, since two runs with one wait for each other.
        let own = ["-env:UserInstallation=file://\(folder)/profile", "--headless"]
        let run = try program.run(own + options + files.map { "\(folder)/\($0)" })
        try #require(run.status == 0, "\(run.output)")
    }
}
