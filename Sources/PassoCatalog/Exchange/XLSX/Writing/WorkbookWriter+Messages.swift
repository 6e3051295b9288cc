internal import PassoICU
internal import PassoText

/// The sheet with the messages.
extension WorkbookWriter {
    /// The columns in their order.
    static let columns = ExchangeColumn.allCases

    /// The range that the messages and their headings take.
    func area(absolute isAbsolute: Bool = false) -> String {
        let last = CellName.letters(of: Self.columns.count - 1)
        let row = document.units.count + 1
        return isAbsolute ? "$A$1:$\(last)$\(row)" : "A1:\(last)\(row)"
    }

    mutating func messageSheet() -> XMLOutputElement {
        var rows = [
            row(1, Self.columns.map { (.heading, $0.heading(in: document)) })
        ]
        for (index, unit) in document.units.enumerated() {
            rows.append(row(index + 2, Self.columns.map { ($0.role, $0.text(of: unit)) }))
        }
        var view = XMLOutputElement.tag(
            "sheetView",
            ["tabSelected": "1", "workbookViewId": "0"],
            [
                .tag(
                    "pane",
                    [
                        "xSplit": "1", "ySplit": "1", "topLeftCell": "B2",
                        "activePane": "bottomRight", "state": "frozen",
                    ]
                ),
                .tag("selection", ["pane": "bottomRight", "activeCell": "C2", "sqref": "C2"]),
            ]
        )
        if LocaleData.isRightToLeft(document.targetLocale) {
            view.attributes.insert(XMLOutputAttribute("rightToLeft", "1"), at: 0)
        }
        return sheet(view, columns: Self.columns.map { ($0.width, $0 == .stamp) }, rows, rules())
    }

    /// A part with a sheet.
    func sheet(
        _ view: XMLOutputElement,
        columns: [(width: Int, isHidden: Bool)],
        _ rows: [XMLOutputElement],
        _ rules: [XMLOutputElement] = []
    ) -> XMLOutputElement {
        let widths = columns.enumerated().map { index, column in
            var element = XMLOutputElement.tag(
                "col",
                [
                    "min": "\(index + 1)", "max": "\(index + 1)", "width": "\(column.width)",
                    "customWidth": "1",
                ]
            )
            if column.isHidden { element.attributes.append(XMLOutputAttribute("hidden", "1")) }
            return element
        }
        return .tag(
            "worksheet",
            ["xmlns": WorkbookNames.main[0]],
            [
                .tag("sheetViews", [:], [view]),
                .tag("sheetFormatPr", ["defaultRowHeight": "15"]),
                .tag("cols", [:], widths),
                .tag("sheetData", [:], rows),
            ] + rules
        )
    }

    mutating func row(
        _ number: Int,
        _ cells: [(role: WorkbookStyles.Role, text: String)]
    ) -> XMLOutputElement {
        let elements = cells.enumerated().map { column, cell in
            let name = CellName(row: number, column: column).description
            let style = "\(WorkbookStyles.index(of: cell.role, for: cell.text))"
            guard !cell.text.isEmpty else {
                return XMLOutputElement.tag("c", ["r": name, "s": style])
            }
            var value = XMLOutputElement("v")
            value.children = [.text("\(texts.place(of: cell.text))")]
            return .tag("c", ["r": name, "s": style, "t": "s"], [value])
        }
        return .tag("row", ["r": "\(number)"], elements)
    }

    /// What can be done in the sheet: only translations and their states can be changed, unless its
    /// protection is taken off, which has no password.
    private func rules() -> [XMLOutputElement] {
        let filter = XMLOutputElement.tag("autoFilter", ["ref": area()])
        let protection = XMLOutputElement.tag(
            "sheetProtection",
            [
                "sheet": "1", "formatCells": "0", "formatColumns": "0", "formatRows": "0",
                "sort": "0", "autoFilter": "0",
            ]
        )
        let spelling = XMLOutputElement.tag(
            "ignoredErrors",
            [:],
            [.tag("ignoredError", ["sqref": area(), "numberStoredAsText": "1"])]
        )
        guard !document.units.isEmpty else { return [protection, filter] }
        return [protection, filter, stateList(), spelling]
    }

    /// The states to choose from.
    private func stateList() -> XMLOutputElement {
        let letter = CellName.letters(of: Self.columns.firstIndex(of: .state) ?? 0)
        var words = XMLOutputElement("formula1")
        let states = TranslationState.allCases.map(\.rawValue).joined(separator: ",")
        words.children = [.text("\"\(states)\"")]
        let rule = XMLOutputElement.tag(
            "dataValidation",
            [
                "type": "list", "allowBlank": "1", "showErrorMessage": "1",
                "sqref": "\(letter)2:\(letter)\(document.units.count + 1)",
            ],
            [words]
        )
        return .tag("dataValidations", ["count": "1"], [rule])
    }
}

extension ExchangeColumn {
    /// How its cells look.
    fileprivate var role: WorkbookStyles.Role {
        switch self {
        case .source: .source
        case .target: .target
        case .state: .state
        default: .fact
        }
    }

    /// How many digits wide it is.
    fileprivate var width: Int {
        switch self {
        case .source, .target: 48
        case .description: 40
        case .key, .placeholders, .terms: 28
        case .screen, .screenshot, .stamp: 20
        case .state, .limit: 14
        }
    }
}
