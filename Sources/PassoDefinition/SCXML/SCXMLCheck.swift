import PassoDiagnostics
import PassoText

/// Checks the form of a document: which elements and attributes stand where.
///
/// What belongs to another namespace is passed over (Recommendation, 3.2), and so is what lies within
/// `<content>`, `<data>`, `<assign>` and `<script>`, which is data.
struct SCXMLCheck {
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// How many mistakes more there are than are kept.
    private(set) var dropped = 0
    private let limit: Int

    init(source: SourceText, limit: Int) {
        self.source = source
        self.limit = limit
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < limit { diagnostics.append(diagnostic) } else { dropped += 1 }
    }

    /// Checks the root; false when the document is none of SCXML, so that nothing of it can be read.
    mutating func checkRoot(_ root: MarkupElement) -> Bool {
        guard root.name.local == "scxml" else {
            report(.wrongRoot(root.name.local, at: root.nameRange, in: source))
            return false
        }
        guard root.name.namespace == SCXMLNamespace.scxml else {
            reportNamespace(of: root)
            return false
        }
        check(root, .scxml("scxml") ?? SCXMLRule())
        if let version = root.text("version"), version.value != "1.0" {
            report(.unknownValue(version.value, of: ["1.0"], at: version.range, in: source))
        }
        if let model = root.text("datamodel"), model.value != "cel", model.value != "null" {
            report(.unsupportedDatamodel(model, in: source))
        }
        checkValue(root, "binding", ["early", "late"])
        checkValue(root, "semantics", ["passo", "scxml"], isOwn: true)
        for name in ["language", "version"] {
            guard let text = root.own(name), Int(text.value) == nil else { continue }
            report(
                .wrongType(
                    key: name,
                    expected: "integer",
                    found: "text",
                    at: text.range,
                    in: source
                )
            )
        }
        return true
    }

    private mutating func reportNamespace(of root: MarkupElement) {
        let name = root.name.prefix.map { "xmlns:\($0)" } ?? "xmlns"
        let declaration = root.attributes.first { $0.name.qualified == name }
        report(
            .wrongNamespace(
                root.name.namespace,
                expected: SCXMLNamespace.scxml,
                at: declaration?.valueRange ?? root.nameRange,
                declaration: declaration?.valueRange,
                inserting: root.nameRange.upperBound,
                in: source
            )
        )
    }

    /// The rule of an element, and whether it belongs to one of the two namespaces at all.
    private func rule(of element: MarkupElement) -> (isKnown: Bool, rule: SCXMLRule?) {
        switch element.name.namespace {
        case SCXMLNamespace.scxml: (true, .scxml(element.name.local))
        case SCXMLNamespace.passo: (true, .own(element.name.local))
        default: (false, nil)
        }
    }

    private mutating func check(_ element: MarkupElement, _ rule: SCXMLRule) {
        checkAttributes(of: element, rule)
        checkExclusions(of: element, rule)
        checkValues(of: element)
        if !rule.isOpaque { checkTexts(of: element) }
        var seen: [String: SourceRange] = [:]
        for child in element.elements {
            if rule.isOpaque && child.name.namespace != SCXMLNamespace.passo { continue }
            let (isKnown, childRule) = self.rule(of: child)
            guard isKnown else {
                checkForeign(child)
                continue
            }
            guard let childRule else {
                reportUnknown(child, in: element, rule)
                continue
            }
            let isOwn = child.name.namespace == SCXMLNamespace.passo
            let local = child.name.local
            guard (isOwn ? rule.ownChildren : rule.children).contains(local) else {
                report(
                    .misplacedElement(
                        child.name.qualified,
                        parent: element.name.qualified,
                        at: child.nameRange,
                        in: source
                    )
                )
                continue
            }
            if !isOwn, rule.single.contains(local) {
                if let first = seen[local] {
                    report(
                        .repeatedElement(
                            local,
                            parent: element.name.qualified,
                            at: child.nameRange,
                            first: first,
                            in: source
                        )
                    )
                }
                seen[local] = seen[local] ?? child.nameRange
            }
            check(child, childRule)
        }
    }

    /// An element of SCXML's that is in no namespace was hardly meant to be passed over.
    private mutating func checkForeign(_ element: MarkupElement) {
        guard element.name.namespace == nil, element.name.prefix == nil,
            SCXMLRule.names.contains(element.name.local)
        else { return }
        reportNamespace(of: element)
    }

    private mutating func reportUnknown(
        _ child: MarkupElement,
        in element: MarkupElement,
        _ rule: SCXMLRule
    ) {
        let isOwn = child.name.namespace == SCXMLNamespace.passo
        let here = isOwn ? rule.ownChildren : rule.children
        let everywhere = isOwn ? SCXMLRule.ownNames : SCXMLRule.names
        let near =
            nearest(to: child.name.local, in: here)
            ?? nearest(to: child.name.local, in: everywhere)
        report(
            .unknownElement(
                child.name.qualified,
                nearest: near.map { name in child.name.prefix.map { "\($0):\(name)" } ?? name },
                at: child.nameRange,
                in: source
            )
        )
    }

