import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoText

/// The OASIS test suite of XLIFF 2.1: what its valid files are, and its invalid ones are not.
///
/// A file in a folder `valid` or `in-out` must give no mistake, one in a folder `invalid` at least
/// one, whose place must lie in it.
struct XLIFFSuite: ConformanceSuite {
    func run(in folder: URL) -> ConformanceReport? {
        let files = Self.files(in: folder)
        guard !files.isEmpty else { return nil }
        var report = ConformanceReport()
        for (id, isValid) in files {
            let path = folder.path + "/" + id
            guard let data = FileManager.default.contents(atPath: path) else {
                report.add(id, "the file cannot be read")
                continue
            }
            let mistakes = Self.mistakes(in: SourceText(name: id, utf8: Array(data)))
            report.add(id, isValid ? Self.complaint(mistakes) : Self.miss(mistakes))
        }
        return report
    }

    /// The cases by their paths, each with whether it should be taken.
    static func files(in folder: URL) -> [(id: String, isValid: Bool)] {
        // A folder that cannot be read has no cases.
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (names ?? []).filter { $0.hasSuffix(".xlf") }.sorted().compactMap { name in
            let parent = name.split(separator: "/").dropLast().last ?? ""
            switch parent {
            case "valid", "in-out": return (name, true)
            case "invalid": return (name, false)
            default: return nil
            }
        }
    }

    /// What is wrong with a file, as XML and as XLIFF.
    static func mistakes(in source: SourceText) -> [Diagnostic] {
        let (document, mistakes) = XMLReader.read(source)
        return mistakes + (document.map { XLIFFValidation.diagnostics(of: $0) } ?? [])
    }

    /// Why a valid file is refused.
    private static func complaint(_ mistakes: [Diagnostic]) -> String? {
        mistakes.first.map { "refused: \(text(of: $0))" }
    }

    /// Why an invalid file is not refused as it should be.
    private static func miss(_ mistakes: [Diagnostic]) -> String? {
        let errors = mistakes.filter { $0.severity == .error }
        guard !errors.isEmpty else { return "not refused" }
        let homeless = errors.first {
            $0.range.isEmpty || $0.range.upperBound > $0.source.utf8.count
        }
        return homeless.map { "refused without a place: \(text(of: $0))" }
    }

    private static func text(of mistake: Diagnostic) -> String {
        let place = mistake.source.position(at: mistake.range.lowerBound)
        let sentence = PlainDiagnosticWords().sentence(
            for: mistake.id,
            arguments: mistake.arguments
        )
        return "\(place.line):\(place.column): \(sentence)"
    }
}
