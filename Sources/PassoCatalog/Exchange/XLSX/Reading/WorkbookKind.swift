/// What a file is that people take for a workbook and that is none, as its first bytes tell.
enum WorkbookKind: String, Hashable {
    /// The binary container of Excel before 2007, which encrypted workbooks come in too.
    case binary
    /// A text, such as CSV or one of the older XML formats.
    case text
    /// A workbook of LibreOffice’s own format.
    case openDocument
    /// Nothing known.
    case other

    /// Looks at the bytes of a file; nil for an archive.
    init?(of bytes: [UInt8]) {
        let openDocument = Array("mimetypeapplication/vnd.oasis.opendocument".utf8)
        if bytes.starts(with: [0x50, 0x4B]) {
            // Such an archive begins with this part, stored, behind thirty bytes of its record.
            guard bytes.dropFirst(30).starts(with: openDocument) else { return nil }
            self = .openDocument
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .binary
        } else {
            let isText = !bytes.isEmpty && !bytes.prefix(1_024).contains(0)
            self = isText ? .text : .other
        }
    }
}
