internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// Checks the texts of a unit, or those of a match, whose ids are a set of their own.
    mutating func checkTexts(of element: MarkupElement, _ context: XLIFFContext, isMatch: Bool) {
        let texts = XLIFFTexts(element, isMatch: isMatch, core: core)
        let ids = checkIDs(texts, isMatch: isMatch)
        let data = checkData(of: element)
        if !isMatch {
            scopes[context.scope].sourceIDs = ids.sources
            scopes[context.scope].targetIDs = ids.targets
            scopes[context.scope].data = data
            checkOrder(texts)
        }
        for part in texts.parts { checkPart(part, context, isMatch: isMatch) }
        checkPairs(texts.sources, of: texts, isTarget: false)
        checkPairs(texts.targets, of: texts, isTarget: true)
        let bases = XLIFFBaseCodes(texts)
        for marker in texts.sources + texts.targets where marker.end != .end || marker.local == "ec"
        {
            guard marker.isCode else { continue }
            checkCode(marker, data, bases, context)
        }
        checkSequences(texts)
        checkKept(texts)
    }

    /// Ids differ within a unit; a code of a target has that of its code in the source.
    private mutating func checkIDs(
        _ texts: XLIFFTexts,
        isMatch: Bool
    ) -> (sources: Set<String>, targets: Set<String>) {
        let container = isMatch ? "mtc:match" : "unit"
        var places: [String: SourceRange] = [:]
        var kinds: [String: String] = [:]
        for id in texts.parts.compactMap({ isMatch ? nil : $0.element.attribute("id") })
            + texts.sources.compactMap(\.ownID)
        {
            let value = XLIFFToken.collapse(id.value.text)
            if let first = places[value] {
                report.add(.xliffTwice("id", id, within: container, first: first, in: source))
            } else {
                places[value] = id.valueRange
            }
        }
        for marker in texts.sources where marker.ownID != nil {
            if let id = marker.id { kinds[id] = kinds[id] ?? Self.kind(marker.local) }
        }
        var targets: [String: SourceRange] = [:]
        for marker in texts.targets {
            guard let id = marker.ownID else { continue }
            let value = XLIFFToken.collapse(id.value.text)
            let isOther = places[value] != nil && kinds[value] != Self.kind(marker.local)
            if let first = targets[value] ?? (isOther ? places[value] : nil) {
                report.add(.xliffTwice("id", id, within: container, first: first, in: source))
            } else {
                targets[value] = id.valueRange
            }
        }
        return (Set(places.keys), Set(targets.keys))
    }

    /// Ways to write a code that may replace each other: `pc` and `sc`, `mrk` and `sm`.
    private static func kind(_ local: String) -> String {
        switch local {
        case "sc": "pc"
        case "sm": "mrk"
        default: local
        }
    }

    /// Returns the ids of original data, which differ.
    private mutating func checkData(of element: MarkupElement) -> Set<String> {
        var places: [String: SourceRange] = [:]
        for holder in element.elements where holder.name.matches("originalData", in: core) {
            for data in holder.elements where data.name.matches("data", in: core) {
                guard let id = data.attribute("id") else { continue }
                let value = XLIFFToken.collapse(id.value.text)
                if let first = places[value] {
                    report.add(
                        .xliffTwice("id", id, within: "originalData", first: first, in: source)
                    )
                }
                places[value] = places[value] ?? id.valueRange
            }
        }
        return Set(places.keys)
    }

    /// The places of the targets are the numbers from 1 on, each once; a part without an order has
    /// its own (section on segment order).
    private mutating func checkOrder(_ texts: XLIFFTexts) {
        var taken: [Int: SourceRange] = [:]
        let orders = texts.parts.map { $0.target?.attribute("order") }
        for (place, part) in texts.parts.enumerated() where orders[place] == nil {
            taken[place + 1] = part.element.nameRange
        }
        for case let order? in orders {
            guard let number = XLIFFNumber.whole(order.value.text), number > 0 else { continue }
            if number > texts.parts.count {
                report.add(.xliffOrder(order, count: texts.parts.count, in: source))
            } else if let first = taken[number] {
                report.add(.xliffTwice("order", order, within: "unit", first: first, in: source))
            } else {
                taken[number] = order.valueRange
            }
        }
    }

    private mutating func checkPart(
        _ part: XLIFFUnitPart,
        _ context: XLIFFContext,
        isMatch: Bool
    ) {
        if let source = part.source {
            checkLanguage(of: source, languages.source, "srcLang", context.language)
        }
        if let target = part.target {
            let isReference =
                isMatch && part.element.attribute("reference")?.value.text == "yes"
            if !isReference {
                checkLanguage(of: target, languages.target, "trgLang", context.language)
            }
            if !isMatch { checkTargetLanguage(of: target) }
        }
        if !isMatch {
            checkSpace(part, context)
            if part.element.name.local == "segment" { checkState(part) }
        }
    }

    private mutating func checkTargetLanguage(of target: MarkupElement) {
        guard languages.target == nil, !languages.isTargetReported, let root = languages.root else {
            return
        }
        languages.isTargetReported = true
        report.add(
            .xliffAttributeMissing("trgLang", of: root, because: target.nameRange, in: source)
        )
    }

    /// The language of a text, its own or that around it, is that of the file; an empty one says
    /// nothing.
    mutating func checkLanguage(
        of element: MarkupElement,
        _ language: String?,
        _ attribute: String,
        _ inherited: MarkupAttribute?
    ) {
        guard let language,
            let found = element.attribute("lang", in: XMLNamespace.xml) ?? inherited,
            !found.value.text.isEmpty, found.value.text.lowercased() != language.lowercased(),
            reportedLanguages.insert(found.valueRange).inserted
        else { return }
        report.add(.xliffLanguage(found, attribute, language, in: source))
    }

    /// White space counts in both texts of a part, or in none.
    private mutating func checkSpace(_ part: XLIFFUnitPart, _ context: XLIFFContext) {
        guard let source = part.source, let target = part.target else { return }
        func own(_ element: MarkupElement) -> MarkupAttribute? {
            element.attribute("space", in: XMLNamespace.xml)
        }
        func isPreserving(_ element: MarkupElement) -> Bool {
            own(element).map { $0.value.text == "preserve" } ?? context.isPreserving
        }
        guard isPreserving(source) != isPreserving(target) else { return }
        report.add(
            .xliffSpace(own(target) ?? own(source), target, isPreserving(source), in: self.source)
        )
    }

    /// A part that is translated has a translation; a detail of a state has a state.
    private mutating func checkState(_ part: XLIFFUnitPart) {
        if let detail = part.element.attribute("subState"), part.element.attribute("state") == nil {
            need("state", beside: detail)
        }
        if let state = part.element.attribute("state"), part.target == nil,
            ["translated", "reviewed", "final"].contains(state.value.text)
        {
            need("<target>", beside: state, isValue: true)
        }
    }
}
