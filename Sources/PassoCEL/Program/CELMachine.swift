/// Runs a program.
///
/// The tables are constants of a final class, so that reading them counts no references. Values go
/// from instruction to instruction in registers: an operand that another instruction gives is
/// computed where it is used, so that an evaluation needs no stack of its own and allocates nothing
/// for scalars. How deep that goes is bounded by ``CELLimits/nesting``.
final class CELMachine: Sendable {
    typealias Operand = CELInstruction.Operand
    typealias Values = Span<CELValue>

    let root: Operand
    let instructions: [CELInstruction]
    let ranges: [Range<Int>]
    let operands: [Operand]
    let constants: [CELValue]
    let calls: [CELCall]
    let loops: [CELLoop]
    let lazies: [CELLazy]
    let scopes: [CELScope]
    let sparseEntries: [[Bool]]
    let intRanges: [CELIntRange]
    let localCount: Int
    let tests: [CELInstruction]
    let limits: CELLimits

    init(_ code: CELCode, _ limits: CELLimits) {
        root = code.root
        instructions = code.instructions
        ranges = code.ranges
        operands = code.operands
        constants = code.constants
        calls = code.calls
        loops = code.loops
        lazies = code.lazies
        scopes = code.scopes
        sparseEntries = code.sparseEntries
        intRanges = code.intRanges
        localCount = code.localCount
        tests = code.tests
        self.limits = limits
    }

    /// Runs without variables.
    func run() -> (Result<CELValue, CELError>, spent: UInt64) {
        let none: [CELValue] = []
        var state = State(localCount)
        do throws(CELError) {
            let value = try value(root, none.span, none.span, none.span, &state)
            return (.success(value), state.spent)
        } catch {
            return (.failure(error), state.spent)
        }
    }

    /// Runs the part that an operand names, and adds what it costs to what was spent before.
    func run(
        _ operand: Operand,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        spent: inout UInt64
    ) -> Result<CELValue, CELError> {
        var state = State(localCount)
        state.spent = spent
        defer { spent = state.spent }
        do throws(CELError) {
            return .success(try value(operand, data, event, inputs, &state))
        } catch {
            return .failure(error)
        }
    }

    /// What changes while a program runs.
    struct State {
        /// What the evaluation has cost, in units.
        var spent: UInt64 = 0
        /// The variables of the two outermost macros, which are nearly all.
        private var first = CELValue.null
        private var second = CELValue.null
        /// What few programs need.
        private var rest: Rest?
        /// Which of the first 64 lazy names have their values.
        private var known: UInt64 = 0

        /// Held apart, so that a state is made and dropped at no cost.
        private final class Rest {
            /// The variables of the other macros.
            var locals: [CELValue]
            /// Which lazy names after the first 64 have their values.
            var known: Set<Int> = []
            /// The lazy names whose value is an error.
            var failures: [Int: CELError] = [:]

            init(_ count: Int) { locals = Array(repeating: .null, count: max(0, count)) }
        }

        init(_ localCount: Int) { if localCount > 2 { rest = Rest(localCount - 2) } }

        private mutating func makeRest() -> Rest {
            if let rest { return rest }
            let made = Rest(0)
            rest = made
            return made
        }

        /// The error that a lazy name gave instead of a value.
        func failure(_ number: Int) -> CELError? { rest?.failures[number] }

        /// Keeps the error of a lazy name.
        mutating func fail(_ number: Int, _ error: CELError) {
            makeRest().failures[number] = error
        }

        /// Whether a lazy name has its value.
        func isKnown(_ number: Int) -> Bool {
            number < 64
                ? known >> UInt64(number) & 1 == 1 : rest?.known.contains(number) == true
        }

        /// Notes that a lazy name has its value.
        mutating func know(_ number: Int) {
            if number < 64 {
                known |= 1 << UInt64(number)
            } else {
                makeRest().known.insert(number)
            }
        }

        /// Lets a lazy name begin anew.
        mutating func forget(_ number: Int) {
            if number < 64 { known &= ~(1 << UInt64(number)) } else { rest?.known.remove(number) }
            rest?.failures[number] = nil
        }

        /// The variable of a macro.
        subscript(local: Int) -> CELValue {
            get { local == 0 ? first : local == 1 ? second : rest?.locals[local - 2] ?? .null }
            set {
                switch local {
                case 0: first = newValue
                case 1: second = newValue
                default: rest?.locals[local - 2] = newValue
                }
            }
        }
    }
}
