import Foundation
import PassoTesting
import Testing

/// A browser without a window that opens pages from files, driven by `Browser/browse.py`.
enum PreviewBrowser {
    /// The Python with selenium that `Tools/test` installs; nil without it or without Chromium.
    static let python: URL? = {
        let place = TestEnvironment.packageRoot()?.appending(
            path: ".build-python-browser/bin/python"
        )
        let needed = ["/usr/bin/chromium", "/usr/bin/chromedriver"] + [place?.path ?? ""]
        return needed.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) } ? place : nil
    }()

    /// The file of axe-core, which comes in the wheel of axe-playwright-python.
    static let axe: String? = {
        let root = TestEnvironment.packageRoot()?.appending(path: ".build-python-browser/lib").path
        guard let root, let names = try? FileManager.default.contentsOfDirectory(atPath: root)
        else {
            return nil
        }
        return names.map { "\(root)/\($0)/site-packages/axe_playwright_python/axe.min.js" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()

    /// One visit: how the browser is set up, what is done there and what is asked.
    struct Question: Encodable {
        var ask = "run"
        var width = 1280
        var height = 900
        var dark = false
        var zoom = 1.0
        var media = ""
        var hash = ""
        var keys: [String] = []
        var script = "return true"
    }

    /// What came of a visit.
    struct Answer {
        let said: Any
        /// What the console of the browser says: nothing, where all is well.
        let log: [String]

        var texts: [String] { said as? [String] ?? ["\(said)"] }
    }

    /// Visits a page once for each question.
    static func visit(_ page: String, _ questions: [Question]) throws -> [Answer] {
        let python = try #require(python)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Browser/browse.py")
        var answers: [Answer] = []
        try withFiles(["page.html": page]) { folder in
            let input = URL(filePath: "\(folder)/questions.json")
            try JSONEncoder().encode(questions).write(to: input)
            let process = Process()
            process.executableURL = python
            process.arguments = [
                script.path, "\(folder)/page.html", axe ?? "", "\(folder)/answers.json",
            ]
            process.standardInput = try FileHandle(forReadingFrom: input)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let data = try Data(contentsOf: URL(filePath: "\(folder)/answers.json"))
            let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
            answers = list.map {
                Answer(said: $0["said"] ?? NSNull(), log: $0["log"] as? [String] ?? [])
            }
        }
        try #require(answers.count == questions.count)
        return answers
    }
}
