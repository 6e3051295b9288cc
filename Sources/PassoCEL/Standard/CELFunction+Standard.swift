extension CELFunction {
    /// The standard library (language definition, "List of Standard Definitions"), without
    /// operators, which every environment has.
    public static let standard: [CELFunction] = []
}
