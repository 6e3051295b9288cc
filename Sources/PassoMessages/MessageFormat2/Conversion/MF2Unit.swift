/// One character of a pattern's text, or one placeholder of it.
struct MF2Unit: Equatable {
    /// The character; nil for a placeholder.
    let scalar: Unicode.Scalar?
    private let element: MF2Element?
    /// The placeholder in canonical writing, by which it is compared.
    let text: String

    static func == (left: MF2Unit, right: MF2Unit) -> Bool {
        left.scalar == right.scalar && left.text == right.text
    }

    /// The units of a pattern.
    static func units(of pattern: MF2Pattern) -> [MF2Unit] {
        pattern.elements.flatMap { element -> [MF2Unit] in
            guard case .text(let text) = element else {
                var writer = MF2Writer()
                writer.write(MF2Pattern(elements: [element]))
                return [MF2Unit(scalar: nil, element: element, text: writer.text)]
            }
            return text.unicodeScalars.map { MF2Unit(scalar: $0, element: nil, text: "") }
        }
    }

    /// The pattern of units.
    static func elements(of units: some Sequence<MF2Unit>) -> [MF2Element] {
        var result: [MF2Element] = []
        var text = String.UnicodeScalarView()
        for unit in units {
            if let scalar = unit.scalar {
                text.append(scalar)
            } else if let element = unit.element {
                if !text.isEmpty { result.append(.text(String(text))) }
                text = String.UnicodeScalarView()
                result.append(element)
            }
        }
        if !text.isEmpty { result.append(.text(String(text))) }
        return result
    }

    /// Whether a word goes on behind a character: both are letters or digits.
    func isInWord(with next: MF2Unit) -> Bool {
        guard let scalar, let other = next.scalar else { return false }
        return Self.isWord(scalar) && Self.isWord(other)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass != .notReordered || properties.isVariationSelector
            || properties.isJoinControl
    }
}
