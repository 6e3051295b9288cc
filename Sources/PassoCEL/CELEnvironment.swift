/// What an expression may name: variables with their types and places, constants, functions.
///
/// ```swift
/// var environment = CELEnvironment()
/// environment.declare("agent.calls", .int, at: CELSlot(.inputs, 0))
/// ```
public struct CELEnvironment: Sendable {
    /// What an expression may cost.
    public var limits: CELLimits
    /// The namespace in which names are looked up first: `a.b` finds `x` as `a.b.x`, `a.x`, `x`.
    public var container = ""
    /// Finds the time zones with a name, such as `Europe/Rome`; `PassoICU` has those of IANA.
    ///
    /// Without it expressions know `UTC` and fixed offsets only.
    public var timeZones: CELTimeZones? {
        didSet {
            for function in CELFunction.timestampParts(in: timeZones) { replace(function) }
        }
    }
    /// Variables by their whole, possibly dotted, name.
    private(set) var variables: [String: Variable] = [:]
    /// Named constants.
    private(set) var constants: [String: Constant] = [:]
    /// The variables whose values explanations mask.
    var sensitiveSlots: Set<CELSlot> = []
    /// Functions by name.
    private(set) var functions: [String: CELFunction] = [:]
    /// Types with fields, by name.
    var structs: [String: CELStructType] = [:]

    /// A declared variable.
    struct Variable: Sendable {
        let type: CELType
        var slot: CELSlot
        let bounds: CELBounds
    }

    /// A named constant; `type` may say more than the value does, for instance for an empty list.
    struct Constant: Sendable {
        let type: CELType
        let value: CELValue
    }

    /// Creates an environment that knows all libraries of CEL's public documentation.
    ///
    /// It costs no more than copying a reference: the libraries are shared.
    public init(limits: CELLimits = CELLimits()) {
        self.limits = limits
        (functions, constants) = (Self.shared.functions, Self.shared.constants)
    }

    /// Creates an environment that knows only the given libraries.
    public init(libraries: [CELLibrary], limits: CELLimits = CELLimits()) {
        self.limits = limits
        for library in libraries { declare(library) }
    }

    /// Creates an environment that knows the given functions and the names of the types.
    public init(functions: [CELFunction], limits: CELLimits = CELLimits()) {
        self.limits = limits
        for function in functions { declare(function) }
        for (name, value) in CELLibrary.standard.constants { declare(constant: name, value) }
    }

    /// The environment of all libraries, from which others begin.
    private static let shared = CELEnvironment(libraries: CELLibrary.all)

    /// Declares all that a library has.
    public mutating func declare(_ library: CELLibrary) {
        for function in library.functions { declare(function) }
        for (name, value) in library.constants { declare(constant: name, value) }
    }

    /// Declares a variable.
    ///
    /// A dotted name is one variable: `agent.calls`. The longest declared name wins, so with `agent`
    /// and `agent.calls` declared, `agent.calls` is the second.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - type: the type of its values.
    ///   - slot: where a program finds its value.
    ///   - bounds: how large its values are at most.
    public mutating func declare(
        _ name: String,
        _ type: CELType,
        at slot: CELSlot,
        bounds: CELBounds = .unbounded
    ) {
        variables[name] = Variable(type: type, slot: slot, bounds: bounds)
    }

    /// Gives declared variables other places; all else that is declared of them stays.
    ///
    /// - Parameter slots: the new place of every variable by its name.
    package mutating func move(_ slots: [String: CELSlot]) {
        let sensitive = variables.filter { sensitiveSlots.contains($0.value.slot) }.keys
        for (name, slot) in slots { variables[name]?.slot = slot }
        sensitiveSlots = Set(sensitive.compactMap { variables[$0]?.slot })
    }

    /// Takes back all variables, for an environment whose places are others.
    mutating func removeVariables() {
        variables = [:]
        sensitiveSlots = []
    }

    /// Declares a named constant, whose type is that of the value.
    public mutating func declare(constant name: String, _ value: CELValue) {
        constants[name] = Constant(type: value.deepType, value: value)
    }

    /// Declares a function, or adds signatures to one that is declared.
    public mutating func declare(_ function: CELFunction) {
        let known = functions[function.name]?.overloads ?? []
        functions[function.name] = CELFunction(function.name, known + function.overloads)
    }

    /// Declares signatures in the place of those that have the same names.
    private mutating func replace(_ function: CELFunction) {
        guard let known = functions[function.name] else { return }
        let overloads = known.overloads.map { old in
            function.overloads.first { $0.id == old.id } ?? old
        }
        functions[function.name] = CELFunction(function.name, overloads)
    }
}
