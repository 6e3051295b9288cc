import Dispatch
import Foundation
import PassoDefinition

/// The program `dot` of Graphviz, which draws pictures.
enum Graphviz {
    /// How long one picture may take, in seconds.
    static let limitSeconds = 60

    /// Draws a picture written in DOT.
    ///
    /// The text goes through files rather than pipes, so that neither side waits for the other.
    ///
    /// - Throws: ``ExitStatus`` after saying what is wrong: not installed, too slow, failed.
    static func svg(of picture: String) throws -> String {
        guard let program = ExternalProgram.find("dot") else {
            Words.complain(EngineTexts.graphGraphvizMissing)
            throw ExitStatus.usage
        }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "passo-\(UUID().uuidString)"
        )
        let drawn = Result { try draw(picture, with: program, in: folder) }
        // A folder that stays behind does no harm.
        try? FileManager.default.removeItem(at: folder)
        switch drawn {
        case .success(let svg): return readableInTheDark(svg)
        case .failure(let status as ExitStatus): throw status
        case .failure(let error): throw failed(error.localizedDescription)
        }
    }

    private static func draw(
        _ picture: String,
        with program: URL,
        _ options: [String] = [],
        in folder: URL
    ) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = (
            input: folder.appending(path: "dot"), output: folder.appending(path: "svg"),
            complaints: folder.appending(path: "complaints")
        )
        try picture.write(to: files.input, atomically: false, encoding: .utf8)
        for file in [files.output, files.complaints] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = ["-Tsvg"] + options
        process.standardInput = try FileHandle(forReadingFrom: files.input)
        process.standardOutput = try FileHandle(forWritingTo: files.output)
        process.standardError = try FileHandle(forWritingTo: files.complaints)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(limitSeconds)) == .success else {
            process.terminate()
            Words.complain(EngineTexts.graphGraphvizSlow(limit: limitSeconds))
            throw ExitStatus.refused
        }
        let svg = try String(contentsOf: files.output, encoding: .utf8)
        guard process.terminationStatus == 0, !svg.isEmpty else {
            // Its usual way of ranking, the better one, fails on some arrows between boxes.
            if options.isEmpty {
                return try draw(picture, with: program, ["-Gnewrank=true"], in: folder)
            }
            let complaints = try String(contentsOf: files.complaints, encoding: .utf8)
            throw failed(complaints.split(separator: "\n").first.map { String($0) } ?? "")
        }
        return svg
    }

    private static func failed(_ reason: String) -> ExitStatus {
        Words.complain(EngineTexts.graphGraphvizFailed(reason: PracticeInk.printable(reason)))
        return .refused
    }

    /// Gives a picture colours of its own for pages that are dark.
    private static func readableInTheDark(_ svg: String) -> String {
        guard let start = svg.range(of: "<g id=\"graph0\"") else { return svg }
        let style = """
            <style>
            @media (prefers-color-scheme:dark) {
            .graph > polygon { fill: #1B1B1B }
            text { fill: #EEEEEE }
            .cluster > path { fill: #262626;stroke: #999999 }
            .node > path, .node > ellipse { fill: #333333;stroke: #CCCCCC }
            .initial > ellipse { fill: #EEEEEE }
            .edge > path { stroke: #CCCCCC }
            .edge > polygon { fill: #CCCCCC;stroke: #CCCCCC }
            .node.active > path { fill: #5C3D00;stroke: #FFB000 }
            .cluster.active > path { fill: #332500;stroke: #FFB000 }
            }
            </style>

            """
        return svg.replacingCharacters(in: start.lowerBound..<start.lowerBound, with: style)
    }
}
