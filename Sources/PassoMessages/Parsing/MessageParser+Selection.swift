extension MessageParser {
    /// Reads the branches of a selector; the scanner stands behind the comma after the type.
    mutating func readSelection(
        _ head: ArgumentHead,
        type: String,
        in scope: Scope,
        into builder: inout PatternBuilder
    ) {
        let isPlural = type != "select"
        if scope.isSelector { report(.nestedSelector, head.nameRange) }
        var selection = SelectionBuilder(isPlural: isPlural)
        let isWhole = readVariants(of: head, into: &selection)
        if isWhole {
            scanner.index += 1
            if !selection.hasOther { report(.missingOther, head.nameRange) }
        } else {
            skipArgument(from: head.start)
        }
        let range = head.start..<scanner.index
        let function = selection.function(ofType: type)
        parameters.add(head.name, selection.kind(ofType: type), at: head.nameRange)
        guard !selection.variants.isEmpty else {
            builder.append(raw: scanner.utf8[range])
            return
        }
        builder.append(
            .selection(
                MessageSelection(
                    variable: head.name,
                    function: function,
                    variants: selection.variants,
                    range: range
                )
            )
        )
    }

    /// Reads up to the closing brace; false after a mistake, which has been reported.
    private mutating func readVariants(
        of head: ArgumentHead,
        into selection: inout SelectionBuilder
    ) -> Bool {
        while true {
            scanner.skipWhiteSpace()
            guard let byte = scanner.byte else {
                reportUnclosed(head.start)
                return false
            }
            if byte == .closingBrace { return true }
            guard let (key, keyRange) = readKey(of: selection) else { return false }
            guard let key else {
                guard readOffset(keyRange, into: &selection) else { return false }
                continue
            }
            scanner.skipWhiteSpace()
            guard scanner.byte == .openingBrace else {
                report(.selectorSyntax, keyRange)
                return false
            }
            guard readBranch(key, keyRange, of: head, into: &selection) else { return false }
        }
    }

    /// Reads a branch's text in braces.
    private mutating func readBranch(
        _ key: MessageVariant.Key,
        _ keyRange: Range<Int>,
        of head: ArgumentHead,
        into selection: inout SelectionBuilder
    ) -> Bool {
        let opening = scanner.index
        scanner.index += 1
        let scope: Scope =
            selection.isPlural
            ? .plural(variable: head.name, offset: selection.offset) : .select
        let pattern = readPattern(in: scope, level: head.level + 1)
        guard !scanner.isAtEnd else {
            reportUnclosed(opening)
            return false
        }
        scanner.index += 1
        check(key, keyRange, in: selection)
        guard selection.variants.count < limits.maximumBranches else {
            if !selection.isOverfull { report(.tooLarge, keyRange, "\(limits.maximumBranches)") }
            selection.isOverfull = true
            return true
        }
        selection.variants.append(MessageVariant(key: key, pattern: pattern, range: keyRange))
        return true
    }

    /// Reads `=N`, a category or a word.
    ///
    /// A nil key is `offset:`; nil altogether is a mistake.
    private mutating func readKey(
        of selection: SelectionBuilder
    ) -> (MessageVariant.Key?, Range<Int>)? {
        let start = scanner.index
        if selection.isPlural, scanner.byte == .equals {
            scanner.index += 1
            let number = scanner.skipNumber()
            let range = start..<number.upperBound
            guard let value = PatternNumber.parse(scanner.text(number)) else {
                report(.selectorSyntax, range)
                return nil
            }
            return (.exactly(value), range)
        }
        let word = scanner.skipIdentifier()
        guard !word.isEmpty else {
            report(.selectorSyntax, scanner.characterRange)
            return nil
        }
        let text = scanner.text(word)
        if selection.isPlural, text == "offset", scanner.byte == .colon { return (nil, word) }
        return (text == "other" ? .other : .word(text), word)
    }

    /// Reads the number of `offset:`; the scanner stands at the colon.
    private mutating func readOffset(
        _ word: Range<Int>,
        into selection: inout SelectionBuilder
    ) -> Bool {
        scanner.index += 1
        scanner.skipWhiteSpace()
        let number = scanner.skipNumber()
        guard selection.isFresh, let value = PatternNumber.parse(scanner.text(number))
        else {
            report(.pluralOffset, word.lowerBound..<number.upperBound)
            return false
        }
        selection.offset = value
        selection.hasOffset = true
        return true
    }

    private mutating func check(
        _ key: MessageVariant.Key,
        _ range: Range<Int>,
        in selection: SelectionBuilder
    ) {
        if selection.variants.contains(where: { $0.key == key }) {
            report(.duplicateBranch, range)
        }
        if selection.isPlural, case .word(let word) = key, !PluralCategoryWords.contains(word) {
            report(.unknownCategory, range)
        }
    }
}

/// The words that can stand for a plural category; `other` is a key of its own.
enum PluralCategoryWords {
    static let all = ["zero", "one", "two", "few", "many"]

    static func contains(_ word: String) -> Bool { all.contains(word) }
}

/// A selection while its branches are read.
struct SelectionBuilder {
    let isPlural: Bool
    var offset = 0.0
    var hasOffset = false
    var variants: [MessageVariant] = []
    /// Whether branches beyond the limit have been dropped, which is reported once.
    var isOverfull = false

    init(isPlural: Bool) { self.isPlural = isPlural }

    /// Whether an `offset:` may still come.
    var isFresh: Bool { variants.isEmpty && !hasOffset }

    var hasOther: Bool { variants.contains { $0.key == .other } }

    func function(ofType type: String) -> MessageSelection.Function {
        switch type {
        case "plural": .plural(offset: offset)
        case "selectordinal": .ordinal(offset: offset)
        default: .select
        }
    }

    func kind(ofType type: String) -> MessageParameter.Kind {
        switch type {
        case "plural": return .plural
        case "selectordinal": return .ordinal
        default:
            let keys: [String] = variants.compactMap {
                if case .word(let word) = $0.key { word } else { nil }
            }
            return .select(keys: keys)
        }
    }
}
