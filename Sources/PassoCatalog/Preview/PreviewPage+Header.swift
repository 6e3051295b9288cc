internal import PassoDiagnostics
internal import PassoMessages

extension PreviewPage {
    /// The title and what narrows the page down; the latter shows only where its script runs.
    var header: String {
        """
        <header>
        <h1>\(HTMLText.text(title))</h1>
        <p>\(HTMLText.text(counts))</p>
        </header>
        <form role="search" class="js" id="filter" aria-label="\(HTMLText.attribute(words(.search)))">
        <p class="q"><label for="q">\(escaped(.search))</label>
        <input type="search" id="q" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></p>
        \(select("bundle", .bundle, .allBundles, bundleOptions))
        \(select("lang", .language, .allLanguages, languageOptions))
        \(select("state", .state, .allStates, stateOptions))
        <p class="c"><label><input type="checkbox" id="findings"> \(escaped(.onlyFindings))</label>
        <label><input type="checkbox" id="patterns"> \(escaped(.patterns))</label></p>
        <p class="r"><output id="shown" for="q bundle lang state findings" \
        data-text="\(HTMLText.attribute(words(.shown, .init("shown", "{shown}"), .init("total", "{total}"))))">\
        </output>
        <button type="reset">\(escaped(.reset))</button></p>
        </form>

        """
    }

    private var counts: String {
        let spoken = Set(bundles.flatMap(\.seats).filter { $0.role != .pseudo }.map(\.locale))
        return words(
            .counts,
            .init("messages", bundles.map(\.entries.count).reduce(0, +)),
            .init("languages", spoken.count),
            .init("findings", bundles.map(\.findings.count).reduce(0, +))
        )
    }

    private func select(
        _ id: String,
        _ label: PreviewWords.Key,
        _ all: PreviewWords.Key,
        _ options: [(value: String, text: String)]
    ) -> String {
        let choices = options.map { value, text in
            "<option value=\"\(HTMLText.attribute(value))\">\(HTMLText.text(text))</option>"
        }
        return "<p><label for=\"\(id)\">\(escaped(label))</label> <select id=\"\(id)\">"
            + "<option value=\"\">\(escaped(all))</option>\(choices.joined())</select></p>"
    }

    private var bundleOptions: [(String, String)] {
        bundles.map { ($0.catalog.name, $0.catalog.name) }
    }

    private var languageOptions: [(String, String)] { locales.map { ($0, $0) } }

    private var stateOptions: [(String, String)] {
        TranslationState.allCases.map { ($0.rawValue, words.state($0)) }
    }

    /// How far each language of each bundle is.
    var overview: String {
        let columns = [words(.language)] + columns
        let heading = columns.map {
            "<th scope=\"col\" role=\"columnheader\">\(HTMLText.text($0))</th>"
        }
        let tables = bundles.map { bundle in
            let rows = bundle.seats.filter { $0.role != .pseudo }.map { row($0, of: bundle) }
            return "<div><table role=\"table\"><caption dir=\"auto\">"
                + "\(HTMLText.text(bundle.catalog.name))</caption>"
                + "<thead role=\"rowgroup\"><tr role=\"row\">\(heading.joined())</tr></thead>"
                + "<tbody role=\"rowgroup\">\(rows.joined())</tbody></table></div>\n"
        }
        return "<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">\(escaped(.overview))"
            + "</h2>\n<div class=\"tables\">\n\(tables.joined())</div>\n</section>\n"
    }

    private static let states: [TranslationState] = [.translated, .needsReview, .stale, .new]

    private var columns: [String] {
        [words(.done)] + Self.states.map(words.state) + [words(.findings)]
    }

    private func row(_ seat: PreviewSeat, of bundle: PreviewBundle) -> String {
        let columns = columns
        let locale = HTMLText.text(seat.locale)
        let start = "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">\(locale)</th>"
        let findings = bundle.findings.count(in: seat.locale)
        var cells = ""
        if let language = bundle.progress.languages.first(where: { $0.locale == seat.locale }) {
            let percent = words(.percent, .init("percent", language.counts.percent))
            cells += cell(percent, columns[0])
            for (state, column) in zip(Self.states, columns.dropFirst()) {
                let view = "state=\(state.rawValue)"
                let isOpen = state != .translated
                cells += count(language.counts[state], column, isOpen, view, seat, bundle)
            }
        } else {
            cells += "<td role=\"cell\" colspan=\"\(columns.count - 1)\">\(escaped(.source))</td>"
        }
        let last = columns[columns.count - 1]
        return start + cells + count(findings, last, true, "findings=1", seat, bundle) + "</tr>"
    }

    private func cell(_ text: String, _ heading: String, _ more: String = "") -> String {
        "<td role=\"cell\" data-h=\"\(HTMLText.attribute(heading))\"\(more)>\(HTMLText.text(text))</td>"
    }

    /// A number that the script makes a way to the messages it counts.
    private func count(
        _ count: Int,
        _ heading: String,
        _ isOpen: Bool,
        _ view: String,
        _ seat: PreviewSeat,
        _ bundle: PreviewBundle
    ) -> String {
        guard count > 0 else { return cell("0", heading) }
        let name = HTMLText.fragment(bundle.catalog.name)
        let address = "bundle=\(name)&lang=\(HTMLText.fragment(seat.locale))&\(view)"
        let kind = isOpen ? " class=\"open\"" : ""
        let more = "\(kind) data-view=\"\(HTMLText.attribute(address))\""
        return cell("\(count)", heading, more)
    }
}
