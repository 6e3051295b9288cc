import Foundation
import PassoTesting
import Testing

@Suite struct GraphTests {
    @Test(
        arguments: ["respond-to-request", "agent", "customer-form"],
        ["en", "da", "pl", "pt", "it"]
    )
    func `the shipped definitions are drawn in every language`(
        definition: String,
        locale: String
    ) throws {
        for format in ["mermaid", "dot"] {
            let run = try CommandLineRun(
                ["graph", definition, "--format", format, "--locale", locale])
            #expect(run.status == 0, "\(run.complaints)")
            #expect(goldenDifference(run.output, "graph/\(definition).\(locale).\(format)") == nil)
        }
    }

    @Test func `the active states of a kept instance are highlighted`() throws {
        try withTemporaryFolder { folder in
            let scenario = Repository.root.appending(
                path: "Sources/RespondToRequest/Scenarios/16-close-no-customer.yaml"
            )
            let played = try CommandLineRun(["play", scenario.path, "--save", "kept"], in: folder)
            #expect(played.status == 0, "\(played.complaints)")
            for format in ["mermaid", "dot"] {
                let run = try CommandLineRun(
                    [
                        "graph", "respond-to-request", "--format", format, "--state",
                        "kept/16-close-no-customer.t1.json", "--out", "picture",
                    ],
                    in: folder
                )
                #expect(run.status == 0, "\(run.complaints)")
                #expect(run.output.isEmpty)
                let picture = try String(
                    contentsOf: folder.appending(path: "picture"),
                    encoding: .utf8
                )
                #expect(goldenDifference(picture, "graph/active.\(format)") == nil)
            }
        }
    }

    @Test func `a snapshot of another definition and a folder that is not there are refused`()
        throws
    {
        try withTemporaryFolder { folder in
            let scenario = Repository.root.appending(
                path: "Sources/RespondToRequest/Scenarios/16-close-no-customer.yaml"
            )
            let kept = try CommandLineRun(["play", scenario.path, "--save", "kept"], in: folder)
            try #require(kept.status == 0, "\(kept.complaints)")
            let other = try CommandLineRun(
                ["graph", "agent", "--state", "kept/16-close-no-customer.t1.json"],
                in: folder
            )
            #expect(other.status == 1)
            let nowhere = try CommandLineRun(
                ["graph", "agent", "--out", "nowhere/picture"],
                in: folder
            )
            #expect(nowhere.status == 2)
            #expect(nowhere.complaints.contains("nowhere/picture"))
        }
    }

    @Test func `without Graphviz it says what to install`() throws {
        let run = try CommandLineRun(
            ["graph", "agent", "--format", "svg"],
            environment: ["PATH": "/nowhere"]
        )
        #expect(
            run.complaints
                == "passo: the format svg is drawn by Graphviz, which is not installed; install it with: apt-get install graphviz\n"
        )
        #expect(run.output.isEmpty)
        #expect(run.status == 2)
    }

    @Test func `a Graphviz that fails or says nothing is reported`() throws {
        try withTemporaryFolder { folder in
            let program = folder.appending(path: "dot")
            try "#!/bin/sh\necho 'Error: no more ink' >&2\nexit 3\n".write(
                to: program,
                atomically: true,
                encoding: .utf8
            )
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: program.path
            )
            let run = try CommandLineRun(
                ["graph", "agent", "--format", "svg"],
                environment: ["PATH": "\(folder.path):/usr/bin:/bin"]
            )
            #expect(
                run.complaints
                    == "passo: Graphviz could not draw the picture: Error: no more ink\n"
            )
            #expect(run.status == 1)
        }
    }

    @Test(.enabled(if: Self.hasGraphviz, "Graphviz is not installed: apt-get install graphviz"))
    func `Graphviz draws a picture for light and for dark pages`() throws {
        let run = try CommandLineRun(["graph", "agent", "--format", "svg", "--locale", "da"])
        #expect(run.status == 0, "\(run.complaints)")
        #expect(run.output.hasPrefix("<?xml"))
        #expect(run.output.contains("prefers-color-scheme:dark"))
        #expect(run.output.contains("Ikke klar"))
        #expect(run.complaints.isEmpty)
    }

    private static var hasGraphviz: Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/dot")
        }
    }
}
