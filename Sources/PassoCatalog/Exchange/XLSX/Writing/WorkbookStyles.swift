internal import PassoICU
internal import PassoText

/// How the cells of a workbook look, and that each of them is a text.
struct WorkbookStyles {
    /// What a cell is for.
    enum Role: Int, CaseIterable {
        case plain
        case heading
        /// A fact about a message.
        case fact
        /// The text to translate.
        case source
        /// The translation, to be filled in.
        case target
        case state
    }

    private let sourceLocale: String
    private let targetLocale: String

    init(_ document: ExchangeDocument) {
        sourceLocale = document.sourceLocale
        targetLocale = document.targetLocale
    }

    /// The style of a cell.
    ///
    /// A text that a person would have to type behind an apostrophe, lest it becomes a formula, a
    /// number or a date, or loses an apostrophe of its own, is marked as typed so.
    static func index(of role: Role, for text: String) -> Int {
        2 * role.rawValue + (isQuoted(text) ? 1 : 0)
    }

    private static func isQuoted(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+-@'\t\r\n".unicodeScalars.contains(first) || first.properties.numericType != nil
    }

    /// The part.
    var element: XMLOutputElement {
        let general = XMLOutputElement.tag(
            "xf",
            ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"]
        )
        let formats = Role.allCases.flatMap { role in [false, true].map { format(role, $0) } }
        return .tag(
            "styleSheet",
            ["xmlns": WorkbookNames.main[0]],
            [
                list("fonts", Self.fonts), list("fills", Self.fills),
                list("borders", Self.borders), list("cellStyleXfs", [general]),
                list("cellXfs", formats),
                list(
                    "cellStyles",
                    [.tag("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])]
                ),
            ]
        )
    }

    private func list(_ name: String, _ elements: [XMLOutputElement]) -> XMLOutputElement {
        .tag(name, ["count": "\(elements.count)"], elements)
    }

    private func format(_ role: Role, _ isQuoted: Bool) -> XMLOutputElement {
        let look = Look(role)
        var element = XMLOutputElement.tag(
            "xf",
            [
                // The built-in format of texts, which is written @.
                "numFmtId": "49", "fontId": "\(look.font)", "fillId": "\(look.fill)",
                "borderId": "\(look.border)", "xfId": "0", "applyNumberFormat": "1",
                "applyFont": "1", "applyFill": "1", "applyBorder": "1", "applyAlignment": "1",
                "applyProtection": "1",
            ]
        )
        if isQuoted { element.attributes.append(XMLOutputAttribute("quotePrefix", "1")) }
        var alignment = XMLOutputElement.tag("alignment", ["vertical": "top", "wrapText": "1"])
        if let order = readingOrder(of: role) {
            alignment.attributes.append(XMLOutputAttribute("readingOrder", order))
        }
        // Beside the columns people may write what they like.
        let isLocked = role != .target && role != .state && role != .plain
        let protection = XMLOutputElement.tag("protection", ["locked": isLocked ? "1" : "0"])
        element.children = [.element(alignment), .element(protection)]
        return element
    }

    /// The direction of a column’s texts: 1 is left to right, 2 right to left.
    private func readingOrder(of role: Role) -> String? {
        switch role {
        case .source: LocaleData.isRightToLeft(sourceLocale) ? "2" : "1"
        case .target: LocaleData.isRightToLeft(targetLocale) ? "2" : "1"
        case .plain: nil
        case .heading, .fact, .state: "1"
        }
    }
}

/// The font, the fill and the border of a role, by their places in the lists below.
private struct Look {
    let font: Int
    let fill: Int
    let border: Int

    init(_ role: WorkbookStyles.Role) {
        switch role {
        case .plain: (font, fill, border) = (0, 0, 0)
        case .heading: (font, fill, border) = (1, 2, 1)
        case .fact: (font, fill, border) = (2, 0, 1)
        case .source: (font, fill, border) = (0, 0, 1)
        case .target, .state: (font, fill, border) = (0, 3, 1)
        }
    }
}

extension WorkbookStyles {
    /// The usual one, one for headings and one for what is only to be read.
    fileprivate static var fonts: [XMLOutputElement] {
        let size = XMLOutputElement.tag("sz", ["val": "11"])
        let name = XMLOutputElement.tag("name", ["val": "Calibri"])
        let family = XMLOutputElement.tag("family", ["val": "2"])
        return [
            .tag("font", [:], [size, name, family]),
            .tag("font", [:], [.tag("b"), size, name, family]),
            .tag("font", [:], [size, .tag("color", ["rgb": "FF404040"]), name, family]),
        ]
    }

    /// The two that every workbook has to begin with, one for headings, one for what to fill in.
    fileprivate static var fills: [XMLOutputElement] {
        func solid(_ color: String) -> XMLOutputElement {
            .tag("patternFill", ["patternType": "solid"], [.tag("fgColor", ["rgb": color])])
        }
        let patterns: [XMLOutputElement] = [
            .tag("patternFill", ["patternType": "none"]),
            .tag("patternFill", ["patternType": "gray125"]), solid("FFD9E1F2"),
            solid("FFFFF9DB"),
        ]
        return patterns.map { .tag("fill", [:], [$0]) }
    }

    /// None, and a thin grey line.
    fileprivate static var borders: [XMLOutputElement] {
        let sides = ["left", "right", "top", "bottom"]
        let color = XMLOutputElement.tag("color", ["rgb": "FFBFBFBF"])
        return [
            .tag("border", [:], sides.map { .tag($0) } + [.tag("diagonal")]),
            .tag(
                "border",
                [:],
                sides.map { .tag($0, ["style": "thin"], [color]) } + [.tag("diagonal")]
            ),
        ]
    }
}
