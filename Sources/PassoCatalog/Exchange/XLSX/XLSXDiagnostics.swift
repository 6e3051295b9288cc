internal import PassoDiagnostics

/// What reading an archive and a workbook can report, sorted by id.
extension Diagnostic {
    /// An archive cannot be read.
    static func archive(_ problem: ArchiveProblem, in file: String) -> Diagnostic {
        switch problem {
        case .damaged(let damage, let name, let offset):
            at(
                file,
                "archive-damaged",
                [
                    .init("damage", damage.rawValue), .init("name", name), .init("offset", offset),
                ]
            )
        case .excess(let excess, let name, let limit):
            at(
                file,
                "archive-limit",
                [.init("what", excess.rawValue), .init("name", name), .init("limit", limit)]
            )
        case .unsupported(let feature, let name):
            at(
                file,
                "archive-unsupported",
                [.init("feature", feature.rawValue), .init("name", name)]
            )
        }
    }

    /// A cell that is read holds no text of its own.
    static func cellRefused(
        _ refusal: SheetCell.Refusal,
        _ cell: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "workbook-cell",
            arguments: [.init("cell", cell), .init("found", refusal.rawValue)],
            source: source,
            range: range
        )
    }

    /// A file is something else than a workbook.
    static func notWorkbook(_ kind: WorkbookKind, in file: String) -> Diagnostic {
        at(file, "workbook-kind", [.init("kind", kind.rawValue)])
    }

    /// A sheet has more of something than the limit allows.
    static func workbookLimit(
        _ excess: SheetReader.Excess,
        _ limits: ExchangeLimits,
        in file: String
    ) -> Diagnostic {
        switch excess {
        case .rows:
            let source = SourceText(name: file, utf8: [])
            return .exchangeUnitLimit(limits.maximumUnits, in: source, at: SourceRange(at: 0))
        case .texts: return .archive(.excess(.texts, limit: limits.maximumTextBytes), in: file)
        }
    }

    /// A workbook has no sheet with messages.
    static func noTable(in file: String) -> Diagnostic {
        let columns = [ExchangeColumn.key, .target].map(\.rawValue)
        return at(file, "workbook-no-table", [.init("columns", columns)])
    }

    /// A part of a workbook is not in its archive.
    static func partMissing(_ name: String, in file: String) -> Diagnostic {
        at(file, "workbook-part", [.init("name", name)])
    }

    /// Two sheets of a workbook have messages.
    static func twoTables(_ first: String, _ second: String, in file: String) -> Diagnostic {
        at(file, "workbook-tables", [.init("first", first), .init("second", second)])
    }
}
