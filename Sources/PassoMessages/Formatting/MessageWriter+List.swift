extension MessageWriter {
    /// Writes the items and joins them as the language does.
    ///
    /// The items are written at the end of the text first and taken off again, so that everything an item may be
    /// (a message, a list) has one path, with one account of depth and length.
    mutating func writeList(_ items: [MessageArgument], _ style: MessageListStyle, _ frame: Frame) {
        var written: [String] = []
        let start = bytes.count
        enter(frame.key) { writer in
            for item in items where !writer.isFull {
                writer.writePlain(item, frame)
                written.append(String(decoding: writer.bytes[start...], as: UTF8.self))
                writer.bytes.removeSubrange(start...)
            }
        }
        append(frame.formats.list(written, style))
        checkLength(frame)
    }
}
