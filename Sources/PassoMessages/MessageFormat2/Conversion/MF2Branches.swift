/// Where the branches of selections lie in the pattern that is said when none of their keys fits.
///
/// Counted in characters (Unicode scalars) of the text and placeholders. What lies outside of all
/// branches is the same in every variant.
struct MF2Branches {
    static let attribute = "passo:branches"

    /// One range for each selector; they do not overlap.
    let ranges: [Range<Int>]
    /// Whether a branch that says nothing in any case is none.
    var dropsEmpty = false

    /// The places of the selections of a message; nil if one stands in another.
    static func places(of message: Message) -> MF2Branches? {
        var ranges: [Range<Int>] = []
        var position = 0
        for element in message.pattern.elements {
            let length = length(of: element)
            guard let length else { return nil }
            if case .selection = element { ranges.append(position..<position + length) }
            position += length
        }
        return MF2Branches(ranges: ranges)
    }

    private static func length(of element: MessageElement) -> Int? {
        switch element {
        case .text(let text): return text.unicodeScalars.count
        case .placeholder: return 1
        case .selection(let selection):
            let nested = selection.variants.contains { variant in
                variant.pattern.elements.contains {
                    if case .selection = $0 { true } else { false }
                }
            }
            guard !nested, let other = selection.variants.first(where: { $0.key == .other }) else {
                return nil
            }
            return other.pattern.elements.reduce(0) { $0 + (length(of: $1) ?? 0) }
        }
    }

    /// What the attribute says: `9-16 22-30`.
    var text: String {
        ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }

    /// Reads what the attribute says.
    init?(_ text: String) {
        var ranges: [Range<Int>] = []
        for word in text.split(separator: " ") {
            let ends = word.split(separator: "-")
            guard ends.count == 2, let lower = Int(ends[0]), let upper = Int(ends[1]),
                lower <= upper
            else { return nil }
            ranges.append(lower..<upper)
        }
        self.ranges = ranges
    }

    init(ranges: [Range<Int>]) { self.ranges = ranges }
}

extension MF2Message {
    /// The message with the places of its branches, as far as they are known.
    func marked(with branches: MF2Branches?) -> MF2Message {
        guard let branches, let first = declarations.first else { return self }
        let attribute = MF2Attribute(name: MF2Branches.attribute, value: branches.text)
        var result = self
        switch first {
        case .input(let variable, var expression):
            expression.attributes.append(attribute)
            result.declarations[0] = .input(variable, expression)
        case .local(let variable, var expression):
            expression.attributes.append(attribute)
            result.declarations[0] = .local(variable, expression)
        }
        return result
    }

    /// The places of the branches that the message has been marked with.
    var branches: MF2Branches? {
        let attributes = declarations.flatMap(\.expression.attributes)
        return attributes.last { $0.name == MF2Branches.attribute }?.value
            .flatMap { MF2Branches($0) }
    }
}
