/// Reads a list of values of one Swift type from a record.
///
/// It is asked while a program is compiled; what it gives runs without it.
protocol CELListReading<Record>: Sendable {
    associatedtype Record

    /// Reads the list as a value.
    var value: @Sendable (Record) -> CELValue { get }

    /// Reads the number of elements.
    var count: @Sendable (Record) -> Int { get }

    /// Reads the same from a record within another.
    func after<Outer>(
        _ outer: @escaping @Sendable (Outer) -> Record
    ) -> any CELListReading<Outer>

    /// Whether one of the elements, or every one, passes a test.
    ///
    /// - Parameters:
    ///   - deciding: the answer of the test that decides: true for `exists`, false for `all`.
    ///   - maximumCount: the longest list that the test can tell; what is longer has no answer.
    ///   - test: the test of an element, made for the type of the elements.
    /// - Returns: the test of the list; `nil` when elements of the type cannot be tested.
    func quantified(
        deciding: Bool,
        maximumCount: Int,
        _ test: any CELElementTest
    ) -> CELTest<Record>?
}

/// A condition on an element of a list, made once the Swift type of the elements is known.
protocol CELElementTest {
    func test<Element: CELConvertible>(of type: Element.Type) -> CELTest<Element>?
}

struct CELListReader<Record, Element: CELConvertible>: CELListReading {
    let read: @Sendable (Record) -> [Element]

    var value: @Sendable (Record) -> CELValue {
        { [read] record in read(record).celValue }
    }

    var count: @Sendable (Record) -> Int {
        { [read] record in read(record).count }
    }

    func after<Outer>(
        _ outer: @escaping @Sendable (Outer) -> Record
    ) -> any CELListReading<Outer> {
        CELListReader<Outer, Element> { [read] in read(outer($0)) }
    }

    func quantified(
        deciding: Bool,
        maximumCount: Int,
        _ test: any CELElementTest
    ) -> CELTest<Record>? {
        guard let test = test.test(of: Element.self)?.answer else { return nil }
        return CELTest { [read] record in
            let list = read(record)
            guard list.count <= maximumCount else { return nil }
            let elements = list.span
            for place in elements.indices {
                guard let answer = test(elements[place]) else { return nil }
                if answer == deciding { return deciding }
            }
            return !deciding
        }
    }
}
