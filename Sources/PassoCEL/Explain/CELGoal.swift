/// The outcomes that a part of a condition may have without changing what is explained.
///
/// A false `&&` stays false while one operand is `false`; an `&&` that fails stays so while one operand
/// is an error and the others are anything but `false`. So what is asked of an operand is a set.
struct CELGoal: OptionSet, Hashable {
    let rawValue: UInt8

    static let yes = CELGoal(rawValue: 1)
    static let no = CELGoal(rawValue: 2)
    static let error = CELGoal(rawValue: 4)
    static let anything: CELGoal = [.yes, .no, .error]

    /// The outcomes of a negation.
    var negated: CELGoal {
        var result = intersection(.error)
        if contains(.yes) { result.insert(.no) }
        if contains(.no) { result.insert(.yes) }
        return result
    }

    static func of(_ answer: Bool) -> CELGoal { answer ? .yes : .no }
}

/// How a part of a condition came out.
enum CELAnswer {
    case bool(Bool)
    case error(CELError)
    /// The budget or another limit ended its evaluation: nothing is known of it.
    case unknown(CELError)

    init(_ outcome: CELOutcome) {
        switch outcome {
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .error(let error): self = error.code == .limit ? .unknown(error) : .error(error)
        }
    }

    var goal: CELGoal? {
        switch self {
        case .bool(let answer): .of(answer)
        case .error: .error
        case .unknown: nil
        }
    }

    var outcome: CELOutcome {
        switch self {
        case .bool(let answer): answer ? .true : .false
        case .error(let error), .unknown(let error): .error(error)
        }
    }
}
