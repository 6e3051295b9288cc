import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoText

extension ScenarioPlayer {
    /// Checks a refusal: `refused: key`, or `{ key:, text:, in:, with:, field: }`, or `refused: false`.
    mutating func checkRefusal(
        _ expectation: TextEntry,
        _ caused: [Happening],
        on stage: some ScenarioStage
    ) {
        let refusals = caused.compactMap { happening -> RefusedEvent? in
            guard case .refused(_, let refused) = happening.occurrence else { return nil }
            return refused
        }
        let found = refusals.map(\.name).joined(separator: ", ")
        let node = expectation.value
        if case .bool(let isRefused) = node.scalar?.value {
            if isRefused == refusals.isEmpty {
                failed("refused", expected: "\(isRefused)", found: found, at: node)
            }
            return
        }
        checkShape(of: node, ["key", "text", "in", "with", "field"])
        let isFound = refusals.contains { refused in
            refused.notice.map { matches(node, $0, on: stage) } == true
                && (node["field"]?.scalar?.text).map { $0 == refused.field } ?? true
        }
        if !isFound { failed("refused", expected: describe(node), found: found, at: node) }
    }

    /// Checks what was told: `told: key`, a list of keys, or `{ key:, text:, in:, to:, with: }`.
    ///
    /// `told: []` is nothing at all.
    mutating func checkTold(_ expectation: TextEntry, on stage: some ScenarioStage) {
        let told = recent.compactMap { happening -> (String?, Notice)? in
            guard case .told(_, let notice, _) = happening.occurrence else { return nil }
            return (happening.person, notice)
        }
        let shown = told.map { "\($0.0 ?? "–"): \($0.1.key)" }.joined(separator: ", ")
        let node = expectation.value
        if node.sequence?.isEmpty == true && !told.isEmpty {
            failed("told", expected: "[]", found: shown, at: node)
        }
        for expected in node.sequence ?? [node] {
            checkShape(of: expected, ["key", "text", "in", "to", "with"])
            let isFound = told.contains { person, notice in
                matches(expected, notice, on: stage)
                    && (expected["to"]?.scalar?.text).map { $0 == person } ?? true
            }
            if !isFound {
                failed("told", expected: describe(expected), found: shown, at: expected)
            }
        }
    }

    /// Checks names and shapes: a part that is written wrongly must not be passed over.
    private mutating func checkShape(of node: TextNode, _ keys: [String]) {
        for entry in node.mapping ?? [] {
            guard !keys.contains(entry.name) else {
                if entry.name == "with" {
                    if entry.value.mapping == nil { wrongShape("mapping", at: entry.value) }
                } else if entry.value.scalar == nil {
                    wrongShape("text", at: entry.value)
                }
                continue
            }
            transcript.failures.append(
                .unknownScenarioKey(
                    entry.name,
                    nearest: nearest(to: entry.name, in: keys),
                    in: scenario.source,
                    at: entry.key.range
                )
            )
        }
    }

    /// Whether a notice has the key or the text, and the arguments that are named.
    private func matches(
        _ node: TextNode,
        _ notice: Notice,
        on stage: some ScenarioStage
    ) -> Bool {
        if let key = node.scalar?.text { return key == notice.key }
        if let key = node["key"]?.scalar?.text, key != notice.key { return false }
        if let text = node["text"]?.scalar?.text {
            let strings = stage.world.definitions.values.lazy.compactMap(\.strings).first
            let writer = TranscriptWriter(
                strings: strings,
                locale: node["in"]?.scalar?.text ?? "en"
            )
            if writer.text(of: notice) != text { return false }
        }
        return (node["with"]?.mapping ?? []).allSatisfy { entry in
            switch notice.arguments.first(where: { $0.name == entry.name })?.value {
            case .value(let value): ScenarioValues.matches(entry.value, value)
            case .label(let key): entry.value["label"]?.scalar?.text == key
            case .message(let inner): matches(entry.value, inner, on: stage)
            case .missing, nil: false
            }
        }
    }
}
