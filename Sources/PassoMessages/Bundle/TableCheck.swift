/// Looks through the bytes of a table once, so that nothing in them can surprise the writer of a
/// message later.
///
/// Steps, choices, exact numbers and words stand in the order in which the messages use them, each used
/// once; so one pass over the messages is one pass over all of them.
struct TableCheck {
    private let storage: TableStorage
    private let look: TableLook
    private let view: FlatView
    private let layout: TableLayout
    private var steps = 0
    private var choices = 0
    private var exacts = 0
    private var words = 0
    /// The bytes of text that strings, keys and whole messages have, each its own.
    private var claimed = 0

    init(_ storage: TableStorage) {
        self.storage = storage
        look = storage.look
        view = storage.bytes.view
        layout = storage.layout
    }

    /// Checks what can be said before the parts are looked at: that it is a table, of a version that
    /// we know, all there, and as it was written.
    ///
    /// The texts are looked through here too, because everything else may then make strings of them.
    static func header(
        of view: FlatView,
        _ limits: MessageLimits
    ) throws(CompiledTableError) -> TableLayout {
        let magic = TableLayout.magic
        for place in 0..<min(magic.count, view.count) where view.byte(at: place) != magic[place] {
            throw .notATable
        }
        guard view.count >= TableLayout.countsPlace else {
            throw .truncated(expectedBytes: TableLayout.headerBytes, found: view.count)
        }
        let version = Int(view.word(at: TableLayout.versionPlace))
        guard version <= CompiledTable.version else {
            throw .newerVersion(found: version, supported: CompiledTable.version)
        }
        let length = Int(view.word(at: TableLayout.lengthPlace))
        guard view.count >= length else {
            throw .truncated(expectedBytes: length, found: view.count)
        }
        guard length == view.count, length >= TableLayout.headerBytes, length % 8 == 0,
            view.checksum(leavingOut: TableLayout.checksumPlace)
                == view.long(at: TableLayout.checksumPlace)
        else { throw .altered }
        guard length <= limits.maximumCompiledBytes else {
            throw .tooLarge(bytes: length, limit: limits.maximumCompiledBytes)
        }
        let layout = TableLayout(reading: view)
        guard layout.entries.count <= limits.maximumCompiledKeys else {
            throw .tooManyKeys(count: layout.entries.count, limit: limits.maximumCompiledKeys)
        }
        let slots = layout.slots.count
        guard version == 1, layout.length == length, slots > layout.entries.count,
            slots & (slots - 1) == 0
        else { throw .invalid(part: .header, at: 0) }
        guard view.isUTF8(layout.texts.offset, layout.texts.count) else {
            throw .invalid(part: .texts, at: 0)
        }
        try checkStrings(of: view, layout)
        return layout
    }

    /// Strings are made when a table is loaded: if they could overlap, a small file would fill the
    /// memory.
    private static func checkStrings(
        of view: FlatView,
        _ layout: TableLayout
    ) throws(CompiledTableError) {
        var total = 0
        for number in 0..<layout.strings.count {
            total += Int(view.word(at: layout.strings.place(number) + 4))
            guard total <= layout.texts.count else { throw .invalid(part: .strings, at: number) }
        }
    }

    mutating func run() throws(CompiledTableError) {
        for place in [TableLayout.localePlace, TableLayout.bundlePlace] {
            guard isText(Int(view.word(at: place)), Int(view.word(at: place + 4))) else {
                throw .invalid(part: .header, at: place)
            }
        }
        for number in 0..<layout.strings.count {
            let place = layout.strings.place(number)
            guard isText(Int(view.word(at: place)), Int(view.word(at: place + 4))) else {
                throw .invalid(part: .strings, at: number)
            }
            claimed += Int(view.word(at: place + 4))
        }
        try checkIndex()
        for number in 0..<layout.entries.count { try checkEntry(number) }
        guard steps == layout.steps.count else { throw .invalid(part: .steps, at: steps) }
        guard choices == layout.choices.count, exacts == layout.exacts.count,
            words == layout.words.count
        else { throw .invalid(part: .choices, at: choices) }
    }

