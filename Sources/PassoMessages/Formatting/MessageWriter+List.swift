extension MessageWriter {
    /// Writes the items and joins them as the language does.
    ///
    /// The items are written at the end of the text first and taken off again, so that everything an item may be
    /// (a message, a list) has one path, with one account of depth and length. A list is one part,
    /// because a language may put its items together in any way.
    mutating func writeList(_ items: [MessageArgument], _ style: MessageListStyle, _ frame: Frame) {
        var written: [String] = []
        let start = buffer.count
        let firstMark = marks.count
        enter(frame.key) { writer in
            for item in items where !writer.isFull {
                writer.writePlain(item, frame)
                written.append(writer.buffer.text(from: start, to: writer.buffer.count))
                writer.buffer.cut(to: start)
            }
        }
        marks.removeSubrange(firstMark...)
        buffer.append(frame.formats.with { $0.list(written, style) })
        checkLength(frame)
    }
}
