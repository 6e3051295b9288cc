import Foundation
import PassoTesting
import Testing

/// README's commands are run and their output is compared, so that it stays true.
///
/// `PASSO_RECORD=1` writes the real outputs into it.
@Suite struct ReadmeTests {
    @Test func `the commands of README print what it shows`() throws {
        let file = Repository.root.appending(path: "README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        var blocks = Readme.blocks(of: readme)
        try withTemporaryFolder { folder in
            for block in blocks where block.language == "yaml" {
                guard let name = block.fileName else { continue }
                try block.body.write(
                    to: folder.appending(path: name),
                    atomically: true,
                    encoding: .utf8
                )
            }
            for index in blocks.indices where blocks[index].language == "console" {
                let shown = blocks[index].body
                let run = try blocks[index].run(in: folder)
                if TestEnvironment.isRecording {
                    blocks[index].body = run
                } else {
                    #expect(shown == run, "README shows another output")
                }
            }
        }
        if TestEnvironment.isRecording {
            try Readme.replacing(blocks, in: readme)
                .write(to: file, atomically: true, encoding: .utf8)
        }
    }

    @Test func `README is no longer than people read`() throws {
        let file = Repository.root.appending(path: "README.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(lines.count < 150)
    }
}

/// The code blocks of a Markdown text.
enum Readme {
    /// One fenced block.
    struct Block {
        let language: String
        /// The lines between the fences, each with its line break.
        var body: String
        let range: Range<Int>

        /// The file that a YAML block is, by the comment in its first line.
        var fileName: String? {
            guard let first = body.split(separator: "\n").first, first.hasPrefix("# ") else {
                return nil
            }
            return String(first.dropFirst(2))
        }

        /// The words of a command as the shell reads them, with its single quotes.
        private static func words(of command: String) -> [String] {
            command.matches(of: #/(?:[^ ']|'[^']*')+/#).map {
                String($0.output).replacing("'", with: "")
            }
        }

        /// Runs the one command of a console block.
        ///
        /// - Returns: the block as it is with the real output, complaints after results. A long output
        ///   is cut where the block shows `…`.
        func run(in folder: URL) throws -> String {
            let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            let command = String(lines[0])
            let words = Self.words(of: command)
            precondition(words.starts(with: ["$", "passo"]), "a console block begins with $ passo")
            let run = try CommandLineRun(Array(words.dropFirst(2)), in: folder)
            var output = (run.output + run.complaints).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            if output.last == "" { output.removeLast() }
            if lines.dropLast().last == "…" { output = output.prefix(lines.count - 3) + ["…"] }
            return ([Substring(command)] + output).joined(separator: "\n") + "\n"
        }
    }

    static func blocks(of text: String) -> [Block] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var blocks: [Block] = []
        var start: Int?
        for (index, line) in lines.enumerated() where line.hasPrefix("```") {
            guard let begin = start else {
                start = index
                continue
            }
            blocks.append(
                Block(
                    language: String(lines[begin].dropFirst(3)),
                    body: lines[begin + 1..<index].map { $0 + "\n" }.joined(),
                    range: begin + 1..<index
                )
            )
            start = nil
        }
        return blocks
    }

    static func replacing(_ blocks: [Block], in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for block in blocks.reversed() where block.language == "console" {
            lines.replaceSubrange(
                block.range,
                with: block.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            )
        }
        return lines.joined(separator: "\n")
    }
}
