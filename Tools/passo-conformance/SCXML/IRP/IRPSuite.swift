import Foundation
import PassoDiagnostics
import PassoRuntime

/// The tests of the W3C's implementation report: a folder with `index.csv` and `txml`.
struct IRPSuite {
    let route: DocumentRoute

    /// Runs the tests; nil if the folder holds none.
    func run(in folder: URL, prefix: String, _ report: inout ConformanceReport) -> Bool {
        guard let tests = IRPIndex.read(folder.appending(path: "index.csv")) else { return false }
        let texts = folder.appending(path: "txml")
        for test in tests {
            for file in test.files {
                let id = prefix + file.prefix { $0 != "." }.replacing("test", with: "")
                if let reason = IRPTest.foreignGroups[test.group] {
                    report.skip(id, "\(test.group): \(reason)")
                } else {
                    report.add(id, failure(of: test, file, in: texts))
                }
            }
        }
        return true
    }

    /// What is wrong with us; nil if nothing is.
    private func failure(of test: IRPTest, _ file: String, in folder: URL) -> String? {
        guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else {
            return "there is no file \(file)"
        }
        let rule = ManualRule.all[test.id]
        let host = FolderHost(folder) { source in
            // A file that cannot be translated is as good as none.
            source.name.hasSuffix(".txml") ? try? ConfTranslation.document(source) : source
        }
        do throws(CaseProblem) {
            let source = SourceText(name: file, utf8: Array(bytes))
            let document = try ConfTranslation.document(source, adapted: rule?.adapted)
            var run: SessionRun
            do throws(CaseProblem) {
                run = try SessionRun(document, in: host, by: route)
            } catch {
                return rule?.mayBeRefused == true ? nil : error.reason
            }
            run.runToEnd()
            if let rule { return rule.failure(run) }
            if test.isManual { return "a manual test without a rule" }
            return run.failure
        } catch { return error.reason }
    }
}

extension SessionRun {
    /// Why the document did not come to its state `pass`.
    var failure: String? {
        let states = atomicStates
        if world.isFinished(Self.root), states == ["pass"] { return nil }
        let place = states.joined(separator: " ")
        return world.isFinished(Self.root) ? "ends in \(place)" : "stays in \(place)"
    }
}
