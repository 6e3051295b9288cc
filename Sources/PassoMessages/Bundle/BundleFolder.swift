internal import PassoDiagnostics

/// A folder with the tables of one bundle, a file for each language.
struct BundleFolder: Sendable {
    let name: String
    let path: String
    let templateLocale: String
    let limits: MessageLimits

    /// The files of now, with what tells whether they change.
    func stamps() throws(LiveBundleError) -> FolderStamps {
        switch FileReader.names(in: path) {
        case .failure(let failure):
            throw .cannotReadFolder(path: path, code: failure.code)
        case .success(let names):
            let files = names.filter { Self.isCompiled($0) || $0.hasSuffix(".arb") }.sorted()
            let compiled = Set(files.filter(Self.isCompiled).map(Self.stem))
            let used = files.filter { Self.isCompiled($0) || !compiled.contains(Self.stem($0)) }
            return FolderStamps(
                files: used.map { ($0, FileReader.stamp(of: path + "/" + $0)) }
            )
        }
    }

    /// Reads all files and makes a bundle of them.
    func load(_ stamps: FolderStamps) throws(LiveBundleError) -> CompiledBundle {
        guard !stamps.names.isEmpty else { throw .noTables(path: path) }
        var tables: [CompiledTable] = []
        var mistakes: [Diagnostic] = []
        for file in stamps.names {
            guard let table = try load(file, &mistakes) else { continue }
            guard !tables.contains(where: { $0.locale == table.locale }) else {
                throw .sameLocale(table.locale)
            }
            tables.append(table)
        }
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        let bundle = CompiledBundle(
            name: name,
            tables: tables,
            templateLocale: templateLocale,
            limits: limits
        )
        guard bundle.table(for: bundle.templateLocale) != nil else {
            throw .templateMissing(locale: bundle.templateLocale)
        }
        return bundle
    }

    private func load(
        _ file: String,
        _ mistakes: inout [Diagnostic]
    ) throws(LiveBundleError) -> CompiledTable? {
        let path = path + "/" + file
        let table: CompiledTable?
        do throws(CompiledTableError) {
            table =
                Self.isCompiled(file)
                ? try CompiledTable(mapping: path, limits: limits) : try read(path, &mistakes)
        } catch {
            throw LiveBundleError.table(path: path, error)
        }
        if let found = table?.bundle, found != name, !found.isEmpty {
            throw .otherBundle(path: path, found: found, expected: name)
        }
        return table
    }

    private func read(
        _ path: String,
        _ mistakes: inout [Diagnostic]
    ) throws(CompiledTableError) -> CompiledTable? {
        let bytes = try FileReader.bytes(of: path, limit: limits.maximumTableBytes)
        let source = SourceText(name: path, utf8: bytes)
        let (table, diagnostics) = StringTable.read(arb: source, limits: limits)
        mistakes += diagnostics.filter { $0.severity == .error }
        return table.map { CompiledTable($0, bundle: name, limits: limits) }
    }

    private static func isCompiled(_ file: String) -> Bool {
        file.hasSuffix("." + CompiledTable.fileExtension)
    }

    private static func stem(_ file: String) -> Substring {
        file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
    }
}

/// The files of a folder, each with what changes when it does.
struct FolderStamps: Equatable, Sendable {
    /// Empty where a file is gone again.
    private let stamps: [[Int64]]
    let names: [String]

    init(files: [(name: String, stamp: [Int64])] = []) {
        names = files.map(\.name)
        stamps = files.map(\.stamp)
    }
}
