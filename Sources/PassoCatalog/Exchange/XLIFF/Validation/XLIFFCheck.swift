internal import PassoDiagnostics
internal import PassoText

/// One walk through a file: structure on the way down, scopes of ids on the way up.
struct XLIFFCheck {
    /// The namespace of the core in this file.
    let core: String

    var report: XLIFFReport

    /// The files, groups and units, in the order of the file.
    var scopes: [XLIFFScope] = []

    /// The places of the files by id.
    private(set) var files: [String: Int] = [:]

    /// Where each id was seen first, for each set in which ids must differ.
    private var firstPlaces: [XLIFFIDSpace: [String: SourceRange]] = [:]

    /// How many sets of ids modules have begun.
    private var moduleCount = 0

    /// What is looked up when all ids are known.
    var references: [XLIFFReference] = []

    /// The attributes of languages that were reported; many texts can inherit one.
    var reportedLanguages: Set<SourceRange> = []

    /// The languages that the root names.
    var languages = XLIFFLanguages()

    init(core: String, report: XLIFFReport) {
        self.core = core
        self.report = report
    }

    var source: SourceText { report.source }

    /// Whether the file is XLIFF 2.2.
    var isSecond: Bool { core == XLIFFVocabulary.cores[1] }

    /// The name of an element as the tables have it.
    func name(_ element: MarkupElement) -> XLIFFName {
        XLIFFName(XLIFFVocabulary(element.name.namespace, core: core), element.name.local)
    }

    /// Checks an element and all within it.
    ///
    /// The depth is that of the tree, which the reader of XML limits.
    mutating func visit(_ element: MarkupElement, _ outer: XLIFFContext) {
        let name = name(element)
        guard let rule = XLIFFRules.rule(of: name, isSecond: isSecond) else { return }
        var context = outer.within(element, name)
        checkAttributes(of: element, name, rule)
        enter(element, name, &context)
        let children = checkContent(of: element, name, rule)
        checkModule(element, name, context)
        for child in children {
            if child.isKnown {
                visit(child.element, context)
            } else {
                collectIDs(child.element, context)
            }
        }
        leave(element, name, context)
    }

    /// Does what must be done before the elements within.
    private mutating func enter(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: inout XLIFFContext
    ) {
        switch (name.vocabulary, name.local) {
        case (.core, "xliff"): enterRoot(element)
        case (.core, "file"):
            claim("id", of: element, .init(.files, 0), "xliff")
            open(.file, element, &context)
        case (.core, "group"):
            claim("id", of: element, .init(.groups, file(of: context)), "file")
            open(.group, element, &context)
        case (.core, "unit"):
            claim("id", of: element, .init(.units, file(of: context)), "file")
            open(.unit, element, &context)
        case (.core, "note"):
            claim("id", of: element, .init(.notes, context.scope), "notes")
            if isSecond { refer(element, "ref", .anything, context) }
        case (.matches, "matches"), (.glossary, "glossary"), (.metadata, "metadata"),
            (.resources, "resourceData"):
            moduleCount += 1
            context.module = moduleCount
        default: break
        }
        claimModuleID(element, name, context)
    }

    /// Does what can be done when the elements within are known.
    private mutating func leave(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        guard name.vocabulary == .core else {
            if name == "mtc:match" { checkTexts(of: element, context, isMatch: true) }
            return
        }
        switch name.local {
        case "unit":
            checkTexts(of: element, context, isMatch: false)
            checkChanges(in: element, context)
        case "file", "group": checkChanges(in: element, context)
        default: break
        }
    }

    private mutating func enterRoot(_ element: MarkupElement) {
        languages = XLIFFLanguages(element)
        let versions = isSecond ? ["2.0", "2.1", "2.2"] : ["2.0", "2.1"]
        if let version = element.attribute("version"), !versions.contains(version.value.text) {
            report.add(.xliffChoice("version", version, of: versions, in: source))
        }
    }
}

