import PassoDiagnostics
import PassoText

/// Reads SCXML documents (W3C Recommendation of 1 September 2015) into declarations.
///
/// What SCXML has no words for is read from the namespace ``SCXMLNamespace/passo``. A document that
/// does not say otherwise there follows the Recommendation to the letter (`semantics` is `scxml`).
enum SCXMLReader {
    /// Reads one document and collects its mistakes.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    /// - Returns: what it declares, unless it is no document of SCXML at all; what is wrong with its
    ///   form, in the order of the file; and how many mistakes more there are than are told.
    static func read(
        _ source: SourceText,
        limits: DefinitionLimits
    ) -> (declaration: WorkflowDeclaration?, diagnostics: [Diagnostic], dropped: Int) {
        let (document, mistakes) = XMLReader.read(source, limits: limits.xml)
        guard let document else { return (nil, mistakes, 0) }
        var check = SCXMLCheck(source: source, limit: limits.diagnostics)
        guard check.checkRoot(document.root) else {
            return (nil, mistakes + check.diagnostics, check.dropped)
        }
        var reading = SCXMLReading(document, check: check)
        let declaration = reading.workflow()
        return (declaration, mistakes + reading.check.diagnostics, reading.check.dropped)
    }

    /// Tells whether a text is XML rather than YAML: whether `<` is its first character.
    static func isMeant(by source: SourceText) -> Bool {
        let bytes = source.utf8
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes[start...].first { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }
        return first == UInt8(ascii: "<") || bytes.starts(with: [0x3C, 0])
            || bytes.starts(with: [0, 0x3C])
    }
}

/// The reading of one document whose form was checked; what does not fit is left out.
struct SCXMLReading {
    let root: MarkupElement
    var check: SCXMLCheck
    /// The ids of states, so that those without one get one that no other has.
    private var ids: Set<String> = []
    private var unnamed = 0

    init(_ document: MarkupDocument, check: SCXMLCheck) {
        root = document.root
        self.check = check
        collectIDs(of: root)
    }

    private mutating func collectIDs(of element: MarkupElement) {
        for child in element.elements where child.isState {
            if let id = child.text("id") { ids.insert(id.value) }
            collectIDs(of: child)
        }
    }

    /// The id of a state, made where the document gives none (Recommendation, 3.14).
    mutating func id(of element: MarkupElement) -> Located<String> {
        if let id = element.text("id") { return id }
        repeat { unnamed += 1 } while !ids.insert("state-\(unnamed)").inserted
        return Located("state-\(unnamed)", at: element.nameRange)
    }

    mutating func workflow() -> WorkflowDeclaration {
        var result = WorkflowDeclaration()
        let isOpen = root.own("semantics")?.value != "passo"
        result.semantics = isOpen ? Located("scxml", at: root.nameRange) : nil
        result.language = integer("language") ?? Located(1, at: root.nameRange)
        result.name = root.text("name")
        result.version = integer("version") ?? Located(1, at: root.nameRange)
        result.strings = root.own("strings")
        result.title = root.own("title")
        // The other rules know no other data model.
        result.datamodel = isOpen ? root.text("datamodel") : nil
        result.binding = root.text("binding")
        result.script = script()
        result.initial = initial(of: root)
        for model in root.all("datamodel") { result.data += data(of: model) }
        result.states = states(in: root)
        addRootTransitions(to: &result.states)
        readOwn(into: &result)
        return result
    }

    private func integer(_ name: String) -> Located<Int>? {
        root.own(name).flatMap { text in
            Int(text.value).map { Located($0, at: text.range) }
        }
    }

    private mutating func script() -> [ActionDeclaration] {
        root.all("script").map { .script(scriptText($0)) }
            + root.allOwn("script").flatMap { actions(in: $0) }
    }
}

extension DefinitionLimits {
    /// The limits on an SCXML document; its states and actions are counted later.
    var xml: XMLLimits {
        var limits = XMLLimits()
        // As deep as YAML: readers of states and actions recurse so far.
        limits.maximumDepth = text.maximumDepth
        limits.maximumBytes = fileBytes
        limits.maximumDiagnostics = diagnostics
        return limits
    }
}
