extension CELLibrary {
    /// More functions of strings, with `format` (extension "Strings").
    public static let strings = CELLibrary("strings", functions: CELFunction.extendedTexts)
}
