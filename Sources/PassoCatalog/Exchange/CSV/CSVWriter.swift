/// Writes a document as a CSV file.
struct CSVWriter {
    /// The columns in their order: what people work with first.
    static let columns: [ExchangeColumn] = [
        .key, .source, .target, .state, .description, .limit, .placeholders, .terms, .screen,
        .screenshot, .stamp,
    ]

    /// Begins with the byte order mark, by which Excel knows UTF-8.
    private(set) var text = "\u{FEFF}"

    mutating func write(_ document: ExchangeDocument) {
        write(Self.columns.map { $0.plainHeading(in: document) })
        for unit in document.units {
            write(
                Self.columns.map { column in
                    let text = column.text(of: unit)
                    // A limit is a number, to sort and to count with.
                    return column == .limit ? text : CSVText.written(text)
                }
            )
        }
    }

    /// Writes one row; what is more than a number or a word stands in quotation marks.
    private mutating func write(_ cells: [String]) {
        let written = cells.map { $0.utf8.allSatisfy(Self.isPlain) ? $0 : Self.quoted($0) }
        text += written.joined(separator: ",") + "\r\n"
    }

    /// Between quotation marks; by bytes, as an accent may follow one of those inside.
    private static func quoted(_ cell: String) -> String {
        let mark = UInt8(ascii: "\"")
        var result = [mark]
        for byte in cell.utf8 {
            if byte == mark { result.append(byte) }
            result.append(byte)
        }
        return String(decoding: result + [mark], as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
