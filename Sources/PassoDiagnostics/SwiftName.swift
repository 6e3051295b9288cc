/// The Swift names of what a string table names.
///
/// The rule stands at the bottom because two need the same one: the tool that generates typed
/// keys, which may depend on nothing else, and the check that finds uses of keys in Swift.
package enum SwiftName {
    /// Returns the name of a member: `tag.tooLong` becomes `tagTooLong`.
    ///
    /// Whatever cannot stand in a Swift name parts words; every word but the first gets a capital,
    /// and the first loses those it begins with (`URL.copy` becomes `urlCopy`). A name that would
    /// begin with a digit gets an underscore before it.
    ///
    /// - Returns: the name without backticks, or nil when nothing can stand in a Swift name.
    package static func member(of key: String) -> String? {
        var words = words(of: key)
        guard !words.isEmpty else { return nil }
        words[0] = lowered(words[0])
        return joined(words)
    }

    /// Returns the name of a type: `respond-to-request` becomes `RespondToRequest`.
    package static func type(of bundle: String) -> String? {
        let words = words(of: bundle)
        return words.isEmpty ? nil : joined([""] + words)
    }

    private static func words(of name: String) -> [String] {
        name.unicodeScalars.split { !canStand($0) }.map { String($0) }
    }

    private static func canStand(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isXIDContinue && !properties.isDefaultIgnorableCodePoint && scalar != "_"
    }

    private static func joined(_ words: [String]) -> String {
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let name = words[0] + rest.joined()
        let isStart = name.unicodeScalars.first?.properties.isXIDStart ?? false
        return isStart ? name : "_" + name
    }

    /// Lowers the capitals at the start, except the one that begins the next word: `URLTitle`
    /// becomes `urlTitle`.
    private static func lowered(_ word: String) -> String {
        let capitals = word.prefix { $0.isUppercase }
        guard !capitals.isEmpty, capitals.count < word.count, capitals.count > 1,
            word.dropFirst(capitals.count).first?.isLowercase == true
        else { return capitals.lowercased() + word.dropFirst(capitals.count) }
        return capitals.dropLast().lowercased() + word.dropFirst(capitals.count - 1)
    }
}
