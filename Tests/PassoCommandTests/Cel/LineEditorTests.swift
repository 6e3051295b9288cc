import Testing

@testable import PassoCommand

/// What keys do to a line, and how it looks.
@Suite struct LineEditorTests {
    /// A line after some bytes of a terminal, with the lines that were entered.
    private func typed(_ bytes: String) -> (editor: LineEditor, entered: [String]) {
        var (reader, editor) = (KeyReader(), LineEditor())
        var entered: [String] = []
        for byte in bytes.utf8 {
            guard let key = reader.take(byte) else { continue }
            if case .entered(let line) = editor.press(key) { entered.append(line) }
        }
        return (editor, entered)
    }

    @Test(arguments: [
        ("abc", "abc|"), ("abc\u{7F}", "ab|"), ("abc\u{1B}[D\u{1B}[Dx", "ax|bc"),
        ("abc\u{01}x", "x|abc"), ("abc\u{1B}[Hx\u{1B}[Fy", "xabcy|"), ("ab\u{1B}OD\u{1B}OC", "ab|"),
        ("a b.cd\u{17}", "a b.|"), ("a b.cd\u{1B}b\u{1B}b", "a |b.cd"),
        ("a b.cd\u{1B}[1;5D\u{1B}[1;5D\u{1B}[1;5C", "a b|.cd"), ("abc\u{1B}[D\u{15}", "|c"),
        ("abc\u{01}\u{06}\u{0B}", "a|"), ("abc\u{01}\u{04}", "|bc"), ("abc\u{01}\u{1B}[3~", "|bc"),
        ("zażółć\u{7F}", "zażół|"), ("👩‍👩‍👧é\u{1B}[D\u{7F}", "|é"), ("e\u{301}\u{7F}", "|"),
        ("\u{7F}\u{1B}[D\u{1B}[C\u{17}\u{1B}[3~", "|"), ("a\u{1B}[200~b", "ab|"),
    ])
    func `keys edit the line`(bytes: String, line: String) {
        let editor = typed(bytes).editor
        #expect(editor.before + "|" + editor.after == line)
    }

    @Test func `lines before can be had again`() {
        let (editor, entered) = typed("one\rtwo\rtwo\r  \rhal\u{1B}[A\u{1B}[A\u{1B}[A")
        #expect(entered == ["one", "two", "two", "  "])
        #expect(editor.before == "one")
        #expect(typed("one\rhal\u{1B}[A\u{1B}[B").editor.before == "hal")
        #expect(typed("one\r\u{1B}[B\u{10}\u{0E}\u{0E}").editor.before.isEmpty)
    }

    @Test func `Ctrl-C throws the line away, and Ctrl-D ends an empty one`() {
        var editor = LineEditor()
        editor.insert("abc")
        #expect(editor.press(.cancel) == .cancelled)
        #expect(editor.text.isEmpty)
        #expect(editor.press(.up) == .edited)
        #expect(editor.text.isEmpty)
        #expect(editor.press(.endOfInput) == .ended)
        editor.insert("a")
        #expect(editor.press(.endOfInput) == .edited)
        #expect(editor.press(.tab) == .completing)
    }

    @Test func `a line takes so many bytes and no more`() {
        var editor = LineEditor()
        editor.insert(String(repeating: "a", count: LineEditor.maximumBytes))
        #expect(editor.press(.text("b")) == .edited)
        #expect(editor.text.utf8.count == LineEditor.maximumBytes)
        for number in 0...LineEditor.maximumHistory + 1 {
            _ = editor.press(.cancel)
            editor.insert("\(number)")
            _ = editor.press(.enter)
        }
        for _ in 0...LineEditor.maximumHistory + 5 { _ = editor.press(.up) }
        #expect(editor.text == "2")
    }

    @Test func `bytes that are no key are nothing`() {
        var (reader, editor) = (KeyReader(), LineEditor())
        let noise: [UInt8] = [0xFF, 0xC3, 0x28, 0xE2, 0x82, 0x1B, 0x1B, 0x5B]
        for byte in noise + Array(repeating: 0x30, count: 99) + [0x7E, 0x61] {
            if let key = reader.take(byte) { _ = editor.press(key) }
        }
        #expect(editor.text == "a")
    }

    @Test func `a long line shows the part around the cursor`() {
        let view = LineView(prompt: "> ", columns: 21)
        #expect(view.drawing(typed("abc").editor) == "\r> abc\u{1B}[K")
        #expect(view.drawing(typed("abc\u{1B}[D").editor) == "\r> abc\u{1B}[K\u{1B}[1D")
        let long = "abcdefghijklmnopqrstuvwxyz"
        #expect(view.drawing(typed(long).editor) == "\r> ijklmnopqrstuvwxyz\u{1B}[K")
        #expect(
            view.drawing(typed(long + "\u{01}").editor)
                == "\r> abcdefghijklmnopqr\u{1B}[K\u{1B}[18D"
        )
        let wide = view.drawing(typed("漢字\u{1B}[D").editor)
        #expect(wide == "\r> 漢字\u{1B}[K\u{1B}[2D")
        #expect(!view.drawing(typed("a\u{9B}b").editor).contains("\u{9B}"))
    }
}
