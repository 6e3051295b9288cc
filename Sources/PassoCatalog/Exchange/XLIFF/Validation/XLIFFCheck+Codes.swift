internal import PassoDiagnostics
internal import PassoText

/// The codes of a unit by id, which others can be copies of.
struct XLIFFBaseCodes {
    private var elements: [String: MarkupElement] = [:]

    init(_ texts: XLIFFTexts) {
        for marker in texts.sources + texts.targets where marker.isCode {
            guard let id = marker.ownID else { continue }
            let value = XLIFFToken.collapse(id.value.text)
            if elements[value] == nil { elements[value] = marker.element }
        }
    }

    subscript(id: String) -> MarkupElement? { elements[id] }
}

extension XLIFFCheck {
    private static let dataReferences = ["dataRef", "dataRefStart", "dataRefEnd"]

    /// Checks what the attributes of a code say together.
    mutating func checkCode(
        _ marker: XLIFFMarker,
        _ data: Set<String>,
        _ bases: XLIFFBaseCodes,
        _ context: XLIFFContext
    ) {
        let code = marker.element
        for name in Self.dataReferences {
            guard let reference = code.attribute(name) else { continue }
            let id = XLIFFToken.collapse(reference.value.text)
            if XLIFFToken.isToken(id), !data.contains(id) { dangle(reference, .data) }
        }
        for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
            refer(code, name, .units, context)
        }
        for name in ["dataRef", "equiv", "subFlows"] where marker.local == "pc" {
            checkTwo("\(name)Start", "\(name)End", of: code)
            checkTwo("\(name)End", "\(name)Start", of: code)
        }
        checkCopy(code, bases)
        checkSubType(code)
        checkHints(code)
        if marker.local == "ec" { checkEnd(code) }
    }

    /// Only the Schematron of 2.1 wants both ends described.
    private mutating func checkTwo(_ name: String, _ other: String, of code: MarkupElement) {
        if let attribute = code.attribute(name), code.attribute(other) == nil {
            need(other, beside: attribute, severity: .warning)
        }
    }

    /// A copy says so where its original has no data, and where it may be copied at all (section on
    /// duplicating an existing code).
    private mutating func checkCopy(_ code: MarkupElement, _ bases: XLIFFBaseCodes) {
        guard let copy = code.attribute("copyOf") else { return }
        if let data = Self.dataReferences.first(where: { code.attribute($0) != nil }) {
            clash(copy, with: data, on: code)
        }
        let id = XLIFFToken.collapse(copy.value.text)
        guard let base = bases[id] else {
            if XLIFFToken.isToken(id) { dangle(copy, .code) }
            return
        }
        if base.attribute("canCopy")?.value.text == "no" {
            report.add(.xliffCopy(copy, "forbidden", in: source))
        } else if Self.dataReferences.contains(where: { base.attribute($0) != nil }) {
            report.add(.xliffCopy(copy, "data", in: source))
        }
    }

    private static let styleKinds = [
        "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:lb": "fmt", "xlf:pb": "fmt",
        "xlf:var": "ui",
    ]

    /// A detail of a type has a type, and those of XLIFF itself have the right one.
    mutating func checkSubType(_ element: MarkupElement) {
        guard let detail = element.attribute("subType") else { return }
        let type = element.attribute("type")
        if type == nil { need("type", beside: detail) }
        guard detail.value.text.hasPrefix("xlf:") else { return }
        guard let right = Self.styleKinds[detail.value.text] else {
            let choices = Self.styleKinds.keys.sorted()
            report.add(.xliffChoice("subType", detail, of: choices, in: source))
            return
        }
        if let type, type.value.text != right {
            need("type=\"\(right)\"", beside: detail, isValue: true)
        }
    }

    /// A code that keeps its place is neither deleted nor copied (section on editing hints).
    private mutating func checkHints(_ code: MarkupElement) {
        guard let order = code.attribute("canReorder"),
            ["no", "firstNo"].contains(order.value.text)
        else { return }
        for name in ["canCopy", "canDelete"] where code.attribute(name)?.value.text != "no" {
            need("\(name)=\"no\"", beside: order, isValue: true)
        }
    }

    /// An end without its start in the unit has an id, all others name their start.
    private mutating func checkEnd(_ code: MarkupElement) {
        let isolated = code.attribute("isolated")?.value.text == "yes"
        let id = code.attribute("id")
        let start = code.attribute("startRef")
        if isolated {
            if let start { clash(start, with: "isolated=\"yes\"", on: code) }
            if id == nil { report.add(.xliffAttributeMissing("id", of: code, in: source)) }
            return
        }
        if start == nil, id == nil {
            report.add(.xliffAttributeMissing("startRef", of: code, in: source))
        }
        for attribute in [id, code.attribute("dir")].compactMap({ $0 }) {
            need("isolated=\"yes\"", beside: attribute)
        }
        for attribute in code.attributes {
            let namespace = attribute.name.namespace
            if namespace == XLIFFNamespace.styles || namespace == XLIFFNamespace.sizes {
                need("isolated=\"yes\"", beside: attribute)
            }
        }
    }
}
