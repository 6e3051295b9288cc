/// Pieces of Swift source.
enum SwiftSyntax {
    /// The name, between backticks when it is a word of the language.
    static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// The text as a string literal on one line: every control, invisible and foreign scalar escaped.
    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value >= 0x7F: result += escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The text on one line of a comment, in which nothing is hidden or turns the line around.
    static func comment(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                result.append(" ")
            } else if isHidden(scalar) {
                result.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result).replacing("*/", with: "*\\/").replacing("/*", with: "/\\*")
    }

    /// The text as code in a comment, between more backticks than it has in a row.
    static func code(_ text: String) -> String {
        let shown = comment(text)
        var longest = 0
        var length = 0
        for character in shown {
            length = character == "`" ? length + 1 : 0
            longest = max(longest, length)
        }
        guard longest > 0 else { return "`\(shown)`" }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(shown) \(fence)"
    }

    /// Controls, formats, separators and whatever has no meaning yet; the joiner of emoji shows.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        case .format: scalar != "\u{200D}"
        case .spaceSeparator: scalar != " "
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    /// The words that cannot be a name without backticks.
    private static let keywords: Set<String> = [
        "any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
        "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
        "is", "let", "nil", "open", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "some", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
