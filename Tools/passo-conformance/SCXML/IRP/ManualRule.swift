import PassoCEL
import PassoCore
import PassoRuntime
import PassoText

/// How a test is judged that the W3C leaves to a person: by the trace that its assertion names.
struct ManualRule: Sendable {
    /// The assertion, or the part of it that is looked at.
    let assertion: String
    /// Whether a processor may, or must, refuse the document.
    var mayBeRefused = false
    /// What is changed in the document, so that it does what its assertion is about.
    var adapted: (@Sendable (inout XMLOutputElement) -> Void)?
    /// Why the trace breaks the assertion; nil if it does not.
    let failure: @Sendable (SessionRun) -> String?

    /// The rules by the tests' ids.
    static let all: [String: ManualRule] = [
        "178": ManualRule(
            assertion: "6.2: all attributes and values provided by param and/or namelist are "
                + "included even if duplicates occur",
            failure: duplicates
        ),
        "230": ManualRule(
            assertion: "6.4: all the fields of an event have the same values in the forwarded copy",
            failure: forwardedCopy
        ),
        "250": ManualRule(
            assertion: "6.4: onexit handlers run for all active states of a cancelled session",
            failure: exitHandlers
        ),
        "301": ManualRule(
            assertion: "5.8: a document whose script cannot be downloaded is rejected",
            mayBeRefused: true,
            failure: { _ in "the document is not refused" }
        ),
        "307": ManualRule(
            assertion: "5.9: substructure of data that are not loaded yet behaves as non-existent "
                + "substructure of loaded data",
            adapted: askSubstructure,
            failure: lateBinding
        ),
        "313": ManualRule(
            assertion: "5.9: an ill-formed expression is refused, or an error when it is evaluated",
            mayBeRefused: true,
            failure: { $0.failure }
        ),
        "314": ManualRule(
            assertion: "5.9: an error of an expression is raised when it is to be evaluated",
            mayBeRefused: true,
            failure: { $0.failure }
        ),
        "415": ManualRule(
            assertion: "3.13: having entered a final state at the top, the processor halts",
            failure: halt
        ),
    ]
}

extension ManualRule {
    /// The test gives 2 and 3 under one name and logs the event.
    private static func duplicates(_ run: SessionRun) -> String? {
        for (_, _, value) in run.logs {
            let data = value.mapValue?["data"]?.mapValue
            let items = data?.values.flatMap { $0.listValue ?? [$0] } ?? []
            if items.contains(2), items.contains(3) { return nil }
        }
        return "the event has not both values: \(run.logs.map { "\($0.value)" })"
    }

    /// Parent and child log the fields of the event and of its copy under equal labels.
    private static func forwardedCopy(_ run: SessionRun) -> String? {
        var fields: [String: [CELValue]] = [:]
        for (_, label, value) in run.logs { fields[label, default: []].append(value) }
        guard Set(run.logs.map(\.instance)).count == 2, fields.count == 7 else {
            return "two sessions are to log seven fields each, there are \(run.logs.count) lines"
        }
        for (label, values) in fields.sorted(by: { $0.key < $1.key }) {
            guard values.count == 2, values.allSatisfy({ $0.isSame(as: values[0]) }) else {
                return "\(label): \(values)"
            }
        }
        return nil
    }

    /// The child logs what it leaves, from the inside out, and does not come to its end.
    private static func exitHandlers(_ run: SessionRun) -> String? {
        let lines = run.logs.filter { $0.instance != SessionRun.root }.map { $0.value.stringValue }
        return lines == ["Exiting sub01", "Exiting sub0"] ? nil : "the child logs \(lines)"
    }

    /// Makes the document ask for the same member before the data are loaded as afterwards.
    ///
    /// It asks for the data themselves, which in CEL is no question of substructure: data that are
    /// not loaded are null.
    @Sendable private static func askSubstructure(_ document: inout XMLOutputElement) {
        // Nothing that is thrown here could be thrown.
        guard
            let changed = try? document.mapped({ element in
                if element.name == "log", element["expr"] == "Var1" { element["expr"] = "Var1.bar" }
            })
        else { return }
        document = changed
    }

    /// Both accesses log the same, or both raise an error of the same kind.
    private static func lateBinding(_ run: SessionRun) -> String? {
        func outcome(_ state: String) -> [String] {
            run.logs.filter { $0.label.contains(state) }.map { line in
                let event = line.value.mapValue
                let code = event?["data"]?.mapValue?["code"]
                return "\(event?["name"] ?? line.value) \(code ?? "")"
            }
        }
        let (before, after) = (outcome("s0"), outcome("s1"))
        guard !before.isEmpty else { return "nothing is logged in s0" }
        return before == after ? nil : "\(before) before, \(after) afterwards"
    }

    /// Nothing is heard after the last state was entered.
    private static func halt(_ run: SessionRun) -> String? {
        guard run.world.isFinished(SessionRun.root) else { return "the document goes on" }
        let trace: [TraceEntry] = run.occurrences.compactMap {
            if case .traced(_, let entry) = $0 { entry } else { nil }
        }
        let heard = trace.contains { entry in
            switch entry {
            case .heard, .took: true
            default: false
            }
        }
        return heard ? "an event is heard after the end" : nil
    }
}