    /// There are as many filled slots as keys, and each key is found: so each once.
    private func checkIndex() throws(CompiledTableError) {
        var filled = 0
        for slot in 0..<layout.slots.count {
            let number = Int(view.long(at: layout.slots.place(slot)) >> 32)
            guard number <= layout.entries.count else { throw .invalid(part: .index, at: slot) }
            if number > 0 { filled += 1 }
        }
        guard filled == layout.entries.count else { throw .invalid(part: .index, at: filled) }
    }

    private mutating func checkEntry(_ number: Int) throws(CompiledTableError) {
        let entry = look.entry(at: number)
        guard isText(entry.keyStart, entry.keyLength), look.isFound(entry, number) else {
            throw .invalid(part: .keys, at: number)
        }
        claimed += entry.keyLength + (entry.isWhole ? max(0, entry.end - entry.start) : 0)
        guard claimed <= layout.texts.count else { throw .invalid(part: .keys, at: number) }
        if entry.isWhole {
            guard entry.start <= entry.end, isText(entry.start, entry.end - entry.start) else {
                throw .invalid(part: .keys, at: number)
            }
            return
        }
        guard entry.start == steps, entry.start <= entry.end, entry.end <= layout.steps.count else {
            throw .invalid(part: .keys, at: number)
        }
        while steps < entry.end {
            guard try checkStep(steps, end: entry.end) else {
                throw .invalid(part: .steps, at: steps)
            }
            steps += 1
        }
    }

    private mutating func checkStep(
        _ number: Int,
        end: Int
    ) throws(CompiledTableError) -> Bool {
        let step = look.step(at: number)
        switch FlatStep.Kind(rawValue: step.kind) {
        case .text:
            return step.first <= step.second
                && isText(Int(step.first), Int(step.second) - Int(step.first))
        case .plain, .pluralNumber: return isString(step.first)
        case .number:
            return isString(step.first) && step.second <= NumberStyleCode.skeleton
                && (step.second != NumberStyleCode.skeleton || isString(step.third))
        case .date, .time:
            return isString(step.first) && step.second <= DateStyleCode.skeleton
                && (step.second != DateStyleCode.skeleton || isString(step.third))
        case .list: return isString(step.first) && step.second <= 1
        case .choose:
            guard step.first == choices, choices < layout.choices.count else { return false }
            try checkChoice(number, end: end)
            choices += 1
            return true
        case .jump: return step.first > number && step.first <= end
        case nil: return false
        }
    }

    private mutating func checkChoice(_ step: Int, end: Int) throws(CompiledTableError) {
        let choice = look.choice(at: UInt32(choices))
        func leads(_ target: Int) -> Bool { target > step && target <= end }
        guard isString(UInt32(choice.name)), FlatChoice.Function(rawValue: choice.function) != nil,
            choice.exactStart == exacts, exacts + choice.exactCount <= layout.exacts.count,
            choice.wordStart == words, words + choice.wordCount <= layout.words.count,
            leads(choice.other), choice.hasOther <= 1
        else { throw .invalid(part: .choices, at: choices) }
        for category in 0..<6 {
            let target = choice.category(category)
            guard target == FlatChoice.absent || leads(Int(target)) else {
                throw .invalid(part: .choices, at: choices)
            }
        }
        for place in exacts..<exacts + choice.exactCount {
            guard leads(look.exact(at: place).target) else {
                throw .invalid(part: .choices, at: choices)
            }
        }
        for place in words..<words + choice.wordCount {
            let word = look.word(at: place)
            guard leads(word.target), isText(word.start, word.length) else {
                throw .invalid(part: .choices, at: choices)
            }
        }
        exacts += choice.exactCount
        words += choice.wordCount
    }

    private func isString(_ number: UInt32) -> Bool { Int(number) < layout.strings.count }

    /// Whether a stretch lies in the texts and begins and ends between scalars.
    private func isText(_ start: Int, _ length: Int) -> Bool {
        start + length <= layout.texts.count && isBoundary(start) && isBoundary(start + length)
    }

    private func isBoundary(_ place: Int) -> Bool {
        place == layout.texts.count || view.byte(at: layout.texts.offset + place) & 0xC0 != 0x80
    }
}
