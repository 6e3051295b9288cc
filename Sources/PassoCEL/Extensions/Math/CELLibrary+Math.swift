extension CELLibrary {
    /// Functions of numbers: `math.greatest`, `math.ceil` (extension "Math").
    public static let math = CELLibrary("math", functions: CELFunction.math)
}