    private mutating func checkTexts(of element: MarkupElement) {
        for text in element.texts where !text.isBlank {
            let shown = text.scalar.words.first?.value ?? ""
            let start = text.scalar.words.first?.range ?? text.range
            report(.strayText(shown, parent: element.name.qualified, at: start, in: source))
        }
    }
}

extension SCXMLCheck {
    private mutating func checkAttributes(of element: MarkupElement, _ rule: SCXMLRule) {
        let isOwn = element.name.namespace == SCXMLNamespace.passo
        for attribute in element.attributes {
            let known: [String]
            switch attribute.name.namespace {
            case nil: known = rule.attributes
            case SCXMLNamespace.passo: known = isOwn ? rule.attributes : rule.ownAttributes
            case SCXMLNamespace.scxml: known = []
            default: continue
            }
            let isPrefixed = attribute.name.prefix != nil
            if known.contains(attribute.name.local), !(isOwn && isPrefixed) { continue }
            let near = nearest(to: attribute.name.local, in: known)
            report(
                .unknownAttribute(
                    attribute.name.qualified,
                    element: element.name.qualified,
                    nearest: near.map { name in
                        attribute.name.prefix.map { "\($0):\(name)" } ?? name
                    },
                    at: attribute.nameRange,
                    in: source
                )
            )
        }
        for name in rule.required where element.attribute(name) == nil {
            report(
                .missingAttribute(
                    name,
                    element: element.name.qualified,
                    at: element.nameRange,
                    in: source
                )
            )
        }
    }

    /// What of an element a rule names: an attribute, children as `<name>`, or any content as `<>`.
    private func place(of part: String, in element: MarkupElement) -> SourceRange? {
        guard part.hasPrefix("<") else { return element.attribute(part)?.nameRange }
        if part == "<>" {
            return element.content == nil ? nil : element.contentRange
        }
        let name = String(part.dropFirst().dropLast())
        return element.elements.first {
            $0.name.local == name && $0.name.namespace == SCXMLNamespace.scxml
        }?
        .nameRange
    }

    private mutating func checkExclusions(of element: MarkupElement, _ rule: SCXMLRule) {
        for group in rule.exclusive {
            let found = group.compactMap { part in
                place(of: part, in: element).map { (part, $0) }
            }
            guard found.count > 1, let first = found.first, let last = found.last else { continue }
            report(
                .conflictingKeys(
                    first.0.shownPart(of: element),
                    last.0.shownPart(of: element),
                    at: last.0 == "<>" ? first.1 : last.1,
                    in: source
                )
            )
        }
        for group in rule.oneOf where group.allSatisfy({ place(of: $0, in: element) == nil }) {
            report(
                .missingPart(
                    group.map { $0.shownPart(of: element) },
                    element: element.name.qualified,
                    at: element.nameRange,
                    in: source
                )
            )
        }
    }

    private mutating func checkValues(of element: MarkupElement) {
        guard element.name.namespace == SCXMLNamespace.scxml else {
            for name in ["sensitive", "internal"] { checkValue(element, name, ["true", "false"]) }
            return
        }
        switch element.name.local {
        case "transition":
            checkValue(element, "type", ["external", "internal"])
            checkValue(element, "done", ["true", "false"], isOwn: true)
        case "history": checkValue(element, "type", ["shallow", "deep"])
        case "invoke": checkValue(element, "autoforward", ["true", "false"])
        case "assign": checkValue(element, "set", ["first", "next"], isOwn: true)
        case "data":
            checkValue(element, "sensitive", ["true", "false"], isOwn: true)
            checkValue(element, "content", ["true", "false"], isOwn: true)
        case "state", "parallel", "final": checkName(element.text("id"), .state)
        default: break
        }
        if element.name.local == "data" { checkName(element.text("id"), .value) }
    }

    private mutating func checkValue(
        _ element: MarkupElement,
        _ name: String,
        _ values: [String],
        isOwn: Bool = false
    ) {
        guard let value = isOwn ? element.own(name) : element.text(name),
            !values.contains(value.value)
        else { return }
        report(.unknownValue(value.value, of: values, at: value.range, in: source))
    }

    /// An id must be a name of XML without colons (Recommendation, 3.14).
    private mutating func checkName(_ name: Located<String>?, _ kind: NameKind) {
        guard let name, !MarkupName.isUnqualified(name.value) else { return }
        report(.badName(name.value, kind: kind, at: name.range, in: source))
    }
}

extension String {
    /// A part of a rule as people read it.
    fileprivate func shownPart(of element: MarkupElement) -> String {
        self == "<>" ? "<\(element.name.qualified)>…</\(element.name.qualified)>" : self
    }
}
