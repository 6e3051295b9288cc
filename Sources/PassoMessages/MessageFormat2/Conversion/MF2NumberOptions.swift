/// The number skeletons of MessageFormat 1 that the options of `:number` say as well.
///
/// A skeleton is taken apart only where putting it together again gives the same words, so that
/// nothing is lost; all others go through `:passo:number`. Numbers are rounded half to even, which
/// is what a skeleton says without a word, and `:number` with one.
enum MF2NumberOptions {
    /// The options that say the same as a skeleton; nil if none do.
    static func options(of skeleton: String) -> [(name: String, value: String)]? {
        var options: [(name: String, value: String)] = []
        var hasPrecision = false
        for word in skeleton.split(separator: " ") {
            if let (least, most) = fraction(word) {
                if least > 0 { options.append(("minimumFractionDigits", "\(least)")) }
                options.append(("maximumFractionDigits", "\(most)"))
                hasPrecision = true
            } else if let (least, most) = significant(word) {
                options.append(("minimumSignificantDigits", "\(least)"))
                options.append(("maximumSignificantDigits", "\(most)"))
                hasPrecision = true
            } else if let word = words.first(where: { $0.word == word }) {
                options.append((word.name, word.value))
            } else {
                return nil
            }
        }
        // Without a precision a skeleton has at most six decimals, and `:number` three.
        if !hasPrecision { options.append(("maximumFractionDigits", "6")) }
        options.append(("roundingMode", "halfEven"))
        let values = Dictionary(options.map { ($0.name, $0.value) }) { _, later in later }
        return self.skeleton(of: values) == skeleton ? options : nil
    }

    /// The skeleton that says the same as options; nil if none does.
    static func skeleton(of options: [String: String]) -> String? {
        var rest = options
        if let mode = rest.removeValue(forKey: "roundingMode"), mode != "halfEven" { return nil }
        var result: [String] = []
        let least = digits(rest.removeValue(forKey: "minimumFractionDigits"))
        let most = digits(rest.removeValue(forKey: "maximumFractionDigits"))
        let leastSignificant = digits(rest.removeValue(forKey: "minimumSignificantDigits"))
        let mostSignificant = digits(rest.removeValue(forKey: "maximumSignificantDigits"))
        if let leastSignificant, let mostSignificant {
            guard least == nil, most == nil, (1...mostSignificant).contains(leastSignificant) else {
                return nil
            }
            result.append(
                repeated("@", leastSignificant)
                    + repeated("#", mostSignificant - leastSignificant)
            )
        } else if leastSignificant != nil || mostSignificant != nil {
            return nil
        } else if least != nil || most != 6 {
            let least = least ?? 0
            let most = most ?? max(least, 3)
            guard most >= least, most > 0 else { return nil }
            result.append("." + repeated("0", least) + repeated("#", most - least))
        }
        for word in words where rest[word.name] == word.value {
            result.append(word.word)
            rest[word.name] = nil
        }
        return rest.isEmpty ? result.joined(separator: " ") : nil
    }

    private static let words: [(word: String, name: String, value: String)] = [
        ("group-off", "useGrouping", "never"), ("group-min2", "useGrouping", "min2"),
        ("group-auto", "useGrouping", "auto"), ("group-on-aligned", "useGrouping", "always"),
        ("sign-always", "signDisplay", "always"), ("sign-never", "signDisplay", "never"),
        ("sign-except-zero", "signDisplay", "exceptZero"),
        ("sign-negative", "signDisplay", "negative"),
        ("integer-width/+00", "minimumIntegerDigits", "2"),
        ("integer-width/+000", "minimumIntegerDigits", "3"),
        ("integer-width/+0000", "minimumIntegerDigits", "4"),
    ]

    private static let maximumDigits = 20

    /// `.00##`: the least and the most decimals.
    private static func fraction(_ word: Substring) -> (least: Int, most: Int)? {
        guard word.hasPrefix("."), word.utf8.count > 1 else { return nil }
        return counts(word.dropFirst(), "0")
    }

    /// `@@#`: the least and the most significant digits.
    private static func significant(_ word: Substring) -> (least: Int, most: Int)? {
        word.hasPrefix("@") ? counts(word, "@") : nil
    }

    private static func counts(
        _ word: Substring,
        _ required: Character
    ) -> (least: Int, most: Int)? {
        let least = word.prefix { $0 == required }.count
        let optional = word.dropFirst(least)
        guard optional.allSatisfy({ $0 == "#" }), word.count <= maximumDigits else { return nil }
        return (least, least + optional.count)
    }

    private static func digits(_ value: String?) -> Int? {
        value.flatMap { Int($0) }.flatMap { (0...maximumDigits).contains($0) ? $0 : nil }
    }

    private static func repeated(_ sign: Character, _ count: Int) -> String {
        String(repeating: sign, count: count)
    }
}
