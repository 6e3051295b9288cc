import PassoMessages

/// Compares FormatJS's tree of a message with ours: the elements, their kinds, names, styles and
/// places, and the branches of selectors.
struct TreeComparison {
    /// The UTF-16 offset of each UTF-8 offset.
    private let units: [Int]

    init(_ pattern: String) {
        var units: [Int] = []
        var unit = 0
        for scalar in pattern.unicodeScalars {
            for _ in 0..<UTF8.width(scalar) { units.append(unit) }
            unit += UTF16.width(scalar)
        }
        self.units = units + [unit]
    }

    /// The first difference; nil if the trees are the same.
    func difference(_ expected: [FormatJSNode], _ pattern: MessagePattern) -> String? {
        guard expected.count == pattern.elements.count else {
            return "\(pattern.elements.count) elements instead of \(expected.count)"
        }
        for (node, element) in zip(expected, pattern.elements) {
            if let difference = difference(node, element) { return difference }
        }
        return nil
    }

    private func difference(_ node: FormatJSNode, _ element: MessageElement) -> String? {
        switch element {
        case .text(let text):
            guard node.type == .literal else { return "a text instead of a \(node.type)" }
            return text == node.value ? nil : "the text '\(text)' instead of '\(node.value ?? "")'"
        case .placeholder(let expression):
            return name(node, expression.variable) ?? kind(node, expression.function)
                ?? place(node, expression.range)
        case .selection(let selection):
            return name(node, selection.variable) ?? kind(node, selection.function)
                ?? place(node, selection.range) ?? branches(node, selection)
        }
    }

    /// `#` has no name in FormatJS's tree.
    private func name(_ node: FormatJSNode, _ variable: String) -> String? {
        guard node.type != .pound, node.value != variable else { return nil }
        return "the name '\(variable)' instead of '\(node.value ?? "")'"
    }

    private func place(_ node: FormatJSNode, _ range: Range<Int>) -> String? {
        guard let location = node.location else { return nil }
        guard units.indices.contains(range.lowerBound), units.indices.contains(range.upperBound)
        else { return "a place outside of the message" }
        let ours = (units[range.lowerBound], units[range.upperBound])
        guard ours != (location.start.offset, location.end.offset) else { return nil }
        return "the place \(ours) instead of \((location.start.offset, location.end.offset))"
    }

    private func kind(_ node: FormatJSNode, _ function: MessageFunction) -> String? {
        let isSame =
            switch function {
            case .plain: node.type == .argument
            case .number(let style): node.type == .number && isSame(style, node.style)
            case .pluralNumber: node.type == .pound
            case .date(let style): node.type == .date && isSame(style, node.style)
            case .time(let style): node.type == .time && isSame(style, node.style)
            case .list: false
            }
        return isSame ? nil : "\(function) instead of a \(node.type)"
    }

    private func isSame(_ style: MessageNumberStyle, _ expected: FormatJSNode.Style?) -> Bool {
        switch style {
        case .plain: expected == nil || expected?.text?.isEmpty == true
        case .integer: expected?.text == "integer"
        case .percent: expected?.text == "percent"
        case .skeleton(let skeleton):
            expected?.tokens?.map(\.text)
                == skeleton.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    /// FormatJS replaces `j` in a skeleton by what it stands for; other letters it leaves.
    private func isSame(_ style: MessageDateStyle, _ expected: FormatJSNode.Style?) -> Bool {
        let text = expected?.text?.filter { !$0.isWhitespace } ?? ""
        switch style {
        case .short: return text == "short"
        case .medium: return text.isEmpty || text == "medium"
        case .long: return text == "long"
        case .full: return text == "full"
        case .skeleton(let skeleton):
            guard expected?.isSkeleton == true else { return false }
            return skeleton.lowercased().contains("j")
                || text == skeleton.filter { !$0.isWhitespace }
        }
    }

    private func kind(_ node: FormatJSNode, _ function: MessageSelection.Function) -> String? {
        let isSame =
            switch function {
            case .select: node.type == .select
            case .plural(let offset):
                node.type == .plural && node.pluralType == "cardinal" && node.offset == offset
            case .ordinal(let offset):
                node.type == .plural && node.pluralType == "ordinal" && node.offset == offset
            }
        return isSame ? nil : "\(function) instead of a \(node.type)"
    }

    private func branches(_ node: FormatJSNode, _ selection: MessageSelection) -> String? {
        let expected = node.options ?? [:]
        guard expected.count == selection.variants.count else {
            return "\(selection.variants.count) branches instead of \(expected.count)"
        }
        for variant in selection.variants {
            guard let branch = expected.first(where: { variant.key.isSame(as: $0.key) }) else {
                return "the branch \(variant.key)"
            }
            if let difference = difference(branch.value.value, variant.pattern) {
                return difference
            }
        }
        return nil
    }
}

extension MessageVariant.Key {
    fileprivate func isSame(as name: String) -> Bool {
        switch self {
        case .exactly(let number): name.hasPrefix("=") && Double(name.dropFirst()) == number
        case .word(let word): name == word
        case .other: name == "other"
        }
    }
}
