extension LocalizedNumbers {
    /// Whether ICU can read a number skeleton.
    ///
    /// - Parameter skeleton: words such as `compact-short currency/EUR`, without `::`.
    /// - Returns: false when it is malformed or names what does not exist.
    public static func canRead(skeleton: String) -> Bool {
        // ICU's reason is always the same: the skeleton is malformed.
        (try? formatter("en", skeleton)) != nil
    }
}
