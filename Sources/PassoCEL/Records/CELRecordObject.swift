/// A record as a value of CEL.
struct CELRecordObject<Record: CELRecord>: CELOpaque {
    let record: Record

    var celType: CELType { Record.celType }

    func isEqual(to other: any CELOpaque) -> Bool {
        guard let other = other as? CELRecordObject<Record> else { return false }
        return Record.celFields.allSatisfy { field in
            field.reader.value(record) == field.reader.value(other.record)
        }
    }

    func hash(into hasher: inout Hasher) {
        for field in Record.celFields { hasher.combine(field.reader.value(record)) }
    }

    var description: String {
        let fields = Record.celFields.map { "\($0.name): \($0.reader.value(record))" }
        return "\(Record.celName){\(fields.joined(separator: ", "))}"
    }

    func member(_ name: String) -> CELValue? {
        Record.celField(name)?.reader.value(record)
    }

    func hasMember(_ name: String) -> Bool {
        guard let value = member(name) else { return false }
        if case .null = value { return false }
        return true
    }

    var memberNames: [String] { Record.celFields.map(\.name) }
}
