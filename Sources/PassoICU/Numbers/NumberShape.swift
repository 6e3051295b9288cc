/// What a number skeleton says, as far as numbers are written here.
struct NumberShape: Sendable, Hashable {
    /// Where groups of digits are marked.
    enum Grouping: Sendable {
        /// Nowhere.
        case off
        /// As the language has it: perhaps not in numbers of four digits.
        case auto
        /// In numbers of five digits and more.
        case fromFive
        /// Everywhere.
        case always
    }

    var grouping = Grouping.auto
    var minimumFraction = 0
    var maximumFraction = 6
    /// How many places the point is moved to the right: 2 in a percentage of a share.
    var scale = 0
    /// Whether a currency decides how many digits stand after the point.
    var hasCurrency = false

    /// Reads the words of a skeleton; nil when a word says more than is written here.
    init?(skeleton: String) {
        var hasPrecision = false
        for word in skeleton.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            switch word {
            case "group-off", ",_": grouping = .off
            case "group-auto": grouping = .auto
            case "group-min2", ",?": grouping = .fromFive
            case "group-on-aligned", ",!": grouping = .always
            case "percent", "%": break
            case "%x100": scale = 2
            case "scale/100": scale = 2
            case "precision-integer", ".":
                (minimumFraction, maximumFraction, hasPrecision) = (0, 0, true)
            default:
                if word.hasPrefix("currency/"), word.utf8.count == 12 {
                    hasCurrency = true
                } else if let digits = Self.fraction(word) {
                    (minimumFraction, maximumFraction) = digits
                    hasPrecision = true
                } else {
                    return nil
                }
            }
        }
        hasCurrency = hasCurrency && !hasPrecision
    }

    /// The fewest and the most digits of `.00##`.
    private static func fraction(_ word: Substring) -> (Int, Int)? {
        guard word.first == ".", word.utf8.count <= ICULimits.fractionDigits + 1 else { return nil }
        let digits = word.dropFirst()
        let fewest = digits.prefix { $0 == "0" }.count
        guard digits.dropFirst(fewest).allSatisfy({ $0 == "#" }) else { return nil }
        return (fewest, digits.count)
    }
}
