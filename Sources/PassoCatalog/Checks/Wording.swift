internal import PassoMessages

/// One message with all the ways to read it, made once for all checks.
struct Wording: Sendable {
    let entry: StringEntry
    let readings: [Reading]
    /// Whether the message could be read; one with mistakes of syntax is reported as such only.
    let isSound: Bool
    /// The names of the arguments.
    let names: Set<String>

    init(_ entry: StringEntry, limits: CatalogLimits) {
        self.entry = entry
        isSound = entry.problems.allSatisfy { $0.id == .nestedSelector }
        let maker = ReadingMaker(entry.pattern, limit: limits.maximumReadings)
        readings = isSound ? maker.readings(of: entry.message) : []
        names = Set(entry.message.parameters.map(\.name))
    }

    var parameters: [MessageParameter] { entry.message.parameters }

    func parameter(_ name: String) -> MessageParameter? {
        parameters.first { $0.name == name }
    }

    /// All choices, those in branches of others too.
    var selections: [MessageSelection] { Self.selections(of: entry.message.pattern) }

    private static func selections(of pattern: MessagePattern) -> [MessageSelection] {
        pattern.elements.flatMap { element -> [MessageSelection] in
            guard case .selection(let selection) = element else { return [] }
            return [selection] + selection.variants.flatMap { selections(of: $0.pattern) }
        }
    }
}

extension MessageSelection {
    /// Whether a branch is chosen by a number.
    var isNumeric: Bool {
        if case .select = function { false } else { true }
    }

    var isOrdinal: Bool {
        if case .ordinal = function { true } else { false }
    }

    /// What is taken off the number before its category is found.
    var offset: Double {
        switch function {
        case .plural(let offset), .ordinal(let offset): offset
        case .select: 0
        }
    }
}

extension MessageVariant {
    /// The word of the branch; nil for an exact number.
    var word: String? {
        switch key {
        case .word(let word): word
        case .other: "other"
        case .exactly: nil
        }
    }
}
