extension CELLibrary {
    /// Captures and replacement by regular expressions (extension "Regex").
    public static let regex = CELLibrary("regex", functions: [])
}
