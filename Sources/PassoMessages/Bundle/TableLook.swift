/// How to find one's way in the bytes of a table: numbers only, so that it can be copied for nothing.
///
/// It owns nothing: only ``TableStorage`` and what keeps that alive hold one.
struct TableLook: Sendable {
    let keys: KeyIndex
    let strings: Int
    let stringCount: Int
    let steps: Int
    let choices: Int
    let exacts: Int
    let words: Int
    let wholeTexts: KeptTexts.Places

    var view: FlatView { keys.view }
    var texts: Int { keys.texts }

    init(_ view: FlatView, _ layout: TableLayout, _ wholeTexts: KeptTexts.Places) {
        self.wholeTexts = wholeTexts
        keys = KeyIndex(view, layout)
        strings = layout.strings.offset
        stringCount = layout.strings.count
        steps = layout.steps.offset
        choices = layout.choices.offset
        exacts = layout.exacts.offset
        words = layout.words.offset
    }

    @inline(__always)
    func entry(at number: Int) -> FlatEntry { keys.entry(at: number) }

    /// The number of a key, or nil if the table lacks it.
    func place(of key: String) -> Int? { keys.place(of: key) }

    @inline(__always)
    func step(at number: Int) -> FlatStep {
        FlatStep(view, at: steps &+ FlatStep.stride &* number)
    }

    @inline(__always)
    func choice(at number: UInt32) -> FlatChoiceView {
        FlatChoiceView(view, at: choices &+ FlatChoice.stride &* Int(number))
    }

    func exact(at number: Int) -> FlatExact {
        FlatExact(view, at: exacts &+ FlatExact.stride &* number)
    }

    func word(at number: Int) -> FlatWord {
        FlatWord(view, at: words &+ FlatWord.stride &* number)
    }

    /// A name or a skeleton.
    func string(_ number: UInt32) -> String {
        let place = strings &+ 8 &* Int(number)
        return text(Int(view.word(at: place)), Int(view.word(at: place &+ 4)))
    }

    /// A stretch of the texts.
    func text(_ start: Int, _ length: Int) -> String { view.text(texts &+ start, length) }

    /// The whole text of a message that is nothing but one text.
    @inline(__always)
    func wholeText(of entry: FlatEntry, at number: Int) -> String {
        wholeTexts.text(at: number) { text(entry.start, entry.end &- entry.start) }
    }
}
