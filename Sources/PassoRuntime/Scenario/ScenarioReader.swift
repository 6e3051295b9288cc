public import PassoDiagnostics
public import PassoText

/// Reads scenario files.
///
/// ```yaml
/// scenario: A door that closes by itself       # what it shows
/// definitions: [door.yaml]                     # or `procedure: respond-to-request`
/// change: { door: { closesAfter: 20s } }       # constants changed in the YAML of a definition
/// begins: 2026-03-02T09:00:00Z                 # wall-clock time of the beginning
/// given:
///   instances: { front: { workflow: door, data: { width: 90 } } }
/// play:
///   - { at: 0s, by: anna, do: open, on: front, with: { key: "7" }, expect: { state: { front: open } } }
///   - { at: 20s, expect: { state: { front: closed } } }
/// ```
///
/// `at` counts from the beginning, never backwards, with any fraction (`14.999s`, `1m30s`). Events at
/// an instant go before the timers due at it; a step without `do` lets those timers fire too.
/// A text may be written `{ repeat: "é", times: 2000 }`, and a list of such pieces is one text.
/// An event that is refused without `refused` in its `expect` is a failure.
public enum ScenarioReader {
    /// Reads one scenario and collects all its mistakes.
    ///
    /// - Returns: the scenario, unless there is an error, and all diagnostics.
    public static func read(
        _ source: SourceText,
        limits: TextLimits = TextLimits()
    ) -> (Scenario?, [Diagnostic]) {
        let (root, found) = YAMLReader.read(source, limits: limits)
        var reading = ScenarioReading(source: source, diagnostics: found)
        guard let root else { return (nil, reading.diagnostics) }
        let scenario = reading.scenario(root)
        let isRefused = reading.diagnostics.contains { $0.severity == .error }
        return (isRefused ? nil : scenario, reading.diagnostics)
    }
}

/// The limits of scenarios.
public enum ScenarioLimits {
    /// Steps of one scenario.
    public static let steps = 10_000
    /// Timers between two steps that are written down one by one.
    public static let timerStops = 10_000
    /// Bytes of a text that is made by repeating.
    public static let repeatedBytes = 4 << 20
}

/// One reading with what was found so far.
struct ScenarioReading {
    let source: SourceText
    var diagnostics: [Diagnostic]
    private var latest = WorldInstant.zero

    init(source: SourceText, diagnostics: [Diagnostic]) {
        self.source = source
        self.diagnostics = diagnostics
    }

    mutating func scenario(_ root: TextNode) -> Scenario? {
        guard let entries = mapping(root) else { return nil }
        check(entries, against: Self.keys)
        let title = text(root["scenario"], required: "scenario", in: root)
        if root["procedure"] == nil && root["definitions"] == nil {
            diagnostics.append(.missingKey("procedure", in: source, at: root.range))
        }
        if root["play"] == nil {
            diagnostics.append(.missingKey("play", in: source, at: root.range))
        }
        return Scenario(
            source: source,
            title: title?.text ?? "",
            procedure: text(root["procedure"]),
            definitions: list(root["definitions"]).compactMap { text($0) },
            changes: changes(root["change"]),
            beginsAt: beginning(root["begins"]),
            given: root["given"].flatMap { mapping($0) } ?? [],
            steps: steps(root["play"])
        )
    }

    static let keys = [
        "scenario", "about", "procedure", "definitions", "strings", "change", "begins", "given",
        "play",
    ]
    static let stepKeys = ["at", "by", "do", "on", "with", "inputs", "expect", "note"]

    private mutating func steps(_ node: TextNode?) -> [ScenarioStep] {
        let nodes = list(node)
        if nodes.count > ScenarioLimits.steps, let extra = nodes.last {
            diagnostics.append(.tooManySteps(ScenarioLimits.steps, in: source, at: extra.range))
        }
        return nodes.prefix(ScenarioLimits.steps).compactMap { step($0) }
    }

    private mutating func step(_ node: TextNode) -> ScenarioStep? {
        guard let entries = mapping(node) else { return nil }
        check(entries, against: Self.stepKeys)
        let event = text(node["do"])
        if event == nil && node["expect"] == nil && node["at"] == nil {
            diagnostics.append(.missingKey("do", in: source, at: node.range))
        }
        return ScenarioStep(
            range: node.range,
            at: instant(node["at"]),
            actor: text(node["by"]),
            event: event,
            target: text(node["on"]),
            payload: node["with"].flatMap { mapping($0) } ?? [],
            inputs: node["inputs"].flatMap { mapping($0) } ?? [],
            expectations: node["expect"].flatMap { mapping($0) } ?? []
        )
    }

    private mutating func instant(_ node: TextNode?) -> WorldInstant? {
        guard let node else { return nil }
        guard let text = node.scalar?.text, let instant = ScenarioTime.instant(text) else {
            diagnostics.append(.badTime(source.text(in: node.range), in: source, at: node.range))
            return nil
        }
        if instant < latest {
            diagnostics.append(.timeGoesBack(text, in: source, at: node.range))
        }
        latest = max(latest, instant)
        return instant
    }

    private mutating func beginning(_ node: TextNode?) -> Int64 {
        guard let node else { return ScenarioTime.standardBeginning }
        guard let text = node.scalar?.text, let seconds = ScenarioTime.seconds(since1970: text)
        else {
            diagnostics.append(.badTime(source.text(in: node.range), in: source, at: node.range))
            return ScenarioTime.standardBeginning
        }
        return seconds
    }

    private mutating func changes(_ node: TextNode?) -> [ConstantChange] {
        guard let workflows = node.flatMap({ mapping($0) }) else { return [] }
        var changes: [ConstantChange] = []
        for workflow in workflows {
            for constant in mapping(workflow.value) ?? [] {
                changes.append(
                    ConstantChange(
                        workflow: ScenarioText(text: workflow.name, range: workflow.key.range),
                        constant: ScenarioText(text: constant.name, range: constant.key.range),
                        value: source.text(in: constant.value.range)
                    )
                )
            }
        }
        return changes
    }
}

extension ScenarioReading {
    mutating func mapping(_ node: TextNode) -> [TextEntry]? {
        if node.isNull { return [] }
        if let entries = node.mapping { return entries }
        diagnostics.append(.wrongShape("mapping", in: source, at: node.range))
        return nil
    }

    mutating func list(_ node: TextNode?) -> [TextNode] {
        guard let node, !node.isNull else { return [] }
        if let nodes = node.sequence { return nodes }
        diagnostics.append(.wrongShape("list", in: source, at: node.range))
        return []
    }

    mutating func text(
        _ node: TextNode?,
        required key: String? = nil,
        in parent: TextNode? = nil
    ) -> ScenarioText? {
        guard let node else {
            if let key, let parent {
                diagnostics.append(.missingKey(key, in: source, at: parent.range))
            }
            return nil
        }
        if let scalar = node.scalar { return ScenarioText(text: scalar.text, range: node.range) }
        diagnostics.append(.wrongShape("text", in: source, at: node.range))
        return nil
    }

    mutating func check(_ entries: [TextEntry], against keys: [String]) {
        for entry in entries where !keys.contains(entry.name) {
            diagnostics.append(
                .unknownScenarioKey(
                    entry.name,
                    nearest: nearest(to: entry.name, in: keys),
                    in: source,
                    at: entry.key.range
                )
            )
        }
    }
}
