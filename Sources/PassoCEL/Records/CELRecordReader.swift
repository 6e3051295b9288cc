/// Reads a record from a record; asked while a program is compiled.
protocol CELRecordReading<Record>: Sendable {
    associatedtype Record

    /// Reads it as a value.
    var value: @Sendable (Record) -> CELValue { get }

    /// One of its fields, as one of the record that it is read from.
    func member(_ name: String) -> CELField<Record>?

    /// Reads the same from a record within another.
    func after<Outer>(
        _ outer: @escaping @Sendable (Outer) -> Record
    ) -> any CELRecordReading<Outer>
}

struct CELRecordReader<Record, Inner: CELRecord>: CELRecordReading {
    let read: @Sendable (Record) -> Inner

    var value: @Sendable (Record) -> CELValue {
        { [read] record in read(record).celValue }
    }

    func member(_ name: String) -> CELField<Record>? {
        Inner.celFields.first { $0.name == name }?.after(read)
    }

    func after<Outer>(
        _ outer: @escaping @Sendable (Outer) -> Record
    ) -> any CELRecordReading<Outer> {
        CELRecordReader<Outer, Inner> { [read] in read(outer($0)) }
    }
}
