/// How expressions read one field of a record.
///
/// ``CELConvertible`` types make their readers; a type of a host's own hands on the reader of the
/// type that it is made of.
public struct CELReader<Record>: Sendable {
    typealias Read<Value> = @Sendable (Record) -> Value

    /// What can be read without making a value of CEL, and what cannot.
    enum Kind: Sendable {
        case bool(Read<Bool>)
        case int(Read<Int64>)
        case double(Read<Double>)
        case string(Read<String>)
        case list(any CELListReading<Record>)
        case record(any CELRecordReading<Record>)
        case value(Read<CELValue>)
    }

    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// Reads a value of CEL.
    var value: Read<CELValue> {
        switch kind {
        case .bool(let read): { .bool(read($0)) }
        case .int(let read): { .int(read($0)) }
        case .double(let read): { .double(read($0)) }
        case .string(let read): { CELValue(read($0)) }
        case .list(let reader): reader.value
        case .record(let reader): reader.value
        case .value(let read): read
        }
    }

    /// A field of what is read, if that is a record that has the field.
    func member(_ name: String) -> CELField<Record>? {
        guard case .record(let reader) = kind else { return nil }
        return reader.member(name)
    }

    /// Reads the same from a record within another.
    func after<Outer>(_ outer: @escaping @Sendable (Outer) -> Record) -> CELReader<Outer> {
        switch kind {
        case .bool(let read): CELReader<Outer>(.bool { read(outer($0)) })
        case .int(let read): CELReader<Outer>(.int { read(outer($0)) })
        case .double(let read): CELReader<Outer>(.double { read(outer($0)) })
        case .string(let read): CELReader<Outer>(.string { read(outer($0)) })
        case .list(let reader): CELReader<Outer>(.list(reader.after(outer)))
        case .record(let reader): CELReader<Outer>(.record(reader.after(outer)))
        case .value(let read): CELReader<Outer>(.value { read(outer($0)) })
        }
    }
}
