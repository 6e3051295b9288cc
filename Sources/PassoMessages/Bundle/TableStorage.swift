/// A loaded table: its bytes, and what is needed to find one's way in them.
final class TableStorage: Sendable {
    let bytes: FlatBytes
    let layout: TableLayout
    /// Valid as long as this object lives.
    let look: TableLook
    let locale: String
    let bundle: String
    private let wholeTexts: KeptTexts

    /// Takes bytes that this module has just written.
    convenience init(trusted bytes: [UInt8]) {
        let bytes = FlatBytes(copying: bytes)
        self.init(bytes, TableLayout(reading: bytes.view))
    }

    /// Takes bytes from outside.
    convenience init(
        checking bytes: FlatBytes,
        _ limits: MessageLimits
    ) throws(CompiledTableError) {
        let layout = try TableCheck.header(of: bytes.view, limits)
        self.init(bytes, layout)
        var check = TableCheck(self)
        try check.run()
    }

    private init(_ bytes: FlatBytes, _ layout: TableLayout) {
        let view = bytes.view
        self.bytes = bytes
        self.layout = layout
        wholeTexts = KeptTexts(count: layout.entries.count)
        let look = TableLook(view, layout, wholeTexts.places)
        self.look = look
        func text(at place: Int) -> String {
            look.text(Int(view.word(at: place)), Int(view.word(at: place + 4)))
        }
        locale = text(at: TableLayout.localePlace)
        bundle = text(at: TableLayout.bundlePlace)
    }

    func key(at number: Int) -> String {
        let entry = look.entry(at: number)
        return look.text(entry.keyStart, entry.keyLength)
    }
}
