internal import PassoDiagnostics
internal import PassoText

/// A file, group or unit with the ids in it that references can name.
struct XLIFFScope {
    /// What the scope is; the raw value is the name of its element.
    enum Kind: String {
        case file, group, unit
    }

    let kind: Kind
    let id: String

    /// The place of the scope around it.
    let parent: Int?

    /// The place of its file.
    let file: Int

    /// Of a file: the places of its groups and units by id.
    var members: [Kind: [String: Int]] = [:]

    /// Of a unit: the ids of its original data.
    var data: Set<String> = []

    /// Of a unit: the ids of its segments and of what stands in its sources.
    var sourceIDs: Set<String> = []

    /// Of a unit: the ids of what stands in its targets.
    var targetIDs: Set<String> = []

    /// The ids of elements of modules and registered extensions, by the prefix of fragments.
    var moduleIDs: [String: Set<String>] = [:]

    /// The ids within `slr:data`.
    var sizeIDs: Set<String> = []
}

/// A set of ids that must differ from each other.
struct XLIFFIDSpace: Hashable {
    /// What has the ids.
    enum Kind: Hashable {
        case files, groups, units, notes, its, module
        case `extension`(String)
    }

    let kind: Kind
    let container: Int

    init(_ kind: Kind, _ container: Int) {
        self.kind = kind
        self.container = container
    }
}

/// What an element has from those around it.
struct XLIFFContext {
    /// The innermost file, group or unit; negative outside of files.
    var scope = -1

    /// The innermost set of ids of a module.
    var module = 0

    /// The nearest `xml:lang`.
    var language: MarkupAttribute?

    /// Whether white space is kept: the nearest `xml:space`.
    var isPreserving = false

    /// Whether a version of the Internationalization Tag Set is named.
    var hasITSVersion = false

    /// Whether a score or a vote of quality is given.
    var hasScore = false
    var hasVote = false

    /// Whether what is within describes sizes.
    var isInSizeData = false

    /// What the file measures sizes by.
    var profiles = XLIFFProfiles()

    /// The same within an element.
    func within(_ element: MarkupElement, _ name: XLIFFName) -> XLIFFContext {
        var inner = self
        for attribute in element.attributes {
            switch (attribute.name.namespace, attribute.name.local) {
            case (XMLNamespace.xml, "lang"): inner.language = attribute
            case (XMLNamespace.xml, "space"):
                inner.isPreserving = attribute.value.text == "preserve"
            case (XLIFFNamespace.its, "version"): inner.hasITSVersion = true
            case (XLIFFNamespace.its, "locQualityRatingScore"): inner.hasScore = true
            case (XLIFFNamespace.its, "locQualityRatingVote"): inner.hasVote = true
            default: break
            }
        }
        if name.vocabulary == .its, element.attribute("version") != nil {
            inner.hasITSVersion = true
        }
        if name == "slr:data" { inner.isInSizeData = true }
        return inner
    }
}

/// Names of namespaces that attributes are sought by.
enum XLIFFNamespace {
    static let its = "http://www.w3.org/2005/11/its"
    static let itsXLIFF = "urn:oasis:names:tc:xliff:itsm:2.1"
    static let sizes = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
    static let styles = "urn:oasis:names:tc:xliff:fs:2.0"
}

/// The languages of a file.
struct XLIFFLanguages {
    var source: String?
    var target: String?
    var root: MarkupElement?

    /// Whether a target was seen although no language of targets is named.
    var isTargetReported = false

    init() {}

    init(_ root: MarkupElement) {
        self.root = root
        source = root.attribute("srcLang")?.value.text
        target = root.attribute("trgLang")?.value.text
    }
}

/// What a file measures sizes by: the profiles that `slr:profiles` names; nil where it names none.
struct XLIFFProfiles {
    var general: String?
    var storage: String?

    init() {}

    init(_ file: MarkupElement) {
        let profiles = file.elements.first { $0.name.matches("profiles", in: XLIFFNamespace.sizes) }
        general = profiles?.attribute("generalProfile")?.value.text
        storage = profiles?.attribute("storageProfile")?.value.text
    }
}
