/// Puts the messages of a table together as bytes.
///
/// Messages go in the order of the UTF-8 of their keys and everything else in the order of its use, so
/// equal tables give equal bytes.
struct TableBuilder {
    var entries: [FlatEntry] = []
    var steps: [FlatStep] = []
    var choices: [FlatChoice] = []
    var exacts: [FlatExact] = []
    var words: [FlatWord] = []
    var texts: [UInt8] = []
    private var strings: [Range<Int>] = []
    private var stringPlaces: [String: Int] = [:]

    static func bytes(
        of table: StringTable,
        bundle: String,
        _ limits: MessageLimits
    ) -> [UInt8] {
        var builder = TableBuilder()
        let locale = builder.place(table.locale)
        let bundle = builder.place(bundle)
        for key in sortedKeys(of: table).prefix(limits.maximumCompiledKeys) {
            guard let message = table[key]?.message else { continue }
            // What a message adds is bounded by its pattern, whose length has a limit of its own.
            guard builder.roughBytes < limits.maximumCompiledBytes / 2 else { break }
            builder.append(key, message)
        }
        return builder.bytes(locale: locale, bundle: bundle)
    }

    private static func sortedKeys(of table: StringTable) -> [String] {
        table.keys.map { Array($0.utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private var roughBytes: Int {
        texts.count + 16 * (entries.count * 3 + steps.count + exacts.count + words.count)
            + 64 * choices.count
    }

    private mutating func append(_ key: String, _ message: Message) {
        let keyRange = place(key)
        let start = steps.count
        compile(message.pattern)
        let whole = wholeText(from: start)
        if whole != nil { steps.removeSubrange(start...) }
        entries.append(
            FlatEntry(
                keyStart: keyRange.lowerBound,
                keyLength: keyRange.count,
                isWhole: whole != nil,
                start: whole?.lowerBound ?? start,
                end: whole?.upperBound ?? steps.count
            )
        )
    }

    /// Where the text of a message stands that is nothing but one text.
    private func wholeText(from start: Int) -> Range<Int>? {
        guard start < steps.count else { return texts.count..<texts.count }
        guard start + 1 == steps.count, steps[start].kind == FlatStep.Kind.text.rawValue else {
            return nil
        }
        return Int(steps[start].first)..<Int(steps[start].second)
    }

    /// Appends a text.
    mutating func place(_ text: String) -> Range<Int> {
        let start = texts.count
        texts += text.utf8
        return start..<texts.count
    }

    /// The number of a name or a skeleton.
    mutating func number(of string: String) -> Int {
        if let number = stringPlaces[string] { return number }
        let number = strings.count
        stringPlaces[string] = number
        strings.append(place(string))
        return number
    }

    private func bytes(locale: Range<Int>, bundle: Range<Int>) -> [UInt8] {
        let slots = slots()
        let counts = [
            slots.count, entries.count, strings.count, steps.count, choices.count, exacts.count,
            words.count, texts.count,
        ]
        let layout = TableLayout(counts: counts)
        var writer = FlatWriter()
        writer.append(TableLayout.magic)
        writer.append(UInt32(CompiledTable.version))
        writer.append(layout.length)
        writer.append(UInt64(0))
        for count in counts { writer.append(count) }
        for range in [locale, bundle] {
            writer.append(range.lowerBound)
            writer.append(range.count)
        }
        writer.append(UInt64(0))
        for slot in slots { writer.append(slot) }
        for entry in entries { entry.append(to: &writer) }
        for range in strings {
            writer.append(range.lowerBound)
            writer.append(range.count)
        }
        for step in steps { step.append(to: &writer) }
        for choice in choices { choice.append(to: &writer) }
        for exact in exacts { exact.append(to: &writer) }
        for word in words { word.append(to: &writer) }
        writer.append(texts)
        writer.append(Array(repeating: 0, count: layout.length - layout.texts.end))
        return FlatBytes.sealed(writer.bytes)
    }

    /// The index: each key in the first free slot from where its hash says, at most half of them filled.
    private func slots() -> [UInt64] {
        var size = 8
        while size < entries.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for (number, entry) in entries.enumerated() {
            let key = texts[entry.keyStart..<entry.keyStart + entry.keyLength]
            let hash = KeyHash.hash(key)
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash >> 32 | UInt64(number + 1) << 32
        }
        return slots
    }
}
