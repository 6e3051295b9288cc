internal import PassoDiagnostics
internal import PassoMessages

/// The messages of one file with what is to become of each.
struct ReturnedMessages {
    private var rows: [Row] = []
    private let before: Catalog
    private let locale: String
    private var unknownCount = 0

    /// A message that the template has, and all others.
    fileprivate struct Row {
        let unit: ReturnedUnit
        let message: ReturnedMessage?
        var outcome: ExchangeReport.Outcome
        var diagnostics: [Diagnostic]
    }

    /// Decides on every message by the texts; the checks have not been asked yet.
    init(
        _ document: ReturnedDocument,
        _ table: StringTable,
        _ catalog: Catalog,
        overwrites: Bool
    ) {
        before = catalog
        locale = table.locale
        let twice = Self.keysGivenTwice(document.units)
        var first: [String: ReturnedUnit] = [:]
        for unit in document.units {
            let earlier = first[unit.key]
            if let earlier, earlier.isEqual(to: unit) { continue }
            first[unit.key] = earlier ?? unit
            let message = ReturnedMessage(
                unit,
                in: document.source,
                catalog,
                table,
                overwrites: overwrites
            )
            var row = Row(unit: unit, message: message, outcome: .refused, diagnostics: [])
            if !unit.mistakes.isEmpty {
                row.diagnostics = unit.mistakes
            } else if twice.contains(unit.key) {
                let place = (earlier ?? unit).range
                row.diagnostics = [
                    .keyTwice(unit.key, first: place, in: document.source, at: unit.range)
                ]
            } else if let message {
                row.decide(message.verdict)
            } else {
                row.diagnostics = [unknownKey(of: unit, in: document.source)]
            }
            rows.append(row)
        }
    }

    /// Says that the template lacks a key.
    ///
    /// Looking for the one that was meant costs as much as there are keys, so it is done for the
    /// first ones only: a file of something else is told soon enough.
    private mutating func unknownKey(of unit: ReturnedUnit, in file: SourceText) -> Diagnostic {
        unknownCount += 1
        let isEarly = unknownCount <= ExchangeLimits.standard.maximumDiagnostics
        let near = isEarly ? before.nearest(to: unit.key) : nil
        return .exchangeUnknownKey(unit, nearest: near, in: file)
    }

    /// The keys that two messages say different things of.
    private static func keysGivenTwice(_ units: [ReturnedUnit]) -> Set<String> {
        var first: [String: ReturnedUnit] = [:]
        var twice: Set<String> = []
        for unit in units {
            guard let earlier = first[unit.key] else {
                first[unit.key] = unit
                continue
            }
            if !earlier.isEqual(to: unit) { twice.insert(unit.key) }
        }
        return twice
    }

    /// The messages whose translations go into the table.
    var taken: [ReturnedMessage] { rows.filter { $0.outcome == .taken }.compactMap(\.message) }

    /// The messages whose translations count as done from now on.
    var reviewed: [ReturnedMessage] {
        rows.filter { $0.outcome == .reviewed }.compactMap(\.message)
    }

    /// The first message with something that neither left with it nor is in the table.
    var firstNews: ReturnedUnit? {
        rows.first { row in
            let unit = row.unit
            let isTouched = unit.text.map { unit.stamp?.target != TextHash($0) } ?? false
            switch row.outcome {
            case .taken: return isTouched
            case .refused: return isTouched || !unit.mistakes.isEmpty
            case .reviewed:
                return before.state(of: unit.key, in: locale) != .translated
            case .unchanged, .kept, .open: return false
            }
        }?.unit
    }

    /// Adds what the checks found; a mistake refuses its message.
    mutating func add(_ findings: [String: [Diagnostic]]) {
        for index in rows.indices where rows[index].outcome == .taken {
            let found = findings[rows[index].unit.key] ?? []
            rows[index].diagnostics += found
            if found.contains(where: { $0.severity == .error }) { rows[index].outcome = .refused }
        }
    }

    /// What became of every message.
    func reports(after: Catalog) -> [ExchangeReport.Message] {
        rows.map { row in
            let stateBefore = before.state(of: row.unit.key, in: locale)
            let isRefused = row.outcome == .refused
            let own = before.table(for: locale)?[row.unit.key]?.pattern ?? ""
            var message = ExchangeReport.Message(
                key: row.unit.key,
                range: row.unit.range,
                outcome: row.outcome,
                before: own.isEmpty ? nil : own,
                returned: row.unit.text,
                stateBefore: stateBefore,
                state: isRefused ? stateBefore : after.state(of: row.unit.key, in: locale),
                diagnostics: row.diagnostics
            )
            // A mark of review that changes nothing is none.
            if message.outcome == .reviewed, message.state == stateBefore {
                message.outcome = .unchanged
            }
            return message
        }
    }
}

extension ReturnedMessages.Row {
    fileprivate mutating func decide(_ verdict: ReturnedMessage.Verdict) {
        switch verdict {
        case .take: outcome = .taken
        case .review: outcome = .reviewed
        case .leave: outcome = .unchanged
        case .keep: outcome = .kept
        case .waitForText: outcome = .open
        case .refuse(let diagnostic): diagnostics = [diagnostic]
        }
    }
}
