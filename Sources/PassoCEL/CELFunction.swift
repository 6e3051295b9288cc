/// One signature of a function with what it does.
public struct CELOverload: Sendable {
    /// The name of this signature, unique in an environment.
    public let id: String
    /// The types of the arguments; a member's receiver comes first.
    public let parameters: [CELType]
    /// The type of the result.
    public let result: CELType
    /// Whether it is called on a receiver: `x.f(y)` instead of `f(x, y)`.
    public let isMember: Bool
    /// Whether the last parameter takes one argument or any number more.
    public let isVariadic: Bool
    /// What a call costs.
    public internal(set) var cost = CELFunctionCost.undescribed
    /// What it does.
    private(set) var body: Body
    /// The types, for the checker.
    let signature: CELSignature

    /// The forms of a body; the first two need no array of arguments.
    enum Body: Sendable {
        /// `size`, for which programs have an instruction.
        case size
        /// `a.or(b)` or `a.orValue(b)`, for which programs have instructions.
        case alternative(givesValue: Bool)
        case unary(@Sendable (CELValue) throws(CELError) -> CELValue)
        case binary(@Sendable (CELValue, CELValue) throws(CELError) -> CELValue)
        case general(@Sendable ([CELValue]) throws(CELError) -> CELValue)
        /// A body that is made when a program is compiled: of the arguments those that are constants,
        /// `nil` for the others, and the limits. It gives one of the other forms.
        case prepared(@Sendable (_ constants: [CELValue?], CELLimits) -> Body)
    }

    /// The overload as one call uses it.
    func prepared(_ constants: [CELValue?], _ limits: CELLimits) -> CELOverload {
        guard case .prepared(let prepare) = body else { return self }
        var prepared = self
        prepared.body = prepare(constants, limits)
        prepared.cost = cost.settled(constants, limits)
        return prepared
    }

    /// Declares a signature.
    ///
    /// The body is called only with values of the declared types, and must be pure: equal arguments
    /// give equal results, because calls with constant arguments run when the program is compiled.
    ///
    /// With `isVariadic` the last parameter repeats: `[.int, .string]` takes `f(1, 'a')`,
    /// `f(1, 'a', 'b')` and so on.
    public init(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        isMember: Bool = false,
        isVariadic: Bool = false,
        body: @escaping @Sendable ([CELValue]) throws(CELError) -> CELValue
    ) {
        self.init(
            id,
            parameters,
            result,
            isMember: isMember,
            isVariadic: isVariadic,
            body: .general(body)
        )
    }

    /// Declares a signature with one argument.
    public init(
        _ id: String,
        _ parameter: CELType,
        _ result: CELType,
        isMember: Bool = false,
        unary body: @escaping @Sendable (CELValue) throws(CELError) -> CELValue
    ) {
        self.init(id, [parameter], result, isMember: isMember, body: .unary(body))
    }

    /// Declares a signature with two arguments.
    public init(
        _ id: String,
        _ first: CELType,
        _ second: CELType,
        _ result: CELType,
        isMember: Bool = false,
        binary body: @escaping @Sendable (CELValue, CELValue) throws(CELError) -> CELValue
    ) {
        self.init(id, [first, second], result, isMember: isMember, body: .binary(body))
    }

    init(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        isMember: Bool = false,
        isVariadic: Bool = false,
        takesNumbersOnly: Bool = false,
        body: Body
    ) {
        self.id = id
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.isVariadic = isVariadic && !parameters.isEmpty
        self.body = body
        signature = CELSignature(
            parameters,
            result,
            isVariadic: self.isVariadic,
            takesNumbersOnly: takesNumbersOnly
        )
    }
}

extension CELOverload {
    /// This overload for calls with `count` arguments, where the last parameter of a variadic one
    /// is written out as often as needed; `nil` when it does not take so many.
    func taking(_ count: Int) -> CELOverload? {
        guard signature.takes(count) else { return nil }
        guard count > parameters.count else { return self }
        return CELOverload(
            id,
            CELSignature.repeated(parameters, to: count),
            result,
            isMember: isMember,
            body: body
        )
        .costing(cost)
    }
}

/// A function of CEL: a name with its signatures.
///
/// ```swift
/// environment.declare(CELFunction("characters", CELOverload("characters_string", .string, .int) {
///     text in .int(Int64(count(text)))
/// }))
/// ```
public struct CELFunction: Sendable {
    /// The name, which may be qualified: `math.greatest`.
    public let name: String
    /// The signatures, tried in order.
    public let overloads: [CELOverload]

    /// Declares a function.
    public init(_ name: String, _ overloads: [CELOverload]) {
        self.name = name
        self.overloads = overloads
    }

    /// Declares a function with the given signatures.
    public init(_ name: String, _ overloads: CELOverload...) { self.init(name, overloads) }
}
