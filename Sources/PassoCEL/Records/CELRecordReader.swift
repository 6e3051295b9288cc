/// Reads a record from a record; asked while a program is compiled.
protocol CELRecordReading<Record>: Sendable {
    associatedtype Record

    /// Reads it as a value.
    var value: @Sendable (Record) -> CELValue { get }

    /// One of its fields, as one of the record that it is read from.
    func member(_ name: String) -> CELField<Record>?

    /// A condition of which all variables belong to this record, which is then read once.
    func test(_ condition: CELRecordCondition) -> CELTest<Record>?

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
        Inner.celField(name)?.after(read)
    }

    func test(_ condition: CELRecordCondition) -> CELTest<Record>? {
        guard let answer = condition.test(of: Inner.self)?.answer else { return nil }
        return CELTest { [read] record in answer(read(record)) }
    }

    func after<Outer>(
        _ outer: @escaping @Sendable (Outer) -> Record
    ) -> any CELRecordReading<Outer> {
        CELRecordReader<Outer, Inner> { [read] in read(outer($0)) }
    }
}