extension XLIFFCheck {
    /// Begins a file, group or unit.
    private mutating func open(
        _ kind: XLIFFScope.Kind,
        _ element: MarkupElement,
        _ context: inout XLIFFContext
    ) {
        let place = scopes.count
        let id = element.token("id") ?? ""
        let file = kind == .file ? place : file(of: context)
        let parent = kind == .file ? nil : context.scope
        scopes.append(XLIFFScope(kind: kind, id: id, parent: parent, file: file))
        context.scope = place
        if kind == .file {
            if files[id] == nil { files[id] = place }
            context.profiles = XLIFFProfiles(element)
        } else if scopes[file].members[kind]?[id] == nil {
            scopes[file].members[kind, default: [:]][id] = place
        }
    }

    /// The file that a context belongs to; negative outside of files.
    private func file(of context: XLIFFContext) -> Int {
        context.scope < 0 ? context.scope : scopes[context.scope].file
    }

    /// Notes an id, and reports one that was there.
    mutating func claim(
        _ attribute: String,
        in namespace: String? = nil,
        of element: MarkupElement,
        _ space: XLIFFIDSpace,
        _ container: String
    ) {
        guard let id = element.attribute(attribute, in: namespace) else { return }
        let value = XLIFFToken.collapse(id.value.text)
        if let first = firstPlaces[space]?[value] {
            report.add(
                .xliffTwice(id.name.qualified, id, within: container, first: first, in: source)
            )
        } else {
            firstPlaces[space, default: [:]][value] = id.valueRange
        }
    }

    /// Tells whether an id is known.
    func knows(_ id: String, in space: XLIFFIDSpace) -> Bool {
        firstPlaces[space]?[id] != nil
    }

    /// Notes the id of an element of a module, which fragment identifiers can name.
    private mutating func claimModuleID(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        guard name.vocabulary != .core, name.vocabulary != .changes else { return }
        if name.vocabulary == .its {
            claim("id", in: XMLNamespace.xml, of: element, .init(.its, context.scope), "unit")
        } else {
            claim("id", of: element, .init(.module, context.module), containerName(of: name))
        }
        noteModuleID(element, context)
    }

    private func containerName(of name: XLIFFName) -> String {
        switch name.vocabulary {
        case .matches: "mtc:matches"
        case .glossary: "gls:glossary"
        case .metadata: "mda:metadata"
        default: "res:resourceData"
        }
    }

    private mutating func noteModuleID(_ element: MarkupElement, _ context: XLIFFContext) {
        let id = element.token("id") ?? element.token("id", in: XMLNamespace.xml)
        guard let id, context.scope >= 0, let namespace = element.name.namespace,
            let prefix = XLIFFVocabulary.fragmentPrefix(of: namespace)
        else { return }
        scopes[context.scope].moduleIDs[prefix, default: []].insert(id)
    }

    /// Notes the ids of an extension and of all within it: within a file, group or unit those of
    /// one namespace must differ (section 4.9, extensibility).
    ///
    /// The depth is that of the tree, which the reader of XML limits.
    mutating func collectIDs(_ element: MarkupElement, _ context: XLIFFContext) {
        guard context.scope >= 0 else { return }
        let kind = XLIFFIDSpace.Kind.extension(element.name.namespace ?? "")
        let space = XLIFFIDSpace(kind, context.scope)
        let container = scopes[context.scope].kind.rawValue
        if element.attribute("id") != nil {
            claim("id", of: element, space, container)
        } else {
            claim("id", in: XMLNamespace.xml, of: element, space, container)
        }
        noteModuleID(element, context)
        if context.isInSizeData, let id = element.token("id") {
            scopes[context.scope].sizeIDs.insert(id)
        }
        for child in element.elements { collectIDs(child, context) }
    }
}

extension MarkupElement {
    /// The value of an attribute as the schema reads ids.
    func token(_ local: String, in namespace: String? = nil) -> String? {
        attribute(local, in: namespace).map { XLIFFToken.collapse($0.value.text) }
    }
}
