/// How to find one's way in the bytes of a table: numbers only, so that it can be copied for nothing.
///
/// It owns nothing: only ``TableStorage`` and what keeps that alive hold one.
struct TableLook: Sendable {
    let view: FlatView
    let slots: Int
    let slotMask: Int
    let entries: Int
    let strings: Int
    let stringCount: Int
    let steps: Int
    let choices: Int
    let exacts: Int
    let words: Int
    let texts: Int
    private let wholeTexts: KeptTexts.Places

    init(_ view: FlatView, _ layout: TableLayout, _ wholeTexts: KeptTexts.Places) {
        self.view = view
        self.wholeTexts = wholeTexts
        slots = layout.slots.offset
        slotMask = max(0, layout.slots.count - 1)
        entries = layout.entries.offset
        strings = layout.strings.offset
        stringCount = layout.strings.count
        steps = layout.steps.offset
        choices = layout.choices.offset
        exacts = layout.exacts.offset
        words = layout.words.offset
        texts = layout.texts.offset
    }

    @inline(__always)
    func entry(at number: Int) -> FlatEntry {
        FlatEntry(view, at: entries &+ FlatEntry.stride &* number)
    }

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
