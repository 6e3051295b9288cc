internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// Checks what the prose says of an element, beyond what the tables say.
    mutating func checkModule(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        checkStyles(element)
        checkSizes(element, name, context)
        checkITS(element, name, context)
        switch name {
        case "skeleton": checkHref(element)
        case "mrk", "sm": checkAnnotation(element, context)
        case "group": checkReserved(element.attribute("type"))
        case "unit":
            checkReserved(element.attribute("type"))
            if !element.elements.contains(where: { self.name($0) == "segment" }) {
                report.add(.xliffElementMissing(["segment"], within: element, in: source))
            }
        case "segment": checkReserved(element.attribute("subState"))
        case "mtc:match": checkMatch(element, context)
        case "gls:glossEntry":
            refer(element, "ref", .span, context)
            if !element.elements.contains(where: {
                ["translation", "definition"].contains($0.name.local)
                    && $0.name.namespace == element.name.namespace
            }) {
                let names = ["gls:translation", "gls:definition"]
                report.add(.xliffOneOf(names, of: element, isExact: false, in: source))
            }
        case "gls:translation": refer(element, "ref", .span, context)
        case "res:resourceItemRef": refer(element, "ref", .resource, context)
        case "res:resourceItem": checkResource(element)
        case "res:source":
            checkHref(element)
            checkLanguage(of: element, languages.source, "srcLang", nil)
        case "res:target":
            checkHref(element)
            // A picture of a screen may be in any language, as the published suite has it.
            if element.attribute("href") == nil {
                checkLanguage(of: element, languages.target, "trgLang", nil)
            }
        case "val:rule": checkRule(element, context)
        default: break
        }
    }

    /// What holds nothing names a file, and what holds something does not.
    private mutating func checkHref(_ element: MarkupElement) {
        let href = element.attribute("href")
        if let href, !element.isEmpty {
            report.add(.xliffHref(element, "both", at: href.nameRange, in: source))
        } else if href == nil, element.isEmpty {
            report.add(.xliffHref(element, "neither", at: element.nameRange, in: source))
        }
    }

    /// The authority `xlf` belongs to the specification.
    private mutating func checkReserved(_ attribute: MarkupAttribute?) {
        guard let attribute, attribute.value.text.hasPrefix("xlf:") else { return }
        report.add(.xliffValue(attribute.name.qualified, attribute, "reserved", in: source))
    }

    /// The known annotations (section on the types of annotations).
    private mutating func checkAnnotation(_ element: MarkupElement, _ context: XLIFFContext) {
        let type = element.attribute("type")
        switch type?.value.text ?? "generic" {
        case "comment":
            switch (element.attribute("value"), element.attribute("ref")) {
            case (nil, nil):
                report.add(.xliffOneOf(["value", "ref"], of: element, isExact: true, in: source))
            case (.some, .some(let ref)): clash(ref, with: "value", on: element)
            default: refer(element, "ref", .note, context)
            }
        case "mtc:match":
            if let ref = element.attribute("ref") {
                clash(ref, with: "type=\"mtc:match\"", on: element)
            }
        case "generic":
            refer(element, "ref", .anything, context)
            let isPlain = !element.attributes.contains {
                $0.name.prefix != nil || $0.name.local == "ref" || $0.name.local == "value"
            }
            if isPlain, element.attribute("translate") == nil {
                report.add(
                    .xliffAttributeMissing(
                        "translate",
                        of: element,
                        severity: .warning,
                        in: source
                    )
                )
            }
        default: refer(element, "ref", .anything, context)
        }
    }

    private mutating func checkMatch(_ element: MarkupElement, _ context: XLIFFContext) {
        refer(element, "ref", .span, context)
        if let detail = element.attribute("subType") {
            if element.attribute("type") == nil { need("type", beside: detail) }
            checkReserved(detail)
        }
        if let language = element.attribute("lang", in: XMLNamespace.xml) {
            let allowed = XLIFFRules.elements["mtc:match"]?.attributeNames ?? []
            report.add(.xliffAttribute(language, of: element, allowed: allowed, in: source))
        }
    }

    /// A resource has something, and a type where all that it has is empty.
    private mutating func checkResource(_ element: MarkupElement) {
        let parts = element.elements
        if parts.isEmpty {
            let names = ["res:source", "res:target", "res:reference"]
            report.add(.xliffOneOf(names, of: element, isExact: false, in: source))
        }
        let texts = parts.filter { ["source", "target"].contains($0.name.local) }
        if element.attribute("mimeType") == nil, !texts.isEmpty, texts.allSatisfy(\.isEmpty) {
            report.add(.xliffAttributeMissing("mimeType", of: element, in: source))
        }
    }

    /// A rule asks for one thing, of which some come with details (module Validation).
    private mutating func checkRule(_ element: MarkupElement, _ context: XLIFFContext) {
        let names = ["isPresent", "isNotPresent", "startsWith", "endsWith"]
        let own = names.compactMap { element.attribute($0) }
        let others = element.attributes.filter {
            $0.name.namespace != nil && !$0.isDeclaration && $0.name.namespace != XMLNamespace.xml
        }
        if own.count + (others.isEmpty ? 0 : 1) != 1 {
            report.add(.xliffOneOf(names, of: element, isExact: true, in: source))
        }
        if let occurs = element.attribute("occurs"), element.attribute("isPresent") == nil {
            need("isPresent", beside: occurs)
        }
        if let exists = element.attribute("existsInSource"),
            !own.contains(where: { $0.name.local != "isNotPresent" }), !own.isEmpty
        {
            need("isPresent", beside: exists)
        }
        if let disabled = element.attribute("disabled"), disabled.value.text == "yes",
            context.scope >= 0, scopes[context.scope].kind == .file
        {
            report.add(.xliffChoice("disabled", disabled, of: ["no"], in: source))
        }
    }

    /// A detail of a style has a style.
    private mutating func checkStyles(_ element: MarkupElement) {
        if let detail = element.attribute("subFs", in: XLIFFNamespace.styles),
            element.attribute("fs", in: XLIFFNamespace.styles) == nil
        {
            need("fs:fs", beside: detail)
        }
    }
}
