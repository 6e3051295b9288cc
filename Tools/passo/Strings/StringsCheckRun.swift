import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// One run over the bundles of some folders.
struct StringsCheckRun {
    let folders: [CatalogFolder]
    private let mistakes: [Diagnostic]
    private let usePaths: [String]
    private let glossary: (terms: Glossary, mistakes: [Diagnostic])
    private let only: Set<DiagnosticID>?
    private(set) var catalogs: [Catalog] = []

    /// Finds what is to be checked.
    ///
    /// - Parameters:
    ///   - folders: the folders of bundles, or those above them.
    ///   - uses: where keys are used; when empty, what stands beside the tables.
    ///   - glossary: the file of the glossary; the one beside the bundles when nil.
    ///   - only: the checks to run; nil for all.
    init(folders: [String], uses: [String], glossary: String?, only: Set<DiagnosticID>?) {
        let found = folders.map { CatalogFolder.find(in: $0) }
        self.folders = found.flatMap(\.0)
        mistakes = found.flatMap(\.1)
        self.only = only
        usePaths = uses.isEmpty ? UsedKeys.usualPaths(beside: self.folders) : uses
        self.glossary = GlossaryFile.read(glossary, beside: self.folders)
    }

    /// Reads all tables and checks them.
    mutating func check() -> [Diagnostic] {
        let reading = read()
        let inputs = inputs()
        let findings = catalogs.flatMap { CatalogCheck.run(on: $0, inputs).map(\.diagnostic) }
        return mistakes + glossary.mistakes + reading + findings
    }

    /// Repairs each table and says what was changed.
    mutating func repair() {
        _ = read()
        let inputs = inputs()
        for catalog in catalogs {
            for table in [catalog.template] + catalog.translations {
                guard let source = table.source,
                    let repair = CheckRepair.repair(source, in: catalog, inputs)
                else { continue }
                write(repair, to: source.name)
            }
        }
    }

    private func write(_ repair: CheckRepair, to path: String) {
        if let problem = CatalogFile.write(repair.text, to: path) {
            Report.complain([problem])
            return
        }
        for diagnostic in repair.repaired {
            let place = diagnostic.source.position(at: diagnostic.range.lowerBound)
            let sentence = Words.engine.sentence(
                for: diagnostic.id,
                arguments: diagnostic.arguments
            )
            Console.complain("\(path):\(place.line):\(place.column): \(sentence)")
        }
        let count = repair.repaired.count
        Console.complain(Words.text(EngineTexts.stringsFixed(path: path, count: count)))
    }

    private mutating func read() -> [Diagnostic] {
        let read = folders.map { $0.read() }
        catalogs = read.compactMap(\.0)
        return read.flatMap(\.1)
    }

    private func inputs() -> CatalogCheck.Inputs {
        let uses = usePaths.isEmpty ? nil : UsedKeys.read(usePaths, catalogs)
        return CatalogCheck.Inputs(glossary: glossary.terms, uses: uses, only: only)
    }

    /// A line for each bundle: its size and its mistakes.
    func summaries(of diagnostics: [Diagnostic]) -> [String] {
        catalogs.map { catalog in
            let names = Set(([catalog.template] + catalog.translations).compactMap(\.source?.name))
            let own = diagnostics.filter { names.contains($0.source.name) }
            return Words.text(
                EngineTexts.stringsChecked(
                    bundle: catalog.name,
                    messages: catalog.template.entries.count,
                    languages: catalog.locales.count,
                    errors: own.count { $0.severity == .error },
                    warnings: own.count { $0.severity == .warning }
                )
            )
        }
    }
}
