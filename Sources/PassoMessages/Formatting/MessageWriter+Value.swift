extension MessageWriter {
    /// Writes a placeholder.
    mutating func write(_ operation: MessageProgram.Operation, _ frame: Frame) {
        switch operation {
        case .plain(let name):
            write(name, as: .any, frame) { $0.writePlain($1, frame) }
        case .number(let name, let style):
            let style = frame.program.numberStyles[Int(style)]
            write(name, as: .number, frame) { $0.writeNumber($1, style, name, frame) }
        case .pluralNumber(let name, let offset):
            write(name, as: nil, frame) { $0.writePluralNumber($1, less: offset, frame) }
        case .date(let name, let style):
            let style = frame.program.dateStyles[Int(style)]
            write(name, as: .date, frame) { $0.writeInstant($1, style, nil, name, frame) }
        case .time(let name, let style):
            let style = frame.program.dateStyles[Int(style)]
            write(name, as: .time, frame) { $0.writeInstant($1, nil, style, name, frame) }
        case .text, .choose, .jump:
            break
        }
    }

    /// Looks the value up, reports what is wrong with it, and writes it between isolates.
    ///
    /// No kind is expected of `#`, whose selection has reported already.
    private mutating func write(
        _ name: Int32,
        as expected: MessageParameter.Kind?,
        _ frame: Frame,
        _ body: (inout MessageWriter, MessageArgument) -> Void
    ) {
        if isIsolating { text += Self.isolate }
        defer { if isIsolating { text += Self.isolateEnd } }
        let spelled = frame.program.names[Int(name)]
        guard let value = frame.value(of: name) else {
            if expected != nil {
                problems.append(.missingArgument(key: frame.key, name: spelled))
            }
            text += "{\(spelled)}"
            return
        }
        if let expected { check(value, is: expected, spelled, frame) }
        body(&self, value)
    }

    mutating func check(
        _ value: MessageArgument,
        is expected: MessageParameter.Kind,
        _ name: String,
        _ frame: Frame
    ) {
        guard !expected.accepts(value.kind) else { return }
        problems.append(
            .wrongKind(key: frame.key, name: name, expected: expected, found: value.kind)
        )
    }

    /// Writes a value by its kind, as ICU does: numbers with grouping, instants in short form.
    mutating func writePlain(_ value: MessageArgument, _ frame: Frame) {
        switch value {
        case .int(let number): text += frame.voice.formats.text(number)
        case .double(let number): text += frame.voice.formats.text(number)
        case .string(let string): text += string
        case .instant(let milliseconds):
            writeInstant(milliseconds, .short, .short, frame)
        case .label(let key): writeMessage(key, [])
        case .message(let key, let arguments): writeMessage(key, arguments)
        case .list(let items): writeList(items, frame)
        }
    }

    private mutating func writeNumber(
        _ value: MessageArgument,
        _ style: MessageNumberStyle,
        _ name: Int32,
        _ frame: Frame
    ) {
        let formats = frame.voice.formats
        switch (value, style) {
        case (.int(let number), .skeleton(let skeleton)):
            text += formats.text(number, skeleton) ?? unusable(name, frame, formats.text(number))
        case (.double(let number), .skeleton(let skeleton)):
            text += formats.text(number, skeleton) ?? unusable(name, frame, formats.text(number))
        case (.int(let number), .percent): text += formats.percentText(number)
        case (.double(let number), .percent): text += formats.percentText(number)
        case (.double(let number), .integer):
            text += formats.text(number.rounded(.toNearestOrEven))
        default: writePlain(value, frame)
        }
    }

    /// Reports a style that this language cannot write, and passes on what to write instead.
    private mutating func unusable(_ name: Int32, _ frame: Frame, _ text: String) -> String {
        problems.append(.unusableStyle(key: frame.key, name: frame.program.names[Int(name)]))
        return text
    }

    private mutating func writePluralNumber(
        _ value: MessageArgument,
        less offset: Double,
        _ frame: Frame
    ) {
        guard offset != 0, let number = PluralNumber(value, less: offset) else {
            writePlain(value, frame)
            return
        }
        switch number {
        case .whole(let number): text += frame.voice.formats.text(number)
        case .fraction(let number): text += frame.voice.formats.text(number)
        }
    }

    private mutating func writeInstant(
        _ value: MessageArgument,
        _ date: MessageDateStyle?,
        _ time: MessageDateStyle?,
        _ name: Int32,
        _ frame: Frame
    ) {
        guard case .instant(let milliseconds) = value else {
            writePlain(value, frame)
            return
        }
        if !writeInstant(milliseconds, date, time, frame) {
            text += unusable(name, frame, "")
        }
    }

    /// Writes an instant; in UTC and plainly where ICU cannot.
    @discardableResult
    private mutating func writeInstant(
        _ milliseconds: Int64,
        _ date: MessageDateStyle?,
        _ time: MessageDateStyle?,
        _ frame: Frame
    ) -> Bool {
        let formats = frame.voice.formats
        if let written = formats.text(milliseconds, date: date, time: time, timeZone: timeZone) {
            text += written
            return true
        }
        text +=
            formats.text(milliseconds, date: date, time: time, timeZone: "UTC")
            ?? formats.text(milliseconds, date: .short, time: .short, timeZone: "UTC")
            ?? "\(milliseconds)"
        return false
    }
}
