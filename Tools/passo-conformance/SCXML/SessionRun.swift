import Foundation
import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// How a document becomes a chart.
enum DocumentRoute: String, Sendable, CaseIterable {
    /// It is read as it is.
    case direct
    /// It is converted to the language of our own definitions, and that is read.
    case yaml
}

/// A document that is run on a virtual clock, with everything that happens.
struct SessionRun {
    /// The name of the document's instance.
    static let root: InstanceID = "test"
    /// How much virtual time a document may take: more than any published test waits.
    static let patience = WorldInstant(.seconds(120))

    private(set) var world: World
    private(set) var occurrences: [Occurrence] = []
    private var host: FolderHost

    /// Loads and starts a document.
    ///
    /// - Throws: the document is refused.
    init(
        _ source: SourceText,
        in folder: FolderHost,
        by route: DocumentRoute
    ) throws(CaseProblem) {
        host = folder
        host.route = route
        let definition = try TestDocument.definition(source, in: host, by: route)
        world = World(definitions: [definition])
        world.isTracing = true
        do {
            occurrences = try world.start(Self.root, workflow: definition.name, host: &host)
        } catch { throw CaseProblem("\(source.name) does not start: \(error)") }
    }

    /// Lets time pass until the document comes to its end or waits for nothing.
    mutating func runToEnd() {
        while !world.isFinished(Self.root), let due = world.nextTimer, due <= Self.patience {
            occurrences += world.advance(through: due, host: &host)
        }
    }

    /// Lets time pass, with the timers that are due then.
    mutating func wait(_ duration: Duration) {
        let instant = WorldInstant(world.now.duration + duration)
        occurrences += world.advance(through: instant, host: &host)
    }

    /// Brings an event from outside.
    mutating func send(_ event: String, _ data: CELValue = .null) {
        let message = EventMessage(data: data)
        let delivery = Delivery(
            to: Self.root,
            event: event,
            cause: .outside(by: ""),
            message: message
        )
        occurrences += world.bring(delivery, host: &host)
    }

    /// The active states without children, sorted.
    var atomicStates: [String] {
        guard let chart = world.definition(of: Self.root)?.chart,
            let snapshot = world.snapshot(of: Self.root)
        else { return [] }
        return chart.configuration(of: snapshot).filter(chart.isAtomic).map(chart.name).sorted()
    }

    /// What instances wrote to their logs, in order.
    var logs: [(instance: InstanceID, label: String, value: CELValue)] {
        occurrences.compactMap {
            if case .logged(let id, let label, let value) = $0 { (id, label, value) } else { nil }
        }
    }
}

/// Serves the documents of one folder, and no others.
struct FolderHost: WorldHost {
    let folder: URL
    /// Turns the text of a file into what is read.
    let prepared: @Sendable (SourceText) -> SourceText?
    var route = DocumentRoute.direct

    /// A host for a folder whose files are read as they are.
    init(
        _ folder: URL,
        prepared: @escaping @Sendable (SourceText) -> SourceText? = { $0 }
    ) {
        self.folder = folder
        self.prepared = prepared
    }

    func document(at address: String) -> SourceText? {
        let name = address.hasPrefix("file:") ? String(address.dropFirst(5)) : address
        guard !name.contains("/"), !name.contains("\\") else { return nil }
        for file in [name, name.replacing(".scxml", with: ".txml")] {
            // A file that is not there is no document.
            guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { continue }
            let document = prepared(SourceText(name: file, utf8: Array(bytes)))
            guard let document, route == .yaml, document.name.hasSuffix(".scxml") else {
                return document
            }
            // What is not converted is as good as none.
            return try? TestDocument.inYAML(document)
        }
        return nil
    }
}
