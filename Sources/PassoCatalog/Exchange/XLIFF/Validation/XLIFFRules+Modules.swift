extension XLIFFRules {
    /// The elements of modules and of change tracking (section 5).
    static let modules: [XLIFFName: XLIFFElementRule] = [
        // Translation Candidates
        "mtc:matches": .init(content: [.some("mtc:match")]),
        "mtc:match": .init(
            [
                "id": .id, "matchQuality": percent, "matchSuitability": percent,
                "origin": .text, "ref": .required(.text), "reference": .yesNo,
                "similarity": percent, "subType": .userDefined,
                "type": .optional(.choice(["am", "mt", "icm", "idm", "tb", "tm", "other"])),
            ],
            modules: [.its, .itsXLIFF],
            isOpen: true,
            content: [
                .maybe("mda:metadata"), .maybe("originalData"), .one("source"), .one("target"),
                .extensions(),
            ]
        ),
        // Glossary
        "gls:glossary": .init(content: [.some("gls:glossEntry")]),
        "gls:glossEntry": .init(
            ["id": .id, "ref": .text],
            modules: [.its, .itsXLIFF],
            isOpen: true,
            content: [
                .one("gls:term"), .any(["gls:translation"]), .maybe("gls:definition"),
                .extensions(),
            ]
        ),
        "gls:term": .init(["source": .text], isOpen: true, hasText: true),
        "gls:translation": .init(
            ["id": .id, "ref": .text, "source": .text],
            isOpen: true,
            hasText: true
        ),
        "gls:definition": .init(["source": .text], isOpen: true, hasText: true),
        // Metadata
        "mda:metadata": .init(["id": .id], content: [.some("mda:metaGroup")]),
        "mda:metaGroup": .init(
            [
                "id": .id, "category": .text,
                "appliesTo": .optional(.choice(["source", "target", "ignorable"])),
            ],
            content: [.some("mda:metaGroup", "mda:meta")]
        ),
        "mda:meta": .init(["type": .required(.text)], hasText: true),
        // Resource Data
        "res:resourceData": .init(
            content: [.any(["res:resourceItemRef"]), .any(["res:resourceItem"])]
        ),
        "res:resourceItemRef": .init(["id": .id, "ref": .required(.token)], isOpen: true),
        "res:resourceItem": .init(
            ["id": .id, "mimeType": .text, "context": .yesNo],
            isOpen: true,
            content: [.maybe("res:source"), .maybe("res:target"), .any(["res:reference"])]
        ),
        "res:source": resource, "res:target": resource,
        "res:reference": .init(
            ["href": .required(.text), "xml:lang": .optional(.languageOrNone)],
            isOpen: true
        ),
        // Size and Length Restriction
        "slr:profiles": .init(
            ["generalProfile": .text, "storageProfile": .text],
            content: [.maybe("slr:normalization"), .extensions()]
        ),
        "slr:normalization": .init(["general": normalization, "storage": normalization]),
        "slr:data": .init(
            ["profile": .required(.text)],
            isOpen: true,
            content: [.extensions()]
        ),
        // Validation
        "val:validation": .init(isOpen: true, content: [.some("val:rule")]),
        "val:rule": .init(
            [
                "isPresent": .text, "occurs": .optional(.positive),
                "isNotPresent": .text, "startsWith": .text, "endsWith": .text,
                "existsInSource": .yesNo, "caseSensitive": .yesNo,
                "normalization": normalization, "disabled": .yesNo,
            ],
            isOpen: true
        ),
        // Change Tracking
        "ctr:changeTrack": .init(content: [.some("ctr:revisions")]),
        "ctr:revisions": .init(
            ["appliesTo": .required(.token), "ref": .id, "currentVersion": .id],
            isOpen: true,
            content: [.some("ctr:revision")]
        ),
        "ctr:revision": .init(
            ["author": .text, "datetime": .text, "version": .id],
            isOpen: true,
            content: [.some("ctr:item")]
        ),
        "ctr:item": .init(["property": .required(.text)], isOpen: true, hasText: true),
        // Internationalization Tag Set
        "its:locQualityIssues": .init(
            ["xml:id": .required(.token), "version": itsVersion],
            modules: [.its],
            content: [.some("its:locQualityIssue")]
        ),
        "its:locQualityIssue": .init(
            itsAttributes.filter { $0.key.local.hasPrefix("locQualityIssue") }
                .filter { $0.key.local != "locQualityIssuesRef" }
                .merging(["version": itsVersion]) { first, _ in first }
        ),
        "its:provenanceRecords": .init(
            ["xml:id": .required(.token), "version": itsVersion],
            modules: [.its],
            content: [.some("its:provenanceRecord")]
        ),
        "its:provenanceRecord": .init(
            itsAttributes.filter { provenance.contains($0.key.local) }
                .merging(["version": itsVersion]) { first, _ in first }
        ),
    ]

    /// The attributes that say who made a text or changed it.
    static let provenance = [
        "org", "orgRef", "person", "personRef", "revOrg", "revOrgRef", "revPerson",
        "revPersonRef", "revTool", "revToolRef", "tool", "toolRef",
    ]

    /// The attributes of the Internationalization Tag Set, without its prefix.
    static let itsAttributes: [XLIFFName: XLIFFAttributeRule] = [
        "version": itsVersion, "allowedCharacters": .text,
        "annotatorsRef": .optional(.annotators), "localeFilterList": .text,
        "localeFilterType": .optional(.choice(["include", "exclude"])),
        "locQualityIssueComment": .text, "locQualityIssueEnabled": .yesNo,
        "locQualityIssueProfileRef": .text, "locQualityIssuesRef": .text,
        "locQualityIssueSeverity": percent,
        "locQualityIssueType": .optional(.choice(issueTypes)),
        "locQualityRatingProfileRef": .text, "locQualityRatingScore": percent,
        "locQualityRatingScoreThreshold": percent,
        "locQualityRatingVote": .optional(.whole),
        "locQualityRatingVoteThreshold": .optional(.whole),
        "mtConfidence": confidence, "provenanceRecordsRef": .text, "taClassRef": .text,
        "taConfidence": confidence, "taIdent": .text, "taIdentRef": .text, "taSource": .text,
        "termConfidence": confidence,
    ].merging(provenance.map { (XLIFFName(.core, $0), .text) }) { first, _ in first }

    private static let itsVersion = XLIFFAttributeRule(.choice(["2.0"]))
    private static let percent = XLIFFAttributeRule(.percent)
    private static let confidence = XLIFFAttributeRule(.fraction)
    private static let normalization = XLIFFAttributeRule(.choice(["none", "nfc", "nfd"]))

    /// Holds somebody else's data, or texts of the core that no translator sees.
    private static let resource = XLIFFElementRule(
        ["href": .text, "xml:lang": .optional(.languageOrNone)],
        isOpen: true,
        content: [.extensions()],
        isOpaque: true
    )

    /// The types of issues that the Internationalization Tag Set 2.0 lists.
    private static let issueTypes = """
        terminology mistranslation omission untranslated addition duplication inconsistency grammar \
        legal register locale-specific-content locale-violation style characters misspelling \
        typographical formatting inconsistent-entities numbers markup pattern-problem whitespace \
        internationalization length non-conformance uncategorized other
        """.split(separator: " ").map(String.init)
}
