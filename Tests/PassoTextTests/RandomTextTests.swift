import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing
import Yams

@Suite struct RandomTextTests {
    static let rounds = TestEnvironment.isFull ? 50_000 : 1_000

    @Test func `reads any document of the subset as libyaml does`() {
        var random = SeededRandom()
        var accepted = 0
        for _ in 0..<Self.rounds {
            var writer = RandomYAML(random: SeededRandom(seed: random.next()))
            let text = writer.document()
            let source = SourceText(name: "a.yaml", text)
            let (node, problems) = YAMLReader.read(source)
            #expect(TreeCheck.faults(node, problems, in: source) == [], "\(random)\n\(text)")
            // Yams lets a value refer to an older one of its own name from inside itself.
            guard let theirs = try? Yams.compose(yaml: text), TreeShape.of(theirs) != "''",
                !problems.contains(where: { $0.id == "alias-of-itself" })
            else { continue }
            accepted += 1
            #expect(problems.map(\.summary) == [], "\(random)\n\(text)")
            #expect(TreeShape.of(node) == TreeShape.of(theirs), "\(random)\n\(text)")
        }
        #expect(accepted > Self.rounds / 2)
    }
}

extension RandomTextTests {
    @Test func `reads any broken YAML without harm, and as libyaml does where both accept it`() {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            var writer = RandomYAML(random: SeededRandom(seed: random.next()))
            var mutation = Mutation(random: SeededRandom(seed: random.next()))
            let bytes = mutation.broken(writer.document())
            let source = SourceText(name: "a.yaml", utf8: bytes)
            let text = source.text(in: SourceRange(0, bytes.count))
            let (node, problems) = YAMLReader.read(source)
            #expect(TreeCheck.faults(node, problems, in: source) == [], "\(random)\n\(text)")
            // YAML 1.1 has these three among its line breaks and marks, and takes every `?` in a
            // flow collection for the mark of a key.
            let isOld = text.contains { "\u{85}\u{2028}\u{FEFF}".contains($0) }
            // A block scalar as the whole document may begin at the left edge, since YAML 1.2.
            let isBlock = node?.scalar?.style == .folded || node?.scalar?.style == .literal
            guard problems.isEmpty, !isOld, !isBlock, !TreeShape.of(node).contains("'?"),
                let theirs = try? Yams.compose(yaml: text)
            else { continue }
            #expect(TreeShape.of(node) == TreeShape.of(theirs), "\(random)\n\(text)")
        }
    }

    @Test func `reads any broken JSON without harm, and accepts nothing that Foundation refuses`() {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            var writer = RandomJSON(random: SeededRandom(seed: random.next()))
            var mutation = Mutation(random: SeededRandom(seed: random.next()))
            let whole = writer.document()
            let (_, none) = JSONReader.read(SourceText(name: "a.json", whole))
            #expect(none.map(\.summary) == [], "\(random)\n\(whole)")
            let bytes = mutation.broken(whole)
            let source = SourceText(name: "a.json", utf8: bytes)
            let text = source.text(in: SourceRange(0, bytes.count))
            let (node, problems) = JSONReader.read(source)
            #expect(TreeCheck.faults(node, problems, in: source) == [], "\(random)\n\(text)")
            let isGood =
                (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
                != nil
            // Foundation refuses numbers that are no double, and is lax about some things.
            let isHuge = text.contains { "eE".contains($0) }
            #expect(isGood || isHuge || !problems.isEmpty, "\(random)\n\(text)")
            let excuses: Set<DiagnosticID> = [
                "binary-file", "duplicate-key", "lone-surrogate", "trailing-comma",
            ]
            let unexcused = problems.map(\.id).filter { !excuses.contains($0) }
            #expect(!isGood || unexcused == [], "\(random)\n\(text)")
            // JSON is YAML, but for what YAML calls unprintable.
            guard problems.isEmpty else { continue }
            let (same, complaints) = YAMLReader.read(source)
            guard complaints.isEmpty else { continue }
            #expect(TreeShape.of(same) == TreeShape.of(node), "\(random)\n\(text)")
        }
    }
    @Test func `stops anywhere without harm`() {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            var writer = RandomYAML(random: SeededRandom(seed: random.next()))
            var mutation = Mutation(random: SeededRandom(seed: random.next()))
            let bytes = mutation.broken(writer.document() + writer.document())
            let source = SourceText(name: "a", utf8: bytes)
            var limits = TextLimits()
            limits.maximumDiagnostics = Int.random(in: 0...4, using: &random)
            limits.maximumNodes = random.pick([3, 10, 30, 1_000]) ?? 0
            limits.maximumDepth = random.pick([0, 1, 2, 3, 100]) ?? 0
            limits.maximumAliases = random.pick([0, 1, 100]) ?? 0
            let text = source.text(in: SourceRange(0, bytes.count))
            for read in [YAMLReader.read, JSONReader.read] {
                let (node, problems) = read(source, limits)
                let faults = TreeCheck.faults(node, problems, in: source)
                #expect(faults == [], "\(random) \(limits)\n\(text)")
            }
        }
    }
}
