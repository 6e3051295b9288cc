import PassoCEL
import PassoCore
public import PassoDefinition

extension World {
    /// Takes up a kept world where it was left.
    ///
    /// - Parameters:
    ///   - archive: the kept world.
    ///   - definitions: the definitions that its instances run; documents are in the archive.
    ///   - limits: what it may cost.
    ///   - policy: what becomes of the timers when it goes on later.
    ///   - instant: when it goes on; nil, or one before it was left, is when it was left.
    /// - Throws: why it cannot be used.
    public init(
        _ archive: WorldArchive,
        definitions: [Definition],
        limits: RuntimeLimits = .standard,
        timers policy: TimerPolicy = .originalDeadline,
        at instant: WorldInstant? = nil
    ) throws(ArchiveProblem) {
        guard archive.format == WorldArchive.currentFormat,
            case .timestamp(let beginsAt) = archive.beginsAt
        else { throw .unknownFormat(archive.format) }
        self.init(definitions: definitions, beginsAt: beginsAt, limits: limits)
        try archive.check(limits)
        now = max(archive.now, instant ?? archive.now)
        journal = archive.journal
        // So far from the end that counting on never comes there.
        invocationCount = min(max(archive.invocations ?? 0, 0), .max / 2)
        try restoreDocuments(of: archive)
        for kept in archive.instances { try restore(kept) }
        if let traffic = archive.traffic { try restore(traffic) }
        for timer in archive.timers {
            timers.arm(
                policy == .originalDeadline ? timer : timer.moved(from: archive.now, to: now)
            )
        }
    }

    private mutating func restoreDocuments(of archive: WorldArchive) throws(ArchiveProblem) {
        for (key, kept) in archive.documents ?? [:] {
            guard definitions[key] == nil, let definition = kept.compile() else {
                throw .unfitDocument(key)
            }
            documents[key] = Document(kept: kept, definition: definition)
        }
    }

    private mutating func restore(_ kept: WorldArchive.Instance) throws(ArchiveProblem) {
        guard let chart = definition(for: kept.workflow)?.chart else {
            throw .unknownWorkflow(kept.workflow)
        }
        guard !instances.contains(kept.id) else { throw .wrongOrder(kept.id) }
        let inputs: Inputs
        do { inputs = try chart.inputs(inOrder: kept.inputs) } catch { throw .unfit(kept.id) }
        guard chart.accepts(kept.snapshot) else { throw .unfit(kept.id) }
        if let invocation = kept.invocation { try adopt(kept.id, invocation) }
        instances.append(
            Instance(
                id: kept.id,
                workflow: kept.workflow,
                snapshot: kept.snapshot,
                inputs: inputs,
                invocation: kept.invocation
            )
        )
    }

    /// Puts an instance on the list of the one that invoked it, which comes before it.
    private mutating func adopt(
        _ child: InstanceID,
        _ invocation: Invocation
    ) throws(ArchiveProblem) {
        guard let place = instances.place(of: invocation.parent),
            instances[place].children[invocation.id] == nil,
            depth(of: invocation.parent) < limits.invocationDepth
        else { throw .wrongOrder(child) }
        guard instances[place].children.count < limits.invocationsPerInstance else {
            throw .limit("invocationsPerInstance")
        }
        instances[place].children[invocation.id] = child
    }

    private mutating func restore(_ traffic: WorldArchive.Traffic) throws(ArchiveProblem) {
        for start in traffic.starts {
            let isTwice = starts.contains { $0.instance == start.instance }
            guard !instances.contains(start.instance), !isTwice else {
                throw .wrongOrder(start.instance)
            }
            guard definition(for: start.workflow) != nil else {
                throw .unknownWorkflow(start.workflow)
            }
            try adopt(start.instance, start.invocation)
            starts.append(start)
        }
        errors = traffic.errors
        queue = traffic.events
    }
}

extension WorldArchive {
    /// Looks at the sizes before anything is made of them.
    fileprivate func check(_ limits: RuntimeLimits) throws(ArchiveProblem) {
        let starts = traffic?.starts.count ?? 0
        guard instances.count + starts <= limits.instances else { throw .limit("instances") }
        guard timers.count <= limits.timers else { throw .limit("timers") }
        guard documents?.count ?? 0 <= limits.documents else { throw .limit("documents") }
        let waiting = (traffic?.errors.count ?? 0) + (traffic?.events.count ?? 0) + starts
        guard waiting <= limits.waiting else { throw .limit("waiting") }
    }
}

extension PendingTimer {
    /// A copy with as long to go at a later instant as at an earlier one.
    fileprivate func moved(from left: WorldInstant, to resumed: WorldInstant) -> PendingTimer {
        let gap = resumed.nanoseconds.subtractingReportingOverflow(left.nanoseconds)
        return PendingTimer(
            delivery: delivery,
            sender: sender,
            name: name,
            due: due.advanced(byNanoseconds: gap.overflow ? .max : gap.partialValue)
        )
    }
}
