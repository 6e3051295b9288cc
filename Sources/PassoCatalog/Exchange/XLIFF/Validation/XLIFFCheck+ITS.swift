internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// The attributes that only an annotation of type `its:generic`, or of none, carries.
    private static let generic: Set<String> = [
        "annotatorsRef", "locQualityIssuesRef", "locQualityIssueType", "locQualityIssueComment",
        "locQualityRatingScore", "locQualityRatingVote", "taIdentRef", "taSource", "taIdent",
        "taClassRef", "mtConfidence", "provenanceRecordsRef", "allowedCharacters",
        "localeFilterList", "domains", "lang",
    ]

    /// Checks what the module for the Internationalization Tag Set says of attributes together.
    mutating func checkITS(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        if name.vocabulary == .its { checkITSElement(element, name, context) }
        let attributes = element.attributes.filter {
            $0.name.namespace == XLIFFNamespace.its || $0.name.namespace == XLIFFNamespace.itsXLIFF
        }
        guard let first = attributes.first else { return }
        if !context.hasITSVersion { need("its:version=\"2.0\"", beside: first) }
        checkType(of: element, attributes)
        checkQuality(element, context)
        checkAnalysis(element)
        let provenance = its("provenanceRecordsRef", of: element)
        if let provenance {
            refer(element, "provenanceRecordsRef", in: XLIFFNamespace.its, .records, context)
            exclude(XLIFFRules.provenance, beside: provenance, on: element)
        }
        if let filter = its("localeFilterType", of: element),
            its("localeFilterList", of: element) == nil
        {
            need("its:localeFilterList", beside: filter)
        }
    }

    private func its(_ local: String, of element: MarkupElement) -> MarkupAttribute? {
        element.attribute(local, in: XLIFFNamespace.its)
    }

    private mutating func exclude(
        _ others: [String],
        beside attribute: MarkupAttribute,
        on element: MarkupElement
    ) {
        for other in others.compactMap({ its($0, of: element) }) {
            clash(other, with: attribute.name.qualified, on: element)
        }
    }

    private mutating func checkITSElement(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        let isRecord = name == "its:provenanceRecord"
        if !context.hasITSVersion, element.name.local.hasSuffix("s") {
            report.add(.xliffAttributeMissing("version", of: element, in: source))
        }
        guard isRecord || name == "its:locQualityIssue" else { return }
        let names =
            isRecord
            ? XLIFFRules.provenance : ["locQualityIssueType", "locQualityIssueComment"]
        if !names.contains(where: { element.attribute($0) != nil }) {
            report.add(.xliffOneOf(names, of: element, isExact: false, in: source))
        }
    }

    /// An annotation says `its:generic` or nothing of its type.
    private mutating func checkType(of element: MarkupElement, _ attributes: [MarkupAttribute]) {
        guard ["mrk", "sm"].contains(element.name.local),
            let type = element.attribute("type"), type.value.text != "its:generic",
            attributes.contains(where: { Self.generic.contains($0.name.local) })
        else { return }
        report.add(.xliffChoice("type", type, of: ["its:generic"], in: source))
    }

    /// Issues stand in the annotation or beside it, and a rating is a score or a vote.
    private mutating func checkQuality(_ element: MarkupElement, _ context: XLIFFContext) {
        let details = [
            "locQualityIssueSeverity", "locQualityIssueProfileRef", "locQualityIssueEnabled",
        ]
        let issue = ["locQualityIssueType", "locQualityIssueComment"]
        if let reference = its("locQualityIssuesRef", of: element) {
            refer(element, "locQualityIssuesRef", in: XLIFFNamespace.its, .issues, context)
            exclude(issue + details, beside: reference, on: element)
        } else if let detail = details.compactMap({ its($0, of: element) }).first,
            !issue.contains(where: { its($0, of: element) != nil })
        {
            need("its:locQualityIssueType", beside: detail)
        }
        if let score = its("locQualityRatingScore", of: element) {
            exclude(["locQualityRatingVote"], beside: score, on: element)
        }
        if let threshold = its("locQualityRatingScoreThreshold", of: element), !context.hasScore {
            need("its:locQualityRatingScore", beside: threshold)
        }
        if let threshold = its("locQualityRatingVoteThreshold", of: element), !context.hasVote {
            need("its:locQualityRatingVote", beside: threshold)
        }
    }

    /// What a text speaks of is named by an address, or by a source and a name in it.
    private mutating func checkAnalysis(_ element: MarkupElement) {
        let origin = its("taSource", of: element)
        let identifier = its("taIdent", of: element)
        if let reference = its("taIdentRef", of: element) {
            exclude(["taSource", "taIdent"], beside: reference, on: element)
        } else if let origin, identifier == nil {
            need("its:taIdent", beside: origin)
        } else if let identifier, origin == nil {
            need("its:taSource", beside: identifier)
        }
        if let confidence = its("taConfidence", of: element), identifier == nil,
            its("taIdentRef", of: element) == nil, its("taClassRef", of: element) == nil
        {
            need("its:taIdentRef", beside: confidence)
        }
    }
}
