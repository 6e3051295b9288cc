/// A loaded table: its bytes, and what is needed to find one's way in them.
final class TableStorage: Sendable {
    let bytes: FlatBytes
    let view: FlatView
    let layout: TableLayout
    let slotMask: Int
    let locale: String
    let bundle: String
    /// The names of arguments and the skeletons, of which a table has few.
    let strings: [String]
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
        self.view = view
        self.layout = layout
        slotMask = layout.slots.count - 1
        func text(at place: Int) -> String {
            let start = layout.texts.offset + Int(view.word(at: place))
            return view.text(start, Int(view.word(at: place + 4)))
        }
        locale = text(at: TableLayout.localePlace)
        bundle = text(at: TableLayout.bundlePlace)
        strings = (0..<layout.strings.count).map { text(at: layout.strings.place($0)) }
        wholeTexts = KeptTexts(count: layout.entries.count)
    }

    @inline(__always)
    func entry(at number: Int) -> FlatEntry {
        FlatEntry(view, at: layout.entries.place(number))
    }

    @inline(__always)
    func step(at number: Int) -> FlatStep { FlatStep(view, at: layout.steps.place(number)) }

    @inline(__always)
    func choice(at number: UInt32) -> FlatChoiceView {
        FlatChoiceView(view, at: layout.choices.place(Int(number)))
    }

    /// A name or a skeleton.
    @inline(__always)
    func string(_ number: UInt32) -> String {
        Int(number) < strings.count ? strings[Int(number)] : ""
    }

    func key(at number: Int) -> String {
        let entry = entry(at: number)
        return view.text(layout.texts.offset + entry.keyStart, entry.keyLength)
    }

    /// The whole text of a message that is nothing but one text.
    @inline(__always)
    func wholeText(of entry: FlatEntry, at number: Int) -> String {
        wholeTexts.text(at: number) {
            view.text(layout.texts.offset + entry.start, entry.end - entry.start)
        }
    }
}
