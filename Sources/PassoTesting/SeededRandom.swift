/// A random generator that gives the same numbers for the same seed everywhere (SplitMix64).
///
/// ```swift
/// var random = SeededRandom()      // seed from PASSO_SEED, or new
/// #expect(holds(for: word), "\(random)")
/// ```
public struct SeededRandom: RandomNumberGenerator, CustomStringConvertible, Sendable {
    /// The seed that it started from.
    public let seed: UInt64

    private var state: UInt64

    /// Makes a generator.
    ///
    /// - Parameter seed: where to start; by default ``TestEnvironment/seed``.
    public init(seed: UInt64 = TestEnvironment.seed) {
        self.seed = seed
        state = seed
    }

    /// Returns the next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// How to run the same again.
    public var description: String { "PASSO_SEED=\(seed)" }

    /// Returns true with a probability of one in `count`.
    public mutating func oneIn(_ count: Int) -> Bool {
        Int.random(in: 0..<max(1, count), using: &self) == 0
    }

    /// Returns one of the elements, or nil when there are none.
    public mutating func pick<Element>(_ elements: some Collection<Element>) -> Element? {
        elements.randomElement(using: &self)
    }
}
