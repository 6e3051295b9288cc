import PassoDiagnostics
import PassoRuntime
import PassoText

/// Turns a document of SCION into one with expressions in CEL.
enum SCIONTranslation {
    /// The attributes that hold expressions.
    private static let expressions: Set<String> = [
        "cond", "expr", "delayexpr", "eventexpr", "targetexpr", "typeexpr", "srcexpr",
        "sendidexpr", "array",
    ]

    /// Translates a document.
    ///
    /// - Throws: what has no translation.
    static func document(
        _ source: SourceText,
        in folder: FolderHost
    ) throws(CaseProblem) -> SourceText {
        let root = XMLOutputElement(try XMLText.root(of: source))
        var translated = try root.mapped { (element) throws(CaseProblem) in
            for (place, attribute) in element.attributes.enumerated()
            where expressions.contains(attribute.name) {
                element.attributes[place].value = try expression(attribute.value)
            }
            if element.name == "script" { element = try script(element, in: folder) }
        }
        translated["datamodel"] = "cel"
        return try XMLText.document(translated, name: source.name)
    }

    private static func expression(_ text: String) throws(CaseProblem) -> String {
        do {
            return try ScriptTranslation.expression(text)
        } catch {
            switch error {
            // What is no expression there is none here, and that is what the test is about.
            case .malformed: return text
            case .foreign(let what): throw CaseProblem(reason(what, text))
            }
        }
    }

    private static func script(
        _ element: XMLOutputElement,
        in folder: FolderHost
    ) throws(CaseProblem) -> XMLOutputElement {
        var text = element.text
        if let src = element["src"] {
            guard let file = folder.document(at: src) else {
                throw CaseProblem(
                    "its script \(src) is not in the folder: if a script 'cannot be downloaded ... "
                        + "the document is considered non-conformant, and the platform MUST "
                        + "reject it' (Recommendation, 5.8)"
                )
            }
            text = String(decoding: file.utf8, as: UTF8.self)
        }
        do {
            let lines = try ScriptTranslation.script(text)
            return XMLOutputElement("script", children: lines.isEmpty ? [] : [.text(lines)])
        } catch {
            switch error {
            case .malformed: throw CaseProblem("a script is malformed")
            case .foreign(let what): throw CaseProblem(reason(what, text))
            }
        }
    }

    private static func reason(_ what: String, _ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
        return "ECMAScript without a translation: \(what) in '\(words)'"
    }
}
