/// A condition to be compiled for the Swift type of the record that it is about.
struct CELRecordCondition {
    let checked: CELCheckedExpression
    let environment: CELEnvironment
    /// The names of each variable from the record on, by the index of its slot.
    let paths: [[String]]

    /// The condition as a test.
    ///
    /// Where all that it reads belongs to one field that is a record itself, that record is read
    /// once, and not again for each of its fields.
    func test<Record: CELRecord>(of type: Record.Type) -> CELTest<Record>? {
        let used = checked.slots.map { paths[$0.index] }
        if let first = used.first?.first,
            used.allSatisfy({ $0.count > 1 && $0[0] == first }),
            case .record(let reader) = Record.celField(first)?.reader.kind
        {
            return reader.test(
                CELRecordCondition(
                    checked: checked,
                    environment: environment,
                    paths: paths.map { Array($0.dropFirst()) }
                )
            )
        }
        var tests = CELRecordTests<Record>(checked, environment, paths.map { Self.reader($0) })
        return tests.test()
    }

    /// How a variable is read; those of other records are not asked for.
    private static func reader<Record: CELRecord>(_ path: [String]) -> CELReader<Record> {
        var field = path.first.flatMap { Record.celField($0) }
        for name in path.dropFirst() { field = field?.reader.member(name) }
        return field?.reader ?? CELReader(.value { _ in .null })
    }
}
