import Foundation

/// The official tests of CEL, one file a topic: `{sections: [{name, tests}]}`.
///
/// Every file of the folder counts, also one that is not known yet; one that cannot be read is a
/// failure, and so is a test of a form that is not known.
struct CELSuite: ConformanceSuite {
    func run(in folder: URL) -> ConformanceReport? {
        // A folder that cannot be read has no cases.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasSuffix(".json") }.sorted()
        guard !files.isEmpty else { return nil }
        var report = ConformanceReport()
        for file in files { Self.judge(folder.appending(path: file), &report) }
        return report
    }

    private static func judge(_ place: URL, _ report: inout ConformanceReport) {
        let file: CELFile
        do {
            file = try JSONDecoder().decode(CELFile.self, from: Data(contentsOf: place))
        } catch {
            let reason = (error as? DecodingError)?.reason ?? error.localizedDescription
            report.add(place.lastPathComponent, "the file is not one of CEL tests: \(reason)")
            return
        }
        for section in file.sections {
            for (index, entry) in section.tests.enumerated() {
                let name = entry.name ?? "\(index + 1)"
                let id = entry.id ?? "\(file.file)/\(section.name)/\(name)"
                switch entry.sample {
                case .success(let sample): report.add(id, CELVerdict(sample).failure)
                case .failure(let mistake):
                    report.add(id, "the test is not of a known form: \(mistake.reason)")
                }
            }
        }
    }
}
