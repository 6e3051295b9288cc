import Foundation

/// Writes one Swift file with the texts named on its command line as string literals.
///
/// Usage: `passo-embed OUTPUT NAME=FILE...`. The file declares `EmbeddedTexts.all`, the texts in the
/// order given, each under its name.
enum Embed {
    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.popFirst() else {
            fail("usage: passo-embed OUTPUT NAME=FILE...")
        }
        var source = """
            /// The texts this module ships, made at build time from the files of the repository.
            enum EmbeddedTexts {
                /// Every text with its name, such as `strings/desk/en.arb`, in the order of names.
                static let all: [(name: String, text: String)] = [\n
            """
        for argument in arguments {
            guard let split = argument.firstIndex(of: "=") else {
                fail("'\(argument)' is not NAME=FILE")
            }
            let name = argument[..<split]
            let path = String(argument[argument.index(after: split)...])
            do {
                let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
                source += "        (\(literal(String(name))), \(literal(text))),\n"
            } catch {
                fail("cannot read \(path): \(error)")
            }
        }
        source += "    ]\n}\n"
        do {
            try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
        } catch {
            fail("cannot write \(output): \(error)")
        }
    }

    /// The text as a Swift string literal on one line: every control and invisible scalar escaped.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value >= 0x7F:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("passo-embed: \(message)\n".utf8))
        exit(1)
    }
}
