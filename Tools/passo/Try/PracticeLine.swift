/// One line of what the practising agent reads.
struct PracticeLine: Hashable {
    /// What kind of line it is, which a terminal shows by colour.
    enum Kind: Hashable {
        /// What is looked at.
        case plain
        /// The first line of something.
        case heading
        /// What the procedure tells.
        case told
        /// A conflict or a text that is too long.
        case caution
        /// Why something is not possible.
        case refused
        /// What happens around, and hints.
        case faint
    }

    let kind: Kind
    let text: String

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
