internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

/// Writes the page.
struct PreviewPage {
    let words: PreviewWords
    /// The language of the page's own words.
    let locale: String
    let bundles: [PreviewBundle]
    /// The languages of all bundles.
    let locales: [String]
    let pictures: [String: PreviewPicture]

    func html() -> String {
        var text = head + header + "<main id=\"main\" tabindex=\"-1\">\n" + overview
        for (number, bundle) in bundles.enumerated() {
            text +=
                "<section class=\"bundle\" data-b=\"\(number)\" aria-labelledby=\"b\(number)\">\n"
            text +=
                "<h2 id=\"b\(number)\" dir=\"auto\">\(HTMLText.text(bundle.catalog.name))</h2>\n"
            text += others(of: bundle)
            for entry in bundle.entries {
                message(bundle.maker.message(entry), of: bundle, to: &text)
            }
            text += "</section>\n"
        }
        text += "<p id=\"none\" hidden>\(escaped(.none))</p>\n</main>\n"
        return text + footer + "<script>\(PreviewScript.text)</script>\n</body>\n</html>\n"
    }

    /// A text of the page's own as it stands between tags.
    func escaped(_ key: PreviewWords.Key) -> String { HTMLText.text(words(key)) }

    var title: String { words(.title, .init("bundles", bundles.map(\.catalog.name))) }

    private var head: String {
        let direction = LocaleData.isRightToLeft(locale) ? " dir=\"rtl\"" : ""
        return """
            <!DOCTYPE html>
            <html lang="\(HTMLText.attribute(locale))"\(direction)>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(HTMLText.text(title))</title>
            <style>\(PreviewStyle.text)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(escaped(.skip))</a>

            """
    }

    /// Nothing is fetched, and only the style and the script of this very page count.
    static let policy =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "style-src '\(PreviewStyle.hash)'; script-src '\(PreviewScript.hash)'"

    private var footer: String {
        """
        <footer>
        <h2>\(escaped(.keys))</h2>
        <p>\(escaped(.keysHelp))</p>
        <p class="js"><label><input type="checkbox" id="keys" checked> \(escaped(.keysOn))</label></p>
        </footer>

        """
    }

    /// What is wrong with tables that is about no message of the page.
    private func others(of bundle: PreviewBundle) -> String {
        guard !bundle.findings.others.isEmpty else { return "" }
        return "<h3>\(escaped(.otherFindings))</h3>\n"
            + findings(bundle.findings.others, showsFile: true)
    }

    /// A list of findings in words.
    func findings(_ findings: [Diagnostic], showsFile: Bool = false) -> String {
        guard !findings.isEmpty else { return "" }
        var text = "<ul class=\"f\">"
        for finding in findings {
            let (label, sentence) = words.sentence(finding)
            let kind = finding.severity == .error ? " class=\"bad\"" : ""
            text +=
                "<li\(kind)><b>\(HTMLText.text(label)):</b> <bdi>\(HTMLText.text(sentence))</bdi>"
            if let repair = words.repair(of: finding) {
                text += " – <bdi>\(HTMLText.text(repair))</bdi>"
            }
            text += " <code>\(HTMLText.text(finding.id.rawValue))</code>"
            if showsFile {
                text += " <code>\(HTMLText.text(finding.source.name))</code>"
            }
            text += "</li>"
        }
        return text + "</ul>\n"
    }
}
