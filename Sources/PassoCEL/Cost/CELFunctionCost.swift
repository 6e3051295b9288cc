/// What a call of a function costs, and how large its result may be.
///
/// ```swift
/// CELOverload("reverse", .string, .string) { … }
///     .costing(CELFunctionCost(.reading(0)) { .text(bytes: $0[0].bytes) })
/// ```
///
/// A function without a description costs ``CELUnits/function`` units, what all its arguments weigh,
/// and what building its result costs; its result is taken to be as large as its type and
/// ``CELLimits`` allow.
///
/// The parts are charged before a call, and the building of its result after it, so that one call
/// may exceed the budget by what its result costs at most.
public struct CELFunctionCost: Sendable {
    /// What each call costs, in units.
    public let fixed: UInt64
    /// What grows with the arguments.
    public let parts: [Part]
    /// How much of the result is new.
    public let building: Building
    /// The bounds of the result by those of the arguments; `nil` when they are not known.
    let result: (@Sendable ([CELBounds]) -> CELBounds)?

    /// A part of the cost that grows with an argument, named by its place.
    ///
    /// A member's receiver comes first, at 0. An argument that a call leaves out costs nothing.
    public enum Part: Hashable, Sendable {
        /// Goes through a text: a unit for each 16 bytes, so many times.
        case reading(Int, times: UInt64 = 1)
        /// Does something for each byte of a text that costs so many units.
        case bytes(Int, units: UInt64 = 1)
        /// Does something for each element of a list or entry of a map that costs so many units.
        case elements(Int, units: UInt64 = 1)
        /// Goes through a whole value with all its parts.
        case weight(Int)
        /// Goes through all arguments with all their parts.
        case weightOfAll
        /// Sorts: compares each element with a number of others that grows as the logarithm.
        case sorting(Int)
        /// Compares each element of one list with each of another.
        case pairs(Int, Int)
        /// Goes through a text once for each byte of another: a unit for each 64 pairs.
        case product(Int, Int)
        /// Searches a text for a regular expression: for each byte a unit for 16 steps of the
        /// pattern. One that is not constant is compiled first.
        case matching(text: Int, pattern: Int)
        /// The same for a constant pattern, by the number of its steps.
        case matched(text: Int, steps: UInt64)
    }

    /// How much of a result a call builds.
    public enum Building: Hashable, Sendable {
        /// Nothing: the result is a scalar, an argument or a part of one.
        case nothing
        /// A list, whose elements are those of arguments, or a text.
        case shallow
        /// The result with all its parts.
        case deep
    }

    /// Describes a function.
    ///
    /// - Parameters:
    ///   - fixed: what each call costs.
    ///   - parts: what grows with the arguments.
    ///   - building: how much of the result is new.
    ///   - result: the bounds of the result by those of the arguments. It must grow with them. The
    ///     array has as many bounds as the call has arguments.
    public init(
        fixed: UInt64 = 10,
        _ parts: Part...,
        building: Building = .deep,
        result: (@Sendable ([CELBounds]) -> CELBounds)? = nil
    ) {
        self.init(fixed, parts, building, result)
    }

    private init(
        _ fixed: UInt64,
        _ parts: [Part],
        _ building: Building,
        _ result: (@Sendable ([CELBounds]) -> CELBounds)?
    ) {
        self.fixed = fixed
        self.parts = parts
        self.building = building
        self.result = result
    }

    /// The description of a function that nobody described.
    public static let undescribed = CELFunctionCost(.weightOfAll)

    /// A function that takes the same time whatever its arguments are, and builds nothing.
    public static func constant(_ units: UInt64 = 10) -> CELFunctionCost {
        CELFunctionCost(fixed: units, building: .nothing)
    }
}

extension CELFunctionCost {
    /// The units of a call before its result is built.
    ///
    /// - Parameters:
    ///   - count: the number of arguments.
    ///   - size: the size of an argument, real or largest.
    ///   - pattern: the steps of a regular expression that is an argument, real or the most.
    /// - Returns: the units.
    func units(
        count: Int,
        _ size: (Int) -> CELSize,
        pattern: (Int) -> UInt64
    ) -> UInt64 {
        func sized(_ place: Int) -> CELSize {
            place < count ? size(place) : CELSize(weight: 0)
        }
        var total = fixed
        for part in parts {
            switch part {
            case .weightOfAll:
                for place in 0..<count { total = total.plus(size(place).weight) }
            case .matching(let text, let place):
                let steps = place < count ? pattern(place) : 0
                total = total.plus(Self.matching(sized(text), steps)).plus(steps.times(20))
                    .plus(100)
            default: total = total.plus(part.units(sized))
            }
        }
        return total
    }

    fileprivate static func matching(_ text: CELSize, _ steps: UInt64) -> UInt64 {
        text.bytes.plus(1).times(steps) / 16
    }

    /// The cost of calls that have the same constants in these places.
    func settled(_ constants: [CELValue?], _ limits: CELLimits) -> CELFunctionCost {
        let settled = parts.map { part in
            guard case .matching(let text, let place) = part, place < constants.count,
                case .string(let pattern) = constants[place]
            else { return part }
            return Part.matched(text: text, steps: CELPatternSize.steps(of: pattern, limits))
        }
        return CELFunctionCost(fixed, settled, building, result)
    }

    /// The units of building a result.
    func units(building result: CELSize) -> UInt64 {
        switch building {
        case .nothing: 0
        case .shallow:
            CELUnits.build(bytes: result.bytes).plus(CELUnits.build(elements: result.count))
        case .deep:
            // A weight of 1 and of 16 bytes: 4 units each.
            result.weight <= 1 ? 0 : result.weight.times(CELUnits.elementBuilt)
        }
    }
}

extension CELFunctionCost.Part {
    fileprivate func units(_ size: (Int) -> CELSize) -> UInt64 {
        switch self {
        case .reading(let place, let times): CELUnits.read(bytes: size(place).bytes).times(times)
        case .bytes(let place, let units): size(place).bytes.times(units)
        case .elements(let place, let units): size(place).count.times(units)
        case .weight(let place): size(place).weight
        case .weightOfAll, .matching: 0
        case .sorting(let place): Self.sorting(size(place))
        case .pairs(let first, let second): Self.pairs(size(first), size(second))
        case .product(let first, let second):
            size(first).bytes.times(size(second).bytes) / 64
        case .matched(let text, let steps): CELFunctionCost.matching(size(text), steps)
        }
    }

    private static func sorting(_ values: CELSize) -> UInt64 {
        let rounds = UInt64(UInt64.bitWidth - values.count.leadingZeroBitCount)
        return values.weight.times(rounds.plus(1))
    }

    /// Each comparison costs no more than either value weighs.
    private static func pairs(_ first: CELSize, _ second: CELSize) -> UInt64 {
        min(first.count.times(second.weight), second.count.times(first.weight))
    }
}

extension CELOverload {
    /// This signature with a description of what it costs.
    public func costing(_ cost: CELFunctionCost) -> CELOverload {
        var described = self
        described.cost = cost
        return described
    }
}

extension CELFunction {
    /// This function with one description for all its signatures.
    public func costing(_ cost: CELFunctionCost) -> CELFunction {
        CELFunction(name, overloads.map { $0.costing(cost) })
    }
}
