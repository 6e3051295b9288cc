internal import PassoDiagnostics
internal import PassoText

/// An element within another that is looked at further.
struct XLIFFChild {
    let element: MarkupElement
    /// Whether the tables have a rule for it; others are extensions.
    let isKnown: Bool
}

extension XLIFFCheck {
    /// Checks what an element holds: which elements, in which order and number, and whether text.
    ///
    /// - Returns: the elements to look at further.
    mutating func checkContent(
        of element: MarkupElement,
        _ name: XLIFFName,
        _ rule: XLIFFElementRule
    ) -> [XLIFFChild] {
        if !rule.hasText { checkNoText(in: element) }
        if rule.isOpaque {
            checkOpaque(element, name)
            return []
        }
        var place = XLIFFContentPlace(rule.content)
        var children: [XLIFFChild] = []
        for child in element.elements {
            // A prefix that is not declared was reported by the reader of XML.
            if child.name.prefix != nil, child.name.namespace == nil { continue }
            let childName = self.name(child)
            switch place.take(childName) {
            case .fits: break
            case .tooMany(let first):
                report.add(.xliffElementTwice(child, within: element, first: first, in: source))
            case .tooLate:
                report.add(.xliffElementOrder(child, within: element, in: source))
            case .unknown:
                report.add(
                    .xliffElement(child, within: element, allowed: place.names, in: source)
                )
                continue
            }
            place.note(childName, at: child.nameRange)
            let isKnown = childName.vocabulary != .foreign
            children.append(XLIFFChild(element: child, isKnown: isKnown))
        }
        for names in place.missing {
            report.add(.xliffElementMissing(names, within: element, in: source))
        }
        return children
    }

    private mutating func checkNoText(in element: MarkupElement) {
        let text = element.texts.first { !$0.isBlank || $0.isSection }
        if let text { report.add(.xliffText(text.range, within: element, in: source)) }
    }

    /// What holds somebody else's data holds nothing of its own vocabulary.
    private mutating func checkOpaque(_ element: MarkupElement, _ name: XLIFFName) {
        for child in element.elements {
            let vocabulary = self.name(child).vocabulary
            if child.name.namespace == nil
                ? child.name.prefix == nil : vocabulary == name.vocabulary
            {
                report.add(.xliffElement(child, within: element, allowed: [], in: source))
            }
        }
    }
}

/// How far the elements within another have come in the order that its rule gives.
private struct XLIFFContentPlace {
    enum Answer {
        case fits
        case tooMany(SourceRange?)
        case tooLate
        case unknown
    }

    private let content: [XLIFFParticle]
    private var counts: [Int]
    private var taken: [XLIFFName: Int] = [:]
    private var first: [XLIFFName: SourceRange] = [:]
    private var current = 0

    init(_ content: [XLIFFParticle]) {
        self.content = content
        counts = Array(repeating: 0, count: content.count)
    }

    /// Takes the next element.
    mutating func take(_ name: XLIFFName) -> Answer {
        guard let place = content[current...].firstIndex(where: { $0.takes(name) }) else {
            guard let place = content[..<current].firstIndex(where: { $0.takes(name) }) else {
                return .unknown
            }
            let isFull = counts[place] >= content[place].maximum
            counts[place] += 1
            return isFull ? .tooMany(first[name]) : .tooLate
        }
        current = place
        counts[place] += 1
        taken[name, default: 0] += 1
        let isTooMany =
            counts[place] > content[place].maximum
            || taken[name, default: 0] > content[place].limits[name] ?? .max
        return isTooMany ? .tooMany(first[name]) : .fits
    }

    /// Notes where an element stands for the first time.
    mutating func note(_ name: XLIFFName, at range: SourceRange) {
        if first[name] == nil { first[name] = range }
    }

    /// The elements of which there are too few, place by place.
    var missing: [[String]] {
        zip(content, counts).filter { $0.minimum > $1 }.map { particle, _ in
            particle.names.map(\.text)
        }
    }

    /// The names of all elements that can stand here.
    var names: [String] { content.flatMap { $0.names.map(\.text) } }
}
