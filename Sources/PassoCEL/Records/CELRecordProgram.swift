/// An expression over a record, whose result has a Swift type.
///
/// It is parsed, checked and compiled once. Each call reads the fields that the expression needs
/// from the record that it is given, and keeps nothing.
///
/// ```swift
/// let isLarge = try CELRecordProgram<Order, Bool>("total > 1000 && customer.name != ''")
/// if try isLarge(order) { … }
///
/// let title = try CELRecordProgram<Order, String>("'Order of ' + customer.name")
/// ```
///
/// A condition of comparisons, sizes, `in`, `all`, `exists` and the logical operators runs over the
/// fields themselves: it makes no values of CEL and allocates nothing.
public struct CELRecordProgram<Record: CELRecord, Output: CELConvertible>: Sendable {
    /// The expression.
    public let text: String
    /// The type of the expression, which ``CELConvertible/celType`` of the output goes with.
    public var type: CELType { values.program.type }
    /// What an evaluation costs at most while the fields keep to their bounds.
    ///
    /// Computed anew each time, in time proportional to the expression.
    public var cost: CELCost { values.cost }
    /// Answers a condition where it can.
    private let test: CELTest<Record>?
    /// Answers everything.
    private let values: CELRecordValues<Record>

    /// Prepares an expression.
    ///
    /// - Parameters:
    ///   - text: the expression; the fields of the record are its variables.
    ///   - environment: what else it may name: functions and constants. Its variables are left out.
    /// - Throws: every mistake of the expression, or that its type is not that of the output.
    public init(
        _ text: String,
        in environment: CELEnvironment = CELEnvironment()
    ) throws(CELProblems) {
        let (checked, variables, environment) = try CELRecordVariables<Record>
            .check(text, as: Output.celType, in: environment)
        self.text = text
        values = CELRecordValues(
            checked,
            checked.expression.root,
            environment,
            variables.readers
        )
        let condition = CELRecordCondition(
            checked: checked,
            environment: environment,
            paths: variables.paths
        )
        test = checked.type == .bool ? condition.test(of: Record.self) : nil
    }

    /// Evaluates the expression over a record.
    ///
    /// - Throws: why there is no value: an error of the expression, or a value that the output
    ///   cannot hold, which only expressions of type `dyn` and those with `null` have.
    public func callAsFunction(_ record: Record) throws(CELError) -> Output {
        if let test, let answer = test.answer(record), let output = Output(celValue: .bool(answer))
        {
            return output
        }
        let value = try values.value(record)
        if let output = Output(celValue: value) { return output }
        throw CELError(
            .invalidArgument,
            range: 0..<text.utf8.count,
            [CELArgument("value", value.description)]
        )
    }
}

extension CELRecordProgram where Output == Bool {
    /// Evaluates the condition over a record.
    ///
    /// - Throws: why there is no answer.
    public func callAsFunction(_ record: Record) throws(CELError) -> Bool {
        if let test, let answer = test.answer(record) { return answer }
        let value = try values.value(record)
        guard case .bool(let answer) = value else { throw .noOverload("bool", [value]) }
        return answer
    }

    /// Says why the condition has the outcome that it has over a record.
    ///
    /// - Returns: the parts that decided; values that come from sensitive fields are masked.
    public func explain(_ record: Record) -> CELExplanation { values.explain(record) }
}
