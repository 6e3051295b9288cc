extension MessageWriter {
    /// U+2068, after which the first strong character decides the direction.
    static let isolate = "\u{2068}"
    /// U+2069, which ends it.
    static let isolateEnd = "\u{2069}"

    /// Writes a placeholder, between isolates if asked to.
    @inline(__always)
    mutating func write(_ step: FlatStep, _ frame: Frame) {
        guard isMarking || isIsolating else {
            writeValue(step, frame)
            return
        }
        isolate(Self.isolate)
        if isMarking { mark(.open(name: frame.name(step.first))) }
        writeValue(step, frame)
        if isMarking { mark(.close) }
        isolate(Self.isolateEnd)
    }

    private mutating func isolate(_ mark: String) {
        guard isIsolating else { return }
        if isMarking { self.mark(.isolate) }
        buffer.append(mark)
    }

    private mutating func writeValue(_ step: FlatStep, _ frame: Frame) {
        guard let place = place(of: step.first, frame) else {
            writeMissing(step, frame)
            return
        }
        if let number = frame.wholeNumber(at: place), step.isPlainNumber {
            write(number, frame)
        } else {
            writeValue(frame.value(at: place), step, frame)
        }
    }

    @inline(never)
    private mutating func writeValue(
        _ value: MessageArgument,
        _ step: FlatStep,
        _ frame: Frame
    ) {
        let name = step.first
        switch FlatStep.Kind(rawValue: step.kind) {
        case .plain: writePlain(value, frame)
        case .number:
            check(value, is: .number, name, frame)
            writeNumber(value, step, frame)
        case .pluralNumber: writePluralNumber(value, less: step.offset, frame)
        case .date:
            check(value, is: .date, name, frame)
            let style = DateStyleCode.style(step.second, frame.look.string(step.third))
            writeInstant(value, style, nil, name, frame)
        case .time:
            check(value, is: .time, name, frame)
            let style = DateStyleCode.style(step.second, frame.look.string(step.third))
            writeInstant(value, nil, style, name, frame)
        case .list:
            check(value, is: .list, name, frame)
            if case .list(let items) = value {
                writeList(items, step.second == 0 ? .and : .or, frame)
            } else {
                writePlain(value, frame)
            }
        case .text, .choose, .jump, nil: break
        }
    }

    /// Shows the name of a value that is missing; for `#` the selection around it has reported it.
    @inline(never)
    private mutating func writeMissing(_ step: FlatStep, _ frame: Frame) {
        let name = frame.name(step.first)
        if step.kind != FlatStep.Kind.pluralNumber.rawValue {
            problems.append(.missingArgument(key: frame.key, name: name))
        }
        buffer.append("{\(name)}")
    }

    mutating func check(
        _ value: MessageArgument,
        is expected: MessageParameter.Kind,
        _ name: UInt32,
        _ frame: Frame
    ) {
        guard !expected.accepts(value.kind) else { return }
        problems.append(
            .wrongKind(
                key: frame.key,
                name: frame.name(name),
                expected: expected,
                found: value.kind
            )
        )
    }

    /// Writes a value by its kind, as ICU does: numbers with grouping, instants in short form.
    mutating func writePlain(_ value: MessageArgument, _ frame: Frame) {
        switch value {
        case .int(let number): write(number, frame)
        case .double(let number): buffer.append(frame.text(of: number))
        case .string(let string):
            buffer.append(string)
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
        _ step: FlatStep,
        _ frame: Frame
    ) {
        let name = step.first
        switch (value, step.second) {
        case (.int(let number), NumberStyleCode.skeleton):
            let skeleton = frame.look.string(step.third)
            let text = frame.formats.with { $0.text(number, skeleton) }
            buffer.append(text ?? unusable(name, frame, frame.text(of: number)))
        case (.double(let number), NumberStyleCode.skeleton):
            let skeleton = frame.look.string(step.third)
            let text = frame.formats.with { $0.text(number, skeleton) }
            buffer.append(text ?? unusable(name, frame, frame.text(of: number)))
        case (.int(let number), NumberStyleCode.percent):
            buffer.append(frame.formats.with { $0.percentText(number) })
        case (.double(let number), NumberStyleCode.percent):
            buffer.append(frame.formats.with { $0.percentText(number) })
        case (.double(let number), NumberStyleCode.integer):
            buffer.append(frame.text(of: number.rounded(.toNearestOrEven)))
        default: writePlain(value, frame)
        }
    }

    /// Reports a style that this language cannot write, and passes on what to write instead.
    private mutating func unusable(_ name: UInt32, _ frame: Frame, _ text: String) -> String {
        problems.append(.unusableStyle(key: frame.key, name: frame.name(name)))
        return text
    }

    /// Writes `#`; what is wrong with its value has been reported by the selection around it.
    private mutating func writePluralNumber(
        _ value: MessageArgument,
        less offset: Double,
        _ frame: Frame
    ) {
        switch PluralNumber(value, less: offset) {
        case .whole(let number): write(number, frame)
        case .fraction(let number): buffer.append(frame.text(of: number))
        case nil: writePlain(value, frame)
        }
    }

    private mutating func writeInstant(
        _ value: MessageArgument,
        _ date: MessageDateStyle?,
        _ time: MessageDateStyle?,
        _ name: UInt32,
        _ frame: Frame
    ) {
        guard case .instant(let milliseconds) = value else {
            writePlain(value, frame)
            return
        }
        if !writeInstant(milliseconds, date, time, frame) {
            buffer.append(unusable(name, frame, ""))
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
        let written = frame.formats.with { $0.text(milliseconds, date: date, time: time) }
        if let written {
            buffer.append(written)
            return true
        }
        let text = frame.formats.with { formats in
            formats.utcText(milliseconds, date: date, time: time)
                ?? formats.utcText(milliseconds, date: .short, time: .short)
        }
        buffer.append(text ?? "\(milliseconds)")
        return false
    }

    @inline(__always)
    private mutating func write(_ number: Int64, _ frame: Frame) {
        frame.formats.with { $0.append(number, to: &buffer) }
    }
}
