/// Functions and constants that belong together, such as CEL's standard library or an extension.
///
/// ```swift
/// let environment = CELEnvironment(libraries: [.standard, .strings])
/// ```
public struct CELLibrary: Sendable {
    /// The name of the library, as CEL's documentation calls it.
    public let name: String
    /// The functions, as they are declared.
    public let functions: [CELFunction]
    /// Named constants, such as the names of types.
    public let constants: [String: CELValue]

    /// Creates a library.
    public init(
        _ name: String,
        functions: [CELFunction],
        constants: [String: CELValue] = [:]
    ) {
        self.name = name
        self.functions = functions
        self.constants = constants
    }

    /// The standard library with the names of the types (language definition, "List of Standard
    /// Definitions").
    public static let standard = CELLibrary(
        "standard",
        functions: CELFunction.standard,
        constants: Dictionary(
            CELType.named.map { ($0.0, .type($0.1)) },
            uniquingKeysWith: { first, _ in first }
        )
    )

    /// All libraries of CEL's public documentation that Passo has.
    public static let all: [CELLibrary] = [
        .standard, .optionals, .strings, .math, .lists, .sets, .encoders, .network, .regex,
    ]
}
