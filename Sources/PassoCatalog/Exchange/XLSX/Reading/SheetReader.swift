internal import PassoDiagnostics
internal import PassoText

/// Takes the cells out of a sheet, of which one row is in memory at a time, and keeps the rows with
/// messages (ECMA-376 part 1, section 18.3.1).
struct SheetReader: MarkupVisitor {
    /// What a sheet has too much of.
    enum Excess: String, Hashable {
        case rows
        case texts
    }

    private(set) var table: SheetTable
    private(set) var excess: Excess?

    private let texts: [SharedText]
    private let formats: CellFormats
    private let limits: ExchangeLimits
    /// The columns below the headings.
    private var columns: [Int: ExchangeColumn] = [:]
    private var textBytes = 0
    /// Where a formula fills several cells, of which only the first one has it.
    private var filled: [CellArea] = []

    /// The row whose cells are being read: where its tag stands, its number and its cells.
    private var tag: Int?
    private var row = 0
    private var column = -1
    private var cells: [Int: SheetCell] = [:]

    /// Headings stand in one of the first rows.
    private static let maximumHeadingRow = 50
    /// The areas that formulas fill, and that are looked at for each cell.
    private static let maximumFilled = 256

    init(_ name: String, texts: [SharedText], formats: CellFormats, limits: ExchangeLimits) {
        table = SheetTable(name: name)
        self.texts = texts
        self.formats = formats
        self.limits = limits
    }

    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
        if element.name.isSheet("c"), let parent = parents.last, parent.name.isSheet("row") {
            beginRow(parent)
            add(element)
            return true
        }
        return !parents.contains { $0.name.isSheet("c") }
    }

    /// Ends a row and begins another one, where a cell is not of the same row as the one before it.
    private mutating func beginRow(_ parent: MarkupTag) {
        guard tag != parent.startTag.lowerBound else { return }
        finishRow()
        tag = parent.startTag.lowerBound
        let written = parent.attributes.first { $0.name.matches("r", in: nil) }
        let number = written.flatMap { Int($0.value.text) } ?? row + 1
        row = min(max(number, 1), CellName.maximumRows)
        column = -1
    }

    private mutating func add(_ element: MarkupElement) {
        let name = element.attribute("r").flatMap { CellName($0.value.text) }
        column = name?.column ?? column + 1
        noteFilled(element)
        let isRead =
            table.heading == nil ? row <= Self.maximumHeadingRow : columns[column] != nil
        guard column < CellName.maximumColumns, isRead, excess == nil else { return }
        guard let cell = cell(of: element) else { return }
        textBytes += SheetPage.cost(of: cell.shown)
        guard textBytes <= limits.maximumTextBytes else {
            excess = .texts
            return
        }
        cells[column] = cell
    }

    private mutating func noteFilled(_ element: MarkupElement) {
        guard filled.count < Self.maximumFilled,
            let formula = element.elements.first(where: { $0.name.isSheet("f") }),
            let area = formula.attribute("ref").flatMap({ CellArea($0.value.text) })
        else { return }
        filled.append(area)
    }

    /// Takes what a row says, when it has ended.
    mutating func finishRow() {
        defer { cells = [:] }
        guard !cells.isEmpty, excess == nil else { return }
        guard table.heading != nil else {
            findHeading()
            return
        }
        var named: [ExchangeColumn: SheetCell] = [:]
        for (place, cell) in cells {
            if let column = columns[place], !cell.shown.isEmpty { named[column] = cell }
        }
        // A row of nothing but notes is no message.
        guard named.keys.contains(where: \.isText) else { return }
        guard table.rows.count < limits.maximumUnits else {
            excess = .rows
            return
        }
        table.rows.append(SheetRow(number: row, cells: named))
    }

    private mutating func findHeading() {
        let texts = cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value.shown) }
        guard ExchangeHeading.isHeading(texts.map(\.1)) else {
            textBytes = 0
            return
        }
        table.heading = (row, texts)
        columns = ExchangeHeading.columns(of: texts).filter(\.value.isRead)
    }
}

extension SheetReader {
    /// What a cell holds; nil for an empty one.
    private func cell(of element: MarkupElement) -> SheetCell? {
        let parts = element.elements
        let value = parts.first { $0.name.isSheet("v") }?.text.text ?? ""
        if let formula = parts.first(where: { $0.name.isSheet("f") }) {
            return .refused(.formula, shown: "=" + formula.text.text)
        }
        let place = CellName(row: row, column: column)
        if !value.isEmpty, filled.contains(where: { $0.contains(place) }) {
            return .refused(.formula, shown: value)
        }
        switch element.attribute("t")?.value.text ?? "n" {
        case "inlineStr":
            return parts.first { $0.name.isSheet("is") }.map { .text(RichText.text(of: $0)) }
        case "s":
            guard let index = Int(value), texts.indices.contains(index) else {
                return value.isEmpty ? nil : .refused(.damaged, shown: value)
            }
            return .text(texts[index])
        case "str": return value.isEmpty ? nil : .text(CellText.unescaped(value))
        case _ where value.isEmpty: return nil
        case "n":
            let isShown = formats.shows(value, format: element.attribute("s")?.value.text)
            return isShown ? .text(value) : .refused(.number, shown: value)
        case "d": return .refused(.number, shown: value)
        case "b": return .refused(.boolean, shown: value)
        case "e": return .refused(.error, shown: value)
        default: return .refused(.damaged, shown: value)
        }
    }
}

extension ExchangeColumn {
    /// Whether it holds the texts of a message or its key, and not only what is known of it.
    fileprivate var isText: Bool { self == .key || self == .source || self == .target }
}
