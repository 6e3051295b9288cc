extension CELLibrary {
    /// Optional values: `optional.of`, `orValue` (library "Optional types").
    public static let optionals = CELLibrary("optionals", functions: [])
}
