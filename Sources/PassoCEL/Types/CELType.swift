/// A type of the Common Expression Language, as declared and as deduced.
public indirect enum CELType: Hashable, Sendable {
    /// Any value; what it really is shows at run time (gradual typing).
    case dyn
    /// The type of `null`.
    case null
    /// Truth values.
    case bool
    /// Signed integers.
    case int
    /// Unsigned integers.
    case uint
    /// Double-precision numbers.
    case double
    /// Texts.
    case string
    /// Byte sequences.
    case bytes
    /// Instants.
    case timestamp
    /// Spans of time.
    case duration
    /// Lists with elements of one type.
    case list(CELType)
    /// Maps with keys of one type and values of another.
    case map(key: CELType, value: CELType)
    /// Types as values.
    case type(CELType)
    /// A scalar that may also be `null`.
    case wrapper(CELType)
    /// A named type with parameters that only functions know how to use.
    case opaque(String, [CELType])
    /// A type parameter of a function's overload, such as `T`.
    case parameter(String)
}
