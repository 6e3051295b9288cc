import PassoDiagnostics

/// How a line that is being typed looks: in one row, of which a long line shows the part around the
/// cursor.
struct LineView {
    let prompt: String
    /// The columns of the terminal.
    let columns: Int

    /// What draws the line where the cursor's row is.
    func drawing(_ editor: LineEditor) -> String {
        // The last column stays free: what is written there may wrap.
        let room = max(8, columns - 1 - DisplayWidth.of(prompt))
        let behind = fitting(editor.after, in: room / 4)
        let shown = fitting(editor.before.reversed(), in: room - behind.width)
        let start = String(shown.characters.reversed().joined())
        let rest = fitting(editor.after, in: room - shown.width)
        let back = rest.width > 0 ? "\u{1B}[\(rest.width)D" : ""
        return "\r\(prompt)\(start)\(rest.characters.joined())\u{1B}[K\(back)"
    }

    /// As many characters as fit into some columns, as they can be shown.
    private func fitting(
        _ text: some Sequence<Character>,
        in room: Int
    ) -> (characters: [String], width: Int) {
        var characters: [String] = []
        var width = 0
        for character in text {
            let shown = SafeText.shown(character)
            let next = width + DisplayWidth.of(shown)
            guard next <= room else { break }
            width = next
            characters.append(shown)
        }
        return (characters, width)
    }
}
