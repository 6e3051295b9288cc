internal import CICU

extension LocalizedNumbers {
    private static let keptSkeletons = Kept<Handle>()

    /// Whether ICU can read a number skeleton.
    ///
    /// - Parameter skeleton: words such as `compact-short currency/EUR`, without `::`.
    /// - Returns: false when it is malformed or names what does not exist.
    public static func canRead(skeleton: String) -> Bool {
        // ICU's reason is always the same: the skeleton is malformed.
        (try? formatter("en", skeleton)) != nil
    }

    /// A whole number as a skeleton says.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Int64, skeleton: String) throws(ICUError) -> String {
        written(by: try Self.kept(skeleton, locale), value)
    }

    /// A number as a skeleton says.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Double, skeleton: String) throws(ICUError) -> String {
        written(by: try Self.kept(skeleton, locale), value)
    }

    private static func kept(_ skeleton: String, _ locale: String) throws(ICUError) -> Handle {
        try keptSkeletons.value(for: locale + " " + skeleton) { () throws(ICUError) in
            try formatter(locale, skeleton)
        }
    }
}
