import Foundation

/// The published tests of MessageFormat 2: every file of JSON in a folder and its subfolders.
///
/// A file that cannot be read is a failure, and so is a test of a form that is not known.
struct MessageFormat2Suite: ConformanceSuite {
    func run(in folder: URL) -> ConformanceReport? {
        let files = Self.files(in: folder)
        guard !files.isEmpty else { return nil }
        var report = ConformanceReport()
        for file in files { Self.judge(folder.appending(path: file), file, &report) }
        return report
    }

    private static func files(in folder: URL) -> [String] {
        // A folder that cannot be read has no tests.
        guard let all = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
    }

    private static func judge(_ place: URL, _ name: String, _ report: inout ConformanceReport) {
        let file: MessageFormat2File
        do {
            file = try JSONDecoder().decode(
                MessageFormat2File.self,
                from: Data(contentsOf: place)
            )
        } catch {
            let reason = (error as? DecodingError)?.reason ?? error.localizedDescription
            report.add(name, "the file is not one of MessageFormat 2 tests: \(reason)")
            return
        }
        for (index, entry) in file.tests.enumerated() {
            let id = "\(name.dropLast(".json".count))/\(index + 1)"
            switch entry.properties {
            case .failure(let mistake):
                report.add(id, "the test is not of a known form: \(mistake.reason)")
            case .success(let own):
                let test = own.completed(by: file.defaultTestProperties)
                if let draft = Draft.unsupported(test.tags ?? []) {
                    report.skip(id, "\(draft.name): \(draft.reason)")
                } else {
                    report.add(id, MessageFormat2Verdict(test).failure)
                }
            }
        }
    }
}

/// What LDML 48.2 marks as a draft, or leaves to implementations, and what we make of it; the same as
/// in `drafts.tsv`.
struct Draft {
    let name: String
    let isSupported: Bool
    let reason: String

    static let all = [
        Draft(name: ":currency", isSupported: true, reason: "all its options"),
        Draft(name: ":percent", isSupported: true, reason: "all its options"),
        Draft(name: ":unit", isSupported: true, reason: "all its options but usage"),
        Draft(name: ":datetime", isSupported: true, reason: "all its options"),
        Draft(name: ":date", isSupported: true, reason: "all its options"),
        Draft(name: ":time", isSupported: true, reason: "all its options"),
        Draft(name: "u:id", isSupported: true, reason: "on expressions and markup"),
        Draft(name: "u:dir", isSupported: true, reason: "on expressions"),
        Draft(name: "u:locale", isSupported: false, reason: "LDML 48.2 has it no more"),
        Draft(name: ":math", isSupported: false, reason: "the earlier name of :offset"),
    ]

    /// The first feature among the tags of a test that we do not have.
    static func unsupported(_ tags: [String]) -> Draft? {
        all.first { !$0.isSupported && tags.contains($0.name) }
    }
}
