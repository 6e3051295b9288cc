extension CELLibrary {
    /// More functions of lists: `slice`, `sort`, `distinct` (extension "Lists").
    public static let lists = CELLibrary("lists", functions: CELFunction.lists)
}
