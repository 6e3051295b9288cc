import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import Testing

/// A world of open charts, with documents that a host has.
struct SessionFixture {
    /// A host with a few documents.
    struct Library: WorldHost {
        var documents: [String: String] = [:]

        func document(at address: String) -> SourceText? {
            documents[address].map { SourceText(name: address, $0) }
        }
    }

    var world: World
    var host = Library()
    var occurrences: [Occurrence] = []

    /// Makes a world of documents, given as the name and what stands inside of `<scxml>`.
    init(
        _ documents: KeyValuePairs<String, String>,
        limits: RuntimeLimits = .standard,
        library: [String: String] = [:],
        typed: [String] = []
    ) throws {
        let open = try documents.map { name, body in
            try Self.definition(Self.document(body, name: name))
        }
        let definitions = open + (try typed.map { try Self.definition($0) })
        world = World(definitions: definitions, limits: limits)
        host.documents = library
    }

    /// A whole document.
    static func document(_ body: String, name: String = "inner") -> String {
        """
        <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="cel"
            name="\(name)">\(body)</scxml>
        """
    }

    static func definition(_ text: String) throws -> Definition {
        let name = text.hasPrefix("<") ? "test.scxml" : "test.yaml"
        let result = DefinitionCompiler.compile(SourceText(name: name, text), strings: nil)
        try #require(result.definition != nil, "\(result.diagnostics)")
        return try result.get()
    }

    mutating func start(_ id: InstanceID, _ workflow: String? = nil) throws {
        occurrences += try world.start(id, workflow: workflow ?? id.rawValue, host: &host)
    }

    mutating func send(_ event: String, to id: InstanceID, _ data: [String: CELValue] = [:]) throws
    {
        occurrences += try world.send(event, data, to: id, by: "anna", host: &host)
    }

    mutating func pass(_ duration: Duration) {
        let instant = WorldInstant(world.now.duration + duration)
        occurrences += world.advance(through: instant, host: &host)
    }

    /// The atomic state of an instance, or all of them.
    func state(_ id: InstanceID) -> String {
        world.activeStates(of: id).filter { state in
            guard let chart = world.definition(of: id)?.chart, let state = chart.stateID(state)
            else { return false }
            return chart.isAtomic(state)
        }.joined(separator: " ")
    }

    /// What instances logged under a label.
    func logged(_ label: String) -> [CELValue] {
        occurrences.compactMap {
            if case .logged(_, label, let value) = $0 { value } else { nil }
        }
    }

    /// The names of the instances that still run, without the ones the host started.
    var children: [InstanceID] { world.instanceIDs.filter { world.invocation(of: $0) != nil } }
}
