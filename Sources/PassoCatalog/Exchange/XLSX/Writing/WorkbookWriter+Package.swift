internal import PassoText

/// The parts that say what the others are.
extension WorkbookWriter {
    /// The names that people see on the sheets.
    static let sheetNames = ["Translation", "About this file"]

    func contentTypes() -> XMLOutputElement {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        func part(_ name: String, _ type: String) -> XMLOutputElement {
            .tag("Override", ["PartName": name, "ContentType": "\(kind)\(type)+xml"])
        }
        let relationships = "application/vnd.openxmlformats-package.relationships+xml"
        return .tag(
            "Types",
            ["xmlns": WorkbookNames.contentTypes],
            [
                .tag("Default", ["Extension": "rels", "ContentType": relationships]),
                .tag("Default", ["Extension": "xml", "ContentType": "application/xml"]),
                part("/xl/workbook.xml", "sheet.main"),
                part("/xl/worksheets/sheet1.xml", "worksheet"),
                part("/xl/worksheets/sheet2.xml", "worksheet"),
                part("/xl/styles.xml", "styles"),
                part("/xl/sharedStrings.xml", "sharedStrings"),
            ]
        )
    }

    static func rootRelationships() -> XMLOutputElement {
        relationships([("officeDocument", "xl/workbook.xml")])
    }

    static func workbookRelationships() -> XMLOutputElement {
        relationships([
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"),
            ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"),
        ])
    }

    private static func relationships(
        _ targets: [(type: String, target: String)]
    ) -> XMLOutputElement {
        let elements = targets.enumerated().map { index, relationship in
            XMLOutputElement.tag(
                "Relationship",
                [
                    "Id": "rId\(index + 1)",
                    "Type": "\(WorkbookNames.relationships[0])/\(relationship.type)",
                    "Target": relationship.target,
                ]
            )
        }
        return .tag("Relationships", ["xmlns": WorkbookNames.package], elements)
    }

    /// The part that lists the sheets, and the range that can be filtered.
    func workbook() -> XMLOutputElement {
        let sheets = Self.sheetNames.enumerated().map { index, name in
            XMLOutputElement.tag(
                "sheet",
                ["name": name, "sheetId": "\(index + 1)", "r:id": "rId\(index + 1)"]
            )
        }
        var filter = XMLOutputElement.tag(
            "definedName",
            ["name": "_xlnm._FilterDatabase", "localSheetId": "0", "hidden": "1"]
        )
        filter.children = [.text("\(Self.sheetNames[0])!\(area(absolute: true))")]
        return .tag(
            "workbook",
            ["xmlns": WorkbookNames.main[0], "xmlns:r": WorkbookNames.relationships[0]],
            [
                .tag("bookViews", [:], [.tag("workbookView", ["activeTab": "0"])]),
                .tag("sheets", [:], sheets),
                .tag("definedNames", [:], [filter]),
            ]
        )
    }
}
