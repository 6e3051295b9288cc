extension CELLibrary {
    /// Lists as sets: `sets.contains` (extension "Sets").
    public static let sets = CELLibrary("sets", functions: CELFunction.sets)
}
