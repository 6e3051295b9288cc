/// Writes the Swift file of a bundle: a type whose members are its messages.
struct SwiftWriter {
    /// The one name in the generated type that is not a key's.
    static let ownMember = "strings"

    /// A table that goes into the binary.
    struct Table {
        let name: String
        let text: String
    }

    let template: Template
    let bundle: String
    let module: String
    let tables: [Table]

    /// The whole file; equal input gives equal text.
    func text() -> String {
        let access = template.access
        let members = template.entries.map(member).joined(separator: "\n")
        return """
            // Made by passo-keys from the string tables of '\(bundle)': edit those, not this.

            \(access)import \(module)

            /// The messages of the bundle `\(bundle)`, each under its key and with its arguments.
            \(access)enum \(template.typeName) {
            \(members)
            \(ownTables())}

            """
    }

    private func member(_ entry: Template.Entry) -> String {
        let comment = comment(of: entry)
            .map { $0.isEmpty ? "    ///\n" : "    /// \($0)\n" }.joined()
        let name = SwiftSyntax.escaped(entry.swiftName)
        let key = SwiftSyntax.literal(entry.key)
        guard !entry.parameters.isEmpty else {
            return comment + """
                    \(template.access)static var \(name): LocalizedMessage { LocalizedMessage(\(key)) }

                """
        }
        let parameters = entry.parameters.map {
            "\(SwiftSyntax.escaped($0.swiftName)): \($0.type.swift)"
        }
        let arguments = entry.parameters.map {
            let value = $0.type.argument(SwiftSyntax.escaped($0.swiftName))
            return "MessageNamedArgument(\(SwiftSyntax.literal($0.name)), \(value))"
        }
        return comment + """
                \(template.access)static func \(name)(\(parameters.joined(separator: ", "))) -> LocalizedMessage {
                    LocalizedMessage(\(key), [\(arguments.joined(separator: ", "))])
                }

            """
    }

    /// The description, the text of the template, an example and the limit.
    private func comment(of entry: Template.Entry) -> [String] {
        let isEnglish = template.locale.lowercased().hasPrefix("en")
        var lines = [SwiftSyntax.comment(entry.description ?? "The message `\(entry.key)`.")]
        lines += ["", "In \(language): \(SwiftSyntax.code(entry.text))"]
        if let example = ExampleText.of(entry, isEnglish: isEnglish), example != entry.text {
            lines += ["", "Example: \(SwiftSyntax.code(example))"]
        }
        if let maximum = entry.maximumLength {
            lines += ["", "At most \(maximum) characters."]
        }
        return lines
    }

    private var language: String { template.locale == "en" ? "English" : template.locale }

    /// The tables as literals, in the order of their names.
    private func ownTables() -> String {
        let texts = tables.map {
            "            \(SwiftSyntax.literal($0.name)): \(SwiftSyntax.literal($0.text)),\n"
        }
        return """
                /// The string tables of the bundle, as they were when the program was built.
                \(template.access)static let \(Self.ownMember) = EmbeddedTables(
                    bundle: \(SwiftSyntax.literal(bundle)),
                    templateLocale: \(SwiftSyntax.literal(template.locale)),
                    tables: [
            \(texts.joined())        ]
                )

            """
    }
}
