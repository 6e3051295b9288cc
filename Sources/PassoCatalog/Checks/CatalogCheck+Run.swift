public import PassoDiagnostics
internal import PassoICU
internal import PassoMessages
internal import PassoText

extension CatalogCheck {
    /// What the checks need beside the tables.
    public struct Inputs: Sendable {
        /// The words that each language uses for its terms.
        public var glossary: Glossary
        /// Where keys are used; nil when nobody has looked, and then no key counts as unused.
        public var uses: KeyUses?
        /// The names of the checks to run; nil for all.
        public var only: Set<DiagnosticID>?
        /// The messages to look at; nil for all.
        public var keys: Set<String>?
        /// How much is looked at.
        public var limits: CatalogLimits

        /// Names what the checks need.
        public init(
            glossary: Glossary = Glossary(),
            uses: KeyUses? = nil,
            only: Set<DiagnosticID>? = nil,
            keys: Set<String>? = nil,
            limits: CatalogLimits = .standard
        ) {
            self.glossary = glossary
            self.uses = uses
            self.only = only
            self.keys = keys
            self.limits = limits
        }
    }

    /// Checks all tables of a bundle.
    ///
    /// Linear in the number of messages and languages. A message with mistakes of syntax, which
    /// reading its table has reported, is not looked at any further.
    ///
    /// - Parameters:
    ///   - catalog: the tables.
    ///   - inputs: the glossary and the uses of keys.
    /// - Returns: the findings, file by file in the order of the languages, and in the order of the
    ///   text; at most ``CatalogLimits/maximumFindings``.
    public static func run(
        on catalog: Catalog,
        _ inputs: Inputs = Inputs()
    ) -> [CheckFinding] {
        var run = CheckRun(catalog, inputs)
        run.checkMessages()
        run.checkTables()
        return run.sorted
    }
}

/// The state of checking one bundle.
private struct CheckRun {
    let catalog: Catalog
    let desk: CheckDesk
    let limits: CatalogLimits
    let keys: Set<String>?
    let checks: [CatalogCheck]
    let template: Seat
    let seats: [Seat]
    var findings: [CheckFinding] = []

    /// A table with what is known of its language.
    struct Seat {
        let table: StringTable
        let language: CheckLanguage
        let file: SourceText

        init(_ table: StringTable, bundle: String) {
            self.table = table
            let marks = table.attributes.first { $0.name == "@@x-quotes" }?.value.scalar?.text
            language = CheckLanguage(
                locale: table.locale,
                marks: marks.flatMap(QuotationMarks.init(written:))
            )
            file = table.source ?? SourceText(name: "\(bundle)/\(table.locale)", utf8: [])
        }
    }

    init(_ catalog: Catalog, _ inputs: CatalogCheck.Inputs) {
        self.catalog = catalog
        desk = CheckDesk(catalog, inputs)
        limits = inputs.limits
        keys = inputs.keys
        checks = CatalogCheck.all.filter { inputs.only?.contains($0.id) ?? true }
        template = Seat(catalog.template, bundle: catalog.name)
        seats = catalog.translations.map { Seat($0, bundle: catalog.name) }
    }

    mutating func checkMessages() {
        for entry in catalog.template.entries where keys?.contains(entry.key) ?? true {
            let source = Wording(entry, limits: limits)
            let facts = PlaceholderFacts.all(of: entry)
            check(source, source, facts, at: template)
            for seat in seats {
                guard let own = seat.table[entry.key] else { continue }
                check(source, Wording(own, limits: limits), facts, at: seat)
            }
        }
    }

    private mutating func check(
        _ source: Wording,
        _ target: Wording,
        _ facts: [String: PlaceholderFacts],
        at seat: Seat
    ) {
        guard source.isSound, target.isSound else { return }
        let isTemplate = seat.table.locale == catalog.template.locale
        let message = CheckedMessage(
            source: source,
            target: target,
            language: seat.language,
            facts: facts,
            isTemplate: isTemplate,
            file: seat.file,
            desk: desk
        )
        // A text that is not there, or still the source's, has no other mistakes to speak of.
        let isUnfinished = message.isEmpty || (!isTemplate && message.isUntranslated)
        for check in checks {
            if isUnfinished && !check.speaksOfUnfinished { continue }
            let found: [CheckFinding]
            switch check.scope {
            case .message(let find): found = find(message)
            case .translation(let find) where !isTemplate: found = find(message)
            default: continue
            }
            guard !found.isEmpty, !desk.allows(check, target.entry, in: seat.table.locale) else {
                continue
            }
            keep(found)
        }
    }

    mutating func checkTables() {
        for check in checks {
            switch check.scope {
            case .table(let find):
                for seat in seats {
                    keep(find(table(of: seat)))
                }
            case .bundle(let find):
                keep(find(CheckedBundle(catalog: catalog, file: template.file, desk: desk)))
            case .message, .translation: continue
            }
        }
    }

    private func table(of seat: Seat) -> CheckedTable {
        let others = Set(catalog.locales)
        let name = seat.table.locale
        var parent = name[...]
        var hasParent = false
        while let end = parent.lastIndex(of: "-") {
            parent = parent[..<end]
            hasParent = hasParent || others.contains(String(parent))
        }
        return CheckedTable(
            table: seat.table,
            template: catalog.template,
            hasParent: hasParent,
            language: seat.language,
            file: seat.file,
            desk: desk
        )
    }

    private mutating func keep(_ found: [CheckFinding]) {
        findings += found.prefix(max(0, limits.maximumFindings - findings.count))
    }

    /// The findings by file, the template's first, and by place; those elsewhere come last.
    var sorted: [CheckFinding] {
        let files = ([template] + seats).enumerated().map { ($1.file.name, $0) }
        let order = Dictionary(files, uniquingKeysWith: { first, _ in first })
        func place(_ finding: CheckFinding) -> (Int, String, Int, String) {
            let diagnostic = finding.diagnostic
            let name = diagnostic.source.name
            return (
                order[name] ?? files.count, name, diagnostic.range.lowerBound,
                diagnostic.id.rawValue
            )
        }
        return findings.map { (place($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension CatalogCheck {
    /// Whether the check looks at texts that are empty or not translated yet.
    fileprivate var speaksOfUnfinished: Bool {
        switch id.rawValue {
        case CatalogCheck.emptyTexts.id.rawValue, CatalogCheck.untranslated.id.rawValue,
            CatalogCheck.needsReview.id.rawValue, CatalogCheck.staleTexts.id.rawValue:
            true
        default: false
        }
    }
}
