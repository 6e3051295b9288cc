public import PassoDiagnostics

extension Ledger {
    /// What the first line of a ledger begins with; the version of the format follows.
    static let heading = "# passo-ledger "
    /// The version that this module reads and writes.
    static let version = 1

    /// Reads the file of a ledger.
    ///
    /// The first line says what the file is and what its columns are; each further line holds a key,
    /// the fingerprints of its source and of its translation, and a state, with tabs between them.
    /// A line that cannot be understood is left out, so that its message needs review again; the
    /// others count.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: how many lines it may have.
    /// - Returns: what could be read, and the mistakes in their order.
    public static func read(
        _ source: SourceText,
        limits: CatalogLimits = .standard
    ) -> (Ledger, [Diagnostic]) {
        var reader = LedgerReader(source: source, limits: limits)
        reader.read()
        return (reader.ledger, reader.diagnostics)
    }
}

/// The state of reading one ledger.
private struct LedgerReader {
    let source: SourceText
    let limits: CatalogLimits
    var ledger = Ledger()
    var diagnostics: [Diagnostic] = []
    private var first: [String: SourceRange] = [:]
    private var rowCount = 0
    private var isInConflict = false

    init(source: SourceText, limits: CatalogLimits) {
        self.source = source
        self.limits = limits
    }

    mutating func read() {
        guard readHeading() else { return }
        let lines = source.lineCount
        for number in 1...lines {
            let range = source.lineRange(number)
            let line = source.utf8[range.offsets]
            if line.isEmpty || number == 1 && line.starts(with: Ledger.heading.utf8) { continue }
            guard rowCount < limits.maximumLedgerRows else {
                report(.ledgerLimit(limits.maximumLedgerRows, in: source, at: range))
                return
            }
            rowCount += 1
            if let mark = ConflictMark(line) {
                readMark(mark, range)
            } else {
                readRow(range)
            }
        }
    }

    /// Reads the first line; false when the lines behind it may mean anything.
    private mutating func readHeading() -> Bool {
        let range = source.lineRange(1)
        let line = source.line(1)
        guard line.hasPrefix(Ledger.heading) else {
            report(.ledgerHeading(writing: Ledger.headingLine, in: source))
            return true
        }
        let version = line.dropFirst(Ledger.heading.count).prefix { $0 != "\t" }
        guard Int(version) == Ledger.version else {
            report(
                .ledgerVersion(String(version), known: Ledger.version, in: source, at: range)
            )
            return false
        }
        return true
    }

    private mutating func readMark(_ mark: ConflictMark, _ range: SourceRange) {
        if mark == .begins || !isInConflict {
            report(.ledgerConflict(in: source, at: range))
        }
        isInConflict = mark != .ends
    }

    private mutating func readRow(_ range: SourceRange) {
        let cells = source.cells(of: range)
        guard cells.count == 4, let key = EscapedText.read(source.utf8[cells[0].offsets]) else {
            report(.ledgerLine(in: source, at: range))
            return
        }
        let source = hash(cells[1])
        let target = hash(cells[2])
        let state = state(cells[3])
        if let earlier = first[key] {
            report(.ledgerTwice(key, first: earlier, in: self.source, at: cells[0]))
        } else {
            first[key] = cells[0]
        }
        guard let source, let target, let state else { return }
        ledger.add(Ledger.Row(key: key, source: source, target: target, state: state))
    }

    private mutating func hash(_ range: SourceRange) -> TextHash? {
        let text = source.text(in: range)
        if let hash = TextHash(digits: text) { return hash }
        report(.ledgerHash(text, in: source, at: range))
        return nil
    }

    private mutating func state(_ range: SourceRange) -> TranslationState? {
        let text = source.text(in: range)
        if let state = TranslationState(rawValue: text) { return state }
        report(.ledgerState(text, in: source, at: range))
        return nil
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        guard diagnostics.count < limits.maximumLedgerDiagnostics else { return }
        diagnostics.append(diagnostic)
    }
}

/// What a version control system leaves where it could not merge.
private enum ConflictMark {
    case begins, continues, ends

    init?(_ line: ArraySlice<UInt8>) {
        guard let mark = line.first, line.count >= 7, line.prefix(7).allSatisfy({ $0 == mark }),
            line.count == 7 || line.dropFirst(7).first == 0x20, !line.contains(0x09)
        else { return nil }
        switch mark {
        case UInt8(ascii: "<"): self = .begins
        case UInt8(ascii: "="), UInt8(ascii: "|"): self = .continues
        case UInt8(ascii: ">"): self = .ends
        default: return nil
        }
    }
}
