import PassoDiagnostics
import PassoMessages

extension FuzzTarget {
    /// A table is read with every mistake inside of it, and every message of it can be formatted
    /// with arguments that nobody expects.
    func tableFault(_ source: SourceText) -> String? {
        let (table, diagnostics) = StringTable.read(arb: source)
        if let fault = fault(in: diagnostics, of: source) { return fault }
        guard let table else { return diagnostics.isEmpty ? "refused without a mistake" : nil }
        do throws(CompiledTableError) {
            _ = try CompiledTable(bytes: CompiledTable(table).bytes)
        } catch {
            return "the compiled table cannot be loaded: \(error)"
        }
        let bundle = StringBundle(name: "fuzz", tables: [table], templateLocale: table.locale)
        for key in table.keys {
            let names = (table[key]?.message.parameters ?? []).map(\.name)
            for arguments in HostileArguments.all(for: names) {
                let text = bundle.text(key, arguments, in: table.locale, isolating: true)
                if let fault = fault(of: text) { return "\(key): \(fault)" }
            }
        }
        return nil
    }

    /// Problems lie within the pattern; a pattern without any formats without surprises, and its
    /// pseudo-locales ask for the same arguments.
    func messageFault(_ pattern: String) -> String? {
        let (message, problems) = Message.parse(pattern)
        let whole = 0..<pattern.utf8.count + 1
        if let outside = problems.first(where: { !whole.contains($0.range.lowerBound) }) {
            return "\(outside) lies outside"
        }
        let template = StringTable(locale: "en", patterns: ["a": pattern])
        for pseudo in PseudoLocale.allCases {
            let changed = StringTable.pseudo(pseudo, of: template)["a"]
            let names = changed?.message.parameters.map(\.name)
            if names != message.parameters.map(\.name) { return "\(pseudo) asks for others" }
        }
        let bundle = StringBundle(name: "fuzz", tables: [template])
        // One language each time: what a run costs decides how much is tried.
        let locales = ["en", "pl-PL", "ar-EG", "ar-XB"]
        let locale = locales[pattern.utf8.count % locales.count]
        for arguments in HostileArguments.all(for: message.parameters.map(\.name)) {
            if let fault = fault(of: bundle.text("a", arguments, in: locale)) { return fault }
        }
        return nil
    }

    /// A list of languages is read in bounds, and its match names tables of the bundle.
    func localeFault(_ text: String) -> String? {
        let limits = MessageLimits.standard
        let wishes = LocalePreferences(acceptLanguage: text)
        if wishes.wishes.count > limits.maximumPreferences { return "too many wishes" }
        let match = Self.tongues.negotiated(for: wishes)
        let known = Self.tongues.locales + PseudoLocale.allCases.map(\.rawValue)
        if !match.sources.allSatisfy({ known.contains($0.locale) }) { return "\(match) is unknown" }
        if !match.sources.contains(where: { $0.locale == "en" }) { return "the template is lost" }
        return fault(of: Self.tongues.text("a", ["n": 2000], for: match))
            ?? fault(of: Self.tongues.text("a", ["n": 2000], in: text))
    }

    /// A few languages with all that matching knows: scripts, parents, aliases.
    private static let tongues = StringBundle(
        name: "fuzz",
        tables: ["en", "en-GB", "pt", "pt-PT", "zh-Hant", "zh-CN", "sr-Latn", "he", "nb"].map {
            StringTable(locale: $0, patterns: ["a": "{n}"])
        }
    )

    /// A text is within its limit, whatever went wrong.
    func fault(of text: FormattedText) -> String? {
        // A cut text ends at a character, so it may be a little shorter but never longer.
        text.text.utf8.count > MessageLimits.standard.maximumTextBytes ? "a text is too long" : nil
    }
}

/// Arguments of every kind, also of the wrong one.
enum HostileArguments {
    private static let values: [MessageArgument] = [
        .int(.min), .int(2), .double(.nan), .double(-0.0), .double(1e300), .string(""),
        .string("{n, plural, other {\u{202E}#}}"), .instant(millisecondsSince1970: .max),
        .instant(millisecondsSince1970: 0), .label(key: "a"),
        .message(key: "a", arguments: [MessageNamedArgument("n", .label(key: "a"))]),
        .list([.int(1), .list([]), .string("e\u{301}\u{0}")]),
    ]

    /// Three lists: two in which each name has a value of another kind, and one without values.
    static func all(for names: [String]) -> [[MessageNamedArgument]] {
        let lists = [0, 5].map { shift in
            names.enumerated().map { place, name in
                MessageNamedArgument(name, values[(place + shift) % values.count])
            }
        }
        return lists + [[]]
    }
}
