extension XLIFFRules {
    private static let everywhere: Set<XLIFFVocabulary> = [.styles, .sizes, .its, .itsXLIFF]
    private static let ids: XLIFFAttributeRule = .required(.token)

    /// The attributes that a group and a unit share.
    private static let grouping: [XLIFFName: XLIFFAttributeRule] = [
        "id": ids, "name": .text, "canResegment": .yesNo, "translate": .yesNo,
        "srcDir": .direction, "trgDir": .direction, "type": .userDefined, "xml:space": .space,
        "xml:lang": .optional(.languageOrNone),
    ]

    /// The structural elements (section 4.2).
    static let structure: [XLIFFName: XLIFFElementRule] = [
        "xliff": .init(
            [
                "version": .required(.text), "srcLang": .required(.language),
                "trgLang": .optional(.language), "xml:space": .space,
                "xml:lang": .optional(.languageOrNone),
            ],
            modules: [.its],
            isOpen: true,
            content: [.some("file")]
        ),
        "file": .init(
            [
                "id": ids, "canResegment": .yesNo, "original": .text, "translate": .yesNo,
                "srcDir": .direction, "trgDir": .direction, "xml:space": .space,
                "xml:lang": .optional(.languageOrNone),
            ],
            modules: everywhere,
            isOpen: true,
            content: [
                .maybe("skeleton"),
                .extensions(
                    [
                        "mda:metadata", "res:resourceData", "slr:profiles", "slr:data",
                        "val:validation",
                    ],
                    and: ["its:provenanceRecords"]
                ),
                .maybe("notes"), .some("unit", "group"),
            ]
        ),
        "skeleton": .init(
            ["href": .text],
            content: [.extensions()],
            hasText: true,
            isOpaque: true
        ),
        "group": .init(
            grouping,
            modules: everywhere.union([.plurals]),
            isOpen: true,
            content: [
                .extensions(
                    ["mda:metadata", "slr:data", "val:validation"],
                    and: ["its:provenanceRecords"]
                ),
                .maybe("notes"), .any(["unit", "group"]),
            ]
        ),
        "unit": .init(
            grouping,
            modules: everywhere.union([.plurals]),
            isOpen: true,
            content: [
                .extensions(
                    [
                        "mtc:matches", "gls:glossary", "mda:metadata", "res:resourceData",
                        "slr:data", "val:validation",
                    ],
                    and: ["its:locQualityIssues", "its:provenanceRecords"]
                ),
                .maybe("notes"), .maybe("originalData"), .any(["segment", "ignorable"]),
            ]
        ),
        "segment": .init(
            [
                "id": .id, "canResegment": .yesNo, "subState": .userDefined,
                "state": .optional(.choice(["initial", "translated", "reviewed", "final"])),
            ],
            content: [.one("source"), .maybe("target")]
        ),
        "ignorable": .init(["id": .id], content: [.one("source"), .maybe("target")]),
        "notes": .init(content: [.some("note")]),
        "note": .init(
            [
                "id": .id, "appliesTo": .optional(.choice(["source", "target"])),
                "category": .text, "priority": .optional(.priority),
            ],
            modules: [.styles, .its, .itsXLIFF],
            isOpen: true,
            hasText: true
        ),
        "originalData": .init(content: [.some("data")]),
        "data": .init(
            ["id": ids, "dir": .direction, "xml:space": .optional(.choice(["preserve"]))],
            content: [.any(["cp"])],
            hasText: true
        ),
        "source": .init(
            ["xml:lang": .optional(.languageOrNone), "xml:space": .space],
            content: inlineContent,
            hasText: true
        ),
        "target": .init(
            [
                "xml:lang": .optional(.languageOrNone), "xml:space": .space,
                "order": .optional(.positive),
            ],
            content: inlineContent,
            hasText: true
        ),
    ]

    /// What texts hold beside characters.
    private static let inlineContent: [XLIFFParticle] = [
        .any(["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"])
    ]

    /// The attributes that all codes share.
    private static let code: [XLIFFName: XLIFFAttributeRule] = [
        "id": ids, "canCopy": .yesNo, "canDelete": .yesNo, "copyOf": .id,
        "canReorder": .optional(.choice(["yes", "firstNo", "no"])), "subType": .userDefined,
        "type": .optional(.choice(["fmt", "ui", "quote", "link", "image", "other"])),
    ]

    /// The attributes of a code that stands at one place.
    private static let placed: [XLIFFName: XLIFFAttributeRule] = [
        "dataRef": .id, "disp": .text, "equiv": .text, "subFlows": .optional(.tokens),
    ]

    private static func codeRule(
        _ parts: [XLIFFName: XLIFFAttributeRule]...,
        content: [XLIFFParticle] = []
    ) -> XLIFFElementRule {
        .init(
            parts.reduce(code) { $0.merging($1) { _, last in last } },
            modules: [.styles, .sizes],
            content: content,
            hasText: !content.isEmpty
        )
    }

    private static let mark: [XLIFFName: XLIFFAttributeRule] = [
        "id": ids, "translate": .yesNo, "type": .optional(.annotation), "ref": .text,
        "value": .text,
    ]

    /// The inline elements (section 4.2.3).
    static let inline: [XLIFFName: XLIFFElementRule] = [
        "cp": .init(["hex": .required(.character)]),
        "ph": codeRule(placed),
        "pc": codeRule(
            [
                "canOverlap": .yesNo, "dir": .direction, "dispEnd": .text, "dispStart": .text,
                "equivEnd": .text, "equivStart": .text, "dataRefEnd": .id, "dataRefStart": .id,
                "subFlowsEnd": .optional(.tokens), "subFlowsStart": .optional(.tokens),
            ],
            content: inlineContent
        ),
        "sc": codeRule(
            placed,
            ["canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo]
        ),
        "ec": codeRule(
            placed,
            [
                "id": .id, "canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo,
                "startRef": .id,
            ]
        ),
        "mrk": .init(
            mark,
            modules: everywhere,
            isOpen: true,
            content: inlineContent,
            hasText: true
        ),
        "sm": .init(mark, modules: everywhere, isOpen: true),
        "em": .init(["startRef": ids]),
    ]
}
