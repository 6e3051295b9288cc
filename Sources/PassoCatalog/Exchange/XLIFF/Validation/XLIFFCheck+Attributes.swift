internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// Checks which attributes an element has, and their values.
    mutating func checkAttributes(
        of element: MarkupElement,
        _ name: XLIFFName,
        _ rule: XLIFFElementRule
    ) {
        for attribute in element.attributes where !attribute.isDeclaration {
            // A prefix that is not declared was reported by the reader of XML.
            if attribute.name.prefix != nil, attribute.name.namespace == nil { continue }
            guard let found = self.rule(of: attribute, rule) else {
                report.add(
                    .xliffAttribute(
                        attribute,
                        of: element,
                        allowed: rule.attributeNames,
                        in: source
                    )
                )
                continue
            }
            checkValue(of: attribute, found.type)
        }
        for (missing, attribute) in rule.attributes where attribute.isRequired {
            let namespace = missing.vocabulary == .xml ? XMLNamespace.xml : nil
            if element.attribute(missing.local, in: namespace) == nil {
                report.add(.xliffAttributeMissing(missing.text, of: element, in: source))
            }
        }
    }

    /// The rule of an attribute; nil where it must not stand.
    private func rule(
        of attribute: MarkupAttribute,
        _ rule: XLIFFElementRule
    ) -> XLIFFAttributeRule? {
        guard let namespace = attribute.name.namespace else {
            return rule.attributes[XLIFFName(.core, attribute.name.local)]
        }
        let vocabulary = XLIFFVocabulary(namespace, core: core)
        let name = XLIFFName(vocabulary, attribute.name.local)
        if let own = rule.attributes[name], vocabulary != .core { return own }
        switch vocabulary {
        case .xml:
            // What holds only texts, and annotations, cannot be extended by those of XML itself.
            let isExtensible = rule.isOpen && !rule.isAnnotation
            return isExtensible ? XLIFFRules.xmlAttributes[name] ?? .text : nil
        case .core, .misplaced: return nil
        case .foreign, .changes: return rule.isOpen ? .text : nil
        default:
            return rule.modules.contains(vocabulary) ? XLIFFRules.moduleAttributes[name] : nil
        }
    }

    private mutating func checkValue(of attribute: MarkupAttribute, _ type: XLIFFValueType) {
        let text = attribute.value.text
        guard !type.accepts(text) else { return }
        let name = attribute.name.qualified
        if case .choice(let choices) = type {
            report.add(.xliffChoice(name, attribute, of: choices, in: source))
        } else {
            report.add(.xliffValue(name, attribute, type.kind, in: source))
        }
    }

    /// Reports that one attribute asks for another.
    mutating func need(
        _ needed: String,
        beside attribute: MarkupAttribute,
        isValue: Bool = false,
        severity: DiagnosticSeverity = .error
    ) {
        let written =
            isValue
            ? "\(attribute.name.qualified)=\"\(attribute.value.text)\"" : attribute.name.qualified
        report.add(
            .xliffAttributeNeeds(
                written,
                needed,
                at: isValue ? attribute.valueRange : attribute.nameRange,
                severity: severity,
                in: source
            )
        )
    }

    /// Reports that an attribute cannot stand beside another.
    mutating func clash(
        _ attribute: MarkupAttribute,
        with other: String,
        on element: MarkupElement
    ) {
        report.add(.xliffAttributeClash(attribute, with: other, on: element, in: source))
    }
}

extension XLIFFElementRule {
    /// Whether the element is `mrk` or `sm`.
    fileprivate var isAnnotation: Bool {
        attributes["translate"] != nil && attributes["ref"] != nil
    }
}

extension XLIFFRules {
    /// The attributes of XML itself, which stand wherever others may.
    static let xmlAttributes: [XLIFFName: XLIFFAttributeRule] = [
        "xml:lang": .optional(.languageOrNone), "xml:space": .space, "xml:id": .id,
    ]
}
