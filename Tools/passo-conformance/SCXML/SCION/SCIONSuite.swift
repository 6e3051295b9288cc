import Foundation
import PassoDiagnostics

/// The tests of SCION: folders of documents, each with the configurations that its events lead to.
struct SCIONSuite {
    let route: DocumentRoute

    /// Runs the tests; false if the folder holds none.
    func run(in folder: URL, prefix: String, _ report: inout ConformanceReport) -> Bool {
        let cases = Self.cases(in: folder)
        for name in cases {
            let id = prefix + name
            do throws(CaseProblem) {
                let host = FolderHost(folder.appending(path: name).deletingLastPathComponent())
                let place = folder.appending(path: name + ".scxml")
                guard let bytes = try? Data(contentsOf: place) else {
                    throw CaseProblem("there is no document \(name).scxml")
                }
                let source = SourceText(name: place.lastPathComponent, utf8: Array(bytes))
                let document: SourceText
                do throws(CaseProblem) {
                    document = try SCIONTranslation.document(source, in: host)
                } catch {
                    report.skip(id, error.reason)
                    continue
                }
                var script = try SCIONScript.read(folder.appending(path: name + ".json"))
                if let difference = SCIONDifference.all[name] {
                    report.notes.append("\(id) by the Recommendation: \(difference.paragraph)")
                    script = difference.corrected(script)
                }
                report.add(id, try script.failure(document, host, by: route))
            } catch { report.add(id, error.reason) }
        }
        return !cases.isEmpty
    }

    /// The tests by folder and name: every document of a folder below, with its trace beside it.
    private static func cases(in folder: URL) -> [String] {
        let manager = FileManager.default
        // A folder that cannot be read has no cases.
        let folders = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        return folders.sorted().flatMap { inner -> [String] in
            let place = folder.appending(path: inner)
            let files = (try? manager.contentsOfDirectory(atPath: place.path)) ?? []
            let traces = Set(files.filter { $0.hasSuffix(".json") })
            return files.sorted().filter { $0.hasSuffix(".scxml") }
                .map { String($0.dropLast(".scxml".count)) }
                .filter { traces.contains($0 + ".json") }
                .map { "\(inner)/\($0)" }
        }
    }
}

/// The trace of a test: events, and the active states without children that they lead to.
struct SCIONScript: Decodable {
    struct Event: Decodable {
        struct Name: Decodable {
            let name: String
        }

        let event: Name
        /// Milliseconds that pass before it.
        let after: Int?
        let nextConfiguration: [String]
    }

    let initialConfiguration: [String]
    let events: [Event]

    static func read(_ file: URL) throws(CaseProblem) -> SCIONScript {
        do {
            return try JSONDecoder().decode(SCIONScript.self, from: Data(contentsOf: file))
        } catch {
            let reason = (error as? DecodingError)?.reason ?? error.localizedDescription
            throw CaseProblem("\(file.lastPathComponent): \(reason)")
        }
    }

    /// What is wrong with us; nil if nothing is.
    func failure(
        _ document: SourceText,
        _ folder: FolderHost,
        by route: DocumentRoute
    ) throws(CaseProblem) -> String? {
        var run = try SessionRun(document, in: folder, by: route)
        if let reason = difference(initialConfiguration, run, "at first") { return reason }
        for (number, step) in events.enumerated() {
            run.wait(.milliseconds(step.after ?? 0))
            run.send(step.event.name)
            let place = "after event \(number + 1), \(step.event.name),"
            if let reason = difference(step.nextConfiguration, run, place) { return reason }
        }
        return nil
    }

    private func difference(
        _ expected: [String],
        _ run: SessionRun,
        _ place: String
    ) -> String? {
        let found = run.atomicStates
        if found == expected.sorted() { return nil }
        return "\(place) it is in \(found.joined(separator: " ")) instead of "
            + expected.sorted().joined(separator: " ")
    }
}
