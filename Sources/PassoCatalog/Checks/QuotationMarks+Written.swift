internal import PassoICU

extension QuotationMarks {
    /// Marks as `@@x-quotes` gives them: two or four characters, opening, closing and the inner ones.
    init?(written text: String) {
        let marks = text.map(String.init)
        guard marks.count == 2 || marks.count == 4 else { return nil }
        self.init(
            opening: marks[0],
            closing: marks[1],
            innerOpening: marks[marks.count - 2],
            innerClosing: marks[marks.count - 1]
        )
    }
}
