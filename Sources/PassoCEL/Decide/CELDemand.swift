/// What is asked of a condition when several are looked at together.
///
/// An evaluation that ends in an error meets neither ``holds(_:)`` nor ``fails(_:)``.
package enum CELDemand: Sendable {
    /// It is true.
    case holds(CELProgram)
    /// It is false.
    case fails(CELProgram)
    /// One of them is false.
    case oneFails([CELProgram])

    /// The conditions of the demand.
    package var programs: [CELProgram] {
        switch self {
        case .holds(let program), .fails(let program): [program]
        case .oneFails(let programs): programs
        }
    }

    /// Whether values of the variables meet it.
    func isMet(by values: CELSlotValues) -> Bool {
        func answer(_ program: CELProgram) -> Bool? {
            switch program.test(data: values.data, event: values.event, inputs: values.inputs) {
            case .true: true
            case .false: false
            case .error: nil
            }
        }
        return switch self {
        case .holds(let program): answer(program) == true
        case .fails(let program): answer(program) == false
        case .oneFails(let programs): programs.contains { answer($0) == false }
        }
    }
}
