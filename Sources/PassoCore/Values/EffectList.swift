import PassoCEL

/// An effect by numbers.
struct EffectRecord: Sendable {
    enum Kind: UInt8, Sendable { case send, cancel, perform, tell, log, other }

    var kind: Kind
    /// A send, a send id, an action, a notice, a log line or another effect.
    var index: Int32
    /// A stretch of the values.
    var start: Int32 = 0
    var count: Int32 = 0
    var delayNanoseconds: Int64 = 0
}

/// The effects of a step, by numbers, with the values they share and the chart that knows their
/// names.
public struct EffectList: Sendable {
    /// The number of effects.
    public private(set) var count = 0
    private(set) var records: [EffectRecord] = []
    /// The payloads and arguments of the records.
    var values: [CELValue] = []
    var notices: [Notice] = []
    /// The effects that are kept as they are.
    var others: [Effect] = []
    var chart: Chart?

    mutating func append(_ record: EffectRecord) {
        records.append(record)
        count += 1
    }

    /// Appends an effect that is kept as it is.
    mutating func append(_ effect: Effect) {
        append(EffectRecord(kind: .other, index: Int32(truncatingIfNeeded: others.count)))
        others.append(effect)
    }

    mutating func removeAll() {
        count = 0
        records.removeAll(keepingCapacity: true)
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if !notices.isEmpty { notices.removeAll(keepingCapacity: true) }
        if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    }
}

extension EffectList: RandomAccessCollection {
    /// The position of the first effect.
    public var startIndex: Int { 0 }
    /// The number of effects.
    public var endIndex: Int { count }

    /// One effect in full.
    ///
    /// - Parameter position: 0 up to the number of effects.
    public subscript(position: Int) -> Effect {
        let record = records[position]
        let index = Int(record.index)
        switch record.kind {
        case .send: return .send(send(record))
        case .cancel: return .cancel(SendID(index))
        case .perform:
            let name = chart?.tables.actionNames[index] ?? ""
            return .perform(action: index, name: name, arguments: arguments(of: record))
        case .tell: return .tell(notices[index])
        case .other: return others[index]
        case .log:
            let label = chart?.tables.logs[index].label ?? ""
            return .log(label: label, values[Int(record.start)])
        }
    }

    private func send(_ record: EffectRecord) -> SendEffect {
        let send = chart?.tables.sends[Int(record.index)]
        let event = send?.event ?? -1
        let id = send?.id ?? -1
        return SendEffect(
            event: event < 0 ? nil : EventID(Int(event)),
            name: send?.name ?? "",
            payload: arguments(of: record),
            target: send?.target,
            delayNanoseconds: record.delayNanoseconds,
            id: id < 0 ? nil : SendID(Int(id)),
            sendID: id < 0 ? nil : chart?.tables.sendIDs[Int(id)],
            place: send?.place ?? 0
        )
    }

    private func arguments(of record: EffectRecord) -> [CELValue] {
        guard record.count > 0 else { return [] }
        return Array(values[Int(record.start)..<Int(record.start) + Int(record.count)])
    }
}
