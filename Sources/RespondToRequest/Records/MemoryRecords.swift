/// Records in memory: a value, so that a copy is another set of records.
public struct MemoryRecords: DeskRecords {
    private struct Table {
        var order: [String] = []
        var records: [String: any DeskRecord] = [:]
    }

    private var tables: [RecordKind: Table] = [:]

    /// Makes an empty set.
    public init() {}

    /// Finds a record.
    public func find<Record: DeskRecord>(_ type: Record.Type, _ id: String) -> Record? {
        tables[Record.kind]?.records[id] as? Record
    }

    /// Lists the records of a kind in the order in which they were first saved.
    public func all<Record: DeskRecord>(_ type: Record.Type) -> [Record] {
        guard let table = tables[Record.kind] else { return [] }
        return table.order.compactMap { table.records[$0] as? Record }
    }

    /// Counts the records of a kind.
    public func count(_ kind: RecordKind) -> Int { tables[kind]?.order.count ?? 0 }

    /// Saves a record, if nobody saved it since it was read.
    @discardableResult
    public mutating func save<Record: DeskRecord>(
        _ record: Record
    ) throws(RecordConflict) -> Record {
        let kept = tables[Record.kind]?.records[record.id]?.version ?? 0
        guard kept == record.version else {
            throw RecordConflict(kind: Record.kind, id: record.id, version: kept)
        }
        var next = record
        next.version = kept + 1
        if kept == 0 { tables[Record.kind, default: Table()].order.append(record.id) }
        tables[Record.kind, default: Table()].records[record.id] = next
        return next
    }

    /// Puts a record back with the version it had.
    mutating func restore<Record: DeskRecord>(_ record: Record) {
        tables[Record.kind, default: Table()].order.append(record.id)
        tables[Record.kind, default: Table()].records[record.id] = record
    }
}
