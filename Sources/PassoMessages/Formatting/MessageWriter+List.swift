extension MessageWriter {
    /// Writes the items and joins them as the language does.
    ///
    /// The items are written at the end of the text first, so that everything an item may be
    /// (a message, a list) has one path, with one account of depth and length.
    mutating func writeList(_ items: [MessageArgument], _ frame: Frame) {
        var written: [String] = []
        let before = text
        enter(frame.key) { writer in
            for item in items {
                writer.text = ""
                writer.writePlain(item, frame)
                written.append(writer.text)
            }
        }
        text = before + frame.voice.formats.list(written)
    }
}
