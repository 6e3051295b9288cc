/// Decides whether conditions can hold or fail at one time, by their form alone.
///
/// Both answers can be relied on, and neither is forced: ``canMeet(_:)`` is false only where the
/// conditions contradict each other for all values, and ``witness(of:over:)`` gives values that
/// were tried. Between the two lies what is too hard to tell.
///
/// Conditions are taken apart into comparisons along `&&`, `||`, `!`, `? :` and `==` of truth
/// values, case by case; of the comparisons bounds, enumerations and the order of two terms are
/// understood. Everything else is a term of which only equal texts are known to be equal.
package struct CELDecider {
    /// The cases that are looked at before it is too hard to tell.
    private let maximumCases: Int
    /// Whether named constants count as values that nobody knows.
    private let namedConstantsAreOpen: Bool
    /// The forms by their programs, which are kept so that no other one gets their identity.
    private var forms: [ObjectIdentifier: (program: CELProgram, form: CELForm)] = [:]

    /// Makes a decider.
    ///
    /// - Parameters:
    ///   - maximumCases: how many cases are looked at for one question.
    ///   - namedConstantsAreOpen: whether named constants count as values that nobody knows: they
    ///     are there to be changed.
    package init(maximumCases: Int, namedConstantsAreOpen: Bool) {
        self.maximumCases = maximumCases
        self.namedConstantsAreOpen = namedConstantsAreOpen
    }

    /// Whether a condition has an answer whatever its variables are: it never ends in an error.
    package mutating func isTotal(_ program: CELProgram) -> Bool { form(program).isTotal }

    /// Whether all demands may be met at one time; false is certain.
    ///
    /// - Parameters:
    ///   - demands: what shall be met.
    ///   - isPossible: whether some truth values of variables can be at one time.
    /// - Returns: whether they may; true also where it is too hard to tell.
    package mutating func canMeet(
        _ demands: [CELDemand],
        where isPossible: ([CELSlot: Bool]) -> Bool = { _ in true }
    ) -> Bool {
        first(demands) { isPossible($0.slots) }
    }

    mutating func form(_ program: CELProgram) -> CELForm {
        let identity = ObjectIdentifier(program)
        if let known = forms[identity] { return known.form }
        let form = CELForm(program, namedConstantsAreOpen: namedConstantsAreOpen)
        forms[identity] = (program, form)
        return form
    }

    /// Goes through the cases in which the demands may be met until one is accepted.
    ///
    /// - Returns: whether one is, or there are too many.
    mutating func first(
        _ demands: [CELDemand],
        where accepts: (CELFacts) -> Bool
    ) -> Bool {
        var cases = [CELCase(demands.map { goal($0) })]
        var count = 0
        while var current = cases.popLast() {
            count += 1
            if count > maximumCases { return true }
            guard current.settle() else { continue }
            if let choice = current.choices.popLast() {
                for alternative in choice.reversed() {
                    var next = current
                    next.goals.append(alternative)
                    cases.append(next)
                }
                continue
            }
            if current.facts.spread(), accepts(current.facts) { return true }
        }
        return false
    }

    private mutating func goal(_ demand: CELDemand) -> CELGoalTree {
        switch demand {
        case .holds(let program): goal(program, true)
        case .fails(let program): goal(program, false)
        case .oneFails(let programs): .any(programs.map { goal($0, false) })
        }
    }

    private mutating func goal(_ program: CELProgram, _ truth: Bool) -> CELGoalTree {
        let form = form(program)
        return .part(form, form.root, truth)
    }
}

/// What a case still has to show.
indirect enum CELGoalTree {
    /// A part of a condition is true, or false.
    case part(CELForm, CELForm.NodeID, Bool)
    /// All of these.
    case all([CELGoalTree])
    /// One of these.
    case any([CELGoalTree])
}
