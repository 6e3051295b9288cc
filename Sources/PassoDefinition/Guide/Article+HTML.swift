internal import PassoICU

extension Article {
    /// The article as an HTML document.
    var html: String {
        var lines = [
            "<!DOCTYPE html>",
            "<html lang=\"\(escaped(language))\"\(direction)>",
            "<head>",
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(escaped(title))</title>",
            "</head>",
            "<body>",
            "<article>",
            "<h1>\(escaped(title))</h1>",
        ]
        lines += summary.map { "<p>\(escaped($0))</p>" }
        for section in sections { lines += self.lines(of: section) }
        return (lines + ["</article>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
    }

    private var direction: String { LocaleData.isRightToLeft(language) ? " dir=\"rtl\"" : "" }

    private func lines(of section: Section) -> [String] {
        var lines: [String] = []
        // The same step may stand in several sections, so its id carries the section's.
        let prefix = section.id.isEmpty ? "" : section.id + "-"
        if let heading = section.heading {
            lines.append("<h2 id=\"\(escaped(section.id))\">\(escaped(heading))</h2>")
        }
        lines.append("<ol>")
        for item in section.items {
            lines.append("<li id=\"\(escaped(prefix + item.id))\">")
            if let title = item.title { lines.append("<h3>\(escaped(title))</h3>") }
            lines += item.paragraphs.map { "<p>\(escaped($0))</p>" }
            lines += item.notes.map { "<p class=\"note\">\(escaped($0))</p>" }
            lines.append("</li>")
        }
        return lines + ["</ol>"]
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "<br>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
