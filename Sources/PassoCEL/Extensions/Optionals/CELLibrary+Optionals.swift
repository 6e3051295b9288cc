extension CELLibrary {
    /// Optional values: `optional.of`, `orValue` (library "Optional types").
    ///
    /// `a.?b`, `a[?b]`, `[?a]`, `{?k: a}` and the macros `optMap` and `optFlatMap` belong to the
    /// language; that `first` and `last` give optionals is in ``lists``.
    public static let optionals = CELLibrary(
        "optional",
        functions: CELFunction.optionals,
        constants: [CELType.optionalName: .type(.optional(.dyn))]
    )
}
