extension MessageWriter {
    /// Writes a placeholder, between isolates if asked to.
    mutating func write(_ operation: MessageProgram.Operation, _ frame: Frame) {
        if isIsolating { append(Self.isolate) }
        switch operation {
        case .plain(let name):
            if let value = value(of: name, frame) { writePlain(value, frame) }
        case .number(let name, let style):
            if let value = value(of: name, frame) {
                check(value, is: .number, name, frame)
                writeNumber(value, frame.program.numberStyles[Int(style)], name, frame)
            }
        case .pluralNumber(let name, let offset):
            writePluralNumber(name, less: offset, frame)
        case .date(let name, let style):
            if let value = value(of: name, frame) {
                check(value, is: .date, name, frame)
                writeInstant(value, frame.program.dateStyles[Int(style)], nil, name, frame)
            }
        case .time(let name, let style):
            if let value = value(of: name, frame) {
                check(value, is: .time, name, frame)
                writeInstant(value, nil, frame.program.dateStyles[Int(style)], name, frame)
            }
        case .list(let name, let style):
            if let value = value(of: name, frame) {
                check(value, is: .list, name, frame)
                if case .list(let items) = value {
                    writeList(items, style, frame)
                } else {
                    writePlain(value, frame)
                }
            }
        case .text, .choose, .jump:
            break
        }
        if isIsolating { append(Self.isolateEnd) }
    }

    /// Looks a value up; where it is missing, reports that and shows its name.
    private mutating func value(of name: Int32, _ frame: Frame) -> MessageArgument? {
        if let value = frame.value(of: name) { return value }
        let spelled = frame.program.names[Int(name)]
        problems.append(.missingArgument(key: frame.key, name: spelled))
        append("{\(spelled)}")
        return nil
    }

    mutating func check(
        _ value: MessageArgument,
        is expected: MessageParameter.Kind,
        _ name: Int32,
        _ frame: Frame
    ) {
        guard !expected.accepts(value.kind) else { return }
        problems.append(
            .wrongKind(
                key: frame.key,
                name: frame.program.names[Int(name)],
                expected: expected,
                found: value.kind
            )
        )
    }

    /// Writes a value by its kind, as ICU does: numbers with grouping, instants in short form.
    mutating func writePlain(_ value: MessageArgument, _ frame: Frame) {
        switch value {
        case .int(let number): frame.formats.append(number, to: &bytes)
        case .double(let number): frame.formats.append(number, to: &bytes)
        case .string(let string):
            append(string)
            checkLength(frame)
        case .instant(let milliseconds):
            writeInstant(milliseconds, .short, .short, frame)
        case .label(let key): writeMessage(key, .named([]))
        case .message(let key, let arguments): writeMessage(key, .named(arguments))
        case .list(let items): writeList(items, .and, frame)
        }
    }

    private mutating func writeNumber(
        _ value: MessageArgument,
        _ style: MessageNumberStyle,
        _ name: Int32,
        _ frame: Frame
    ) {
        guard style != .plain else {
            writePlain(value, frame)
            return
        }
        let formats = frame.formats
        switch (value, style) {
        case (.int(let number), .skeleton(let skeleton)):
            append(formats.text(number, skeleton) ?? unusable(name, frame, formats.text(number)))
        case (.double(let number), .skeleton(let skeleton)):
            append(formats.text(number, skeleton) ?? unusable(name, frame, formats.text(number)))
        case (.int(let number), .percent): append(formats.percentText(number))
        case (.double(let number), .percent): append(formats.percentText(number))
        case (.double(let number), .integer):
            append(formats.text(number.rounded(.toNearestOrEven)))
        default: writePlain(value, frame)
        }
    }

    /// Reports a style that this language cannot write, and passes on what to write instead.
    private mutating func unusable(_ name: Int32, _ frame: Frame, _ text: String) -> String {
        problems.append(.unusableStyle(key: frame.key, name: frame.program.names[Int(name)]))
        return text
    }

    /// Writes `#`; what is wrong with its value has been reported by the selection around it.
    private mutating func writePluralNumber(
        _ name: Int32,
        less offset: Double,
        _ frame: Frame
    ) {
        guard let value = frame.value(of: name) else {
            append("{\(frame.program.names[Int(name)])}")
            return
        }
        switch PluralNumber(value, less: offset) {
        case .whole(let number): frame.formats.append(number, to: &bytes)
        case .fraction(let number): frame.formats.append(number, to: &bytes)
        case nil: writePlain(value, frame)
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
            append(unusable(name, frame, ""))
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
        let formats = frame.formats
        if let written = formats.text(milliseconds, date: date, time: time, timeZone: timeZone) {
            append(written)
            return true
        }
        append(
            formats.text(milliseconds, date: date, time: time, timeZone: "UTC")
                ?? formats.text(milliseconds, date: .short, time: .short, timeZone: "UTC")
                ?? "\(milliseconds)"
        )
        return false
    }
}
