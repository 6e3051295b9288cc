import Testing

/// The modules: candidates, glossary, metadata, resources, sizes, rules, changes and ITS.
@Suite struct XLIFFModuleTests {
    private static let good = XLIFFCase.good
    private static let texts = "<source>a</source><target>b</target>"

    private static func match(_ id: String, _ attributes: String, _ body: String = texts)
        -> XLIFFCase
    {
        .before(
            id,
            "<mtc:matches><mtc:match ref='#s' \(attributes)>\(body)</mtc:match></mtc:matches>"
        )
    }

    static let candidates: [XLIFFCase] = [
        .before("element-missing", "<1️⃣mtc:matches2️⃣/>"),
        .before(
            "attribute-missing",
            "<mtc:matches><1️⃣mtc:match2️⃣>\(texts)</mtc:match></mtc:matches>"
        ),
        .before(
            "twice",
            "<mtc:matches><mtc:match ref='#s' id='a'>\(texts)</mtc:match>"
                + "<mtc:match ref='#s' id='1️⃣a2️⃣'>\(texts)</mtc:match></mtc:matches>"
        ),
        .before("fragment", "<mtc:matches><mtc:match ref='1️⃣s2️⃣'>\(texts)</mtc:match></mtc:matches>"),
        .before(
            "reference",
            "<mtc:matches><mtc:match ref='1️⃣#x2️⃣'>\(texts)</mtc:match></mtc:matches>"
        ),
        .before(
            "reference",
            "<mtc:matches><mtc:match ref='1️⃣#u=u2️⃣'>\(texts)</mtc:match></mtc:matches>"
        ),
        match("attribute", "1️⃣xml:lang2️⃣='en'", "<source/><target xml:lang='da'/>"),
        match("choice", "type='1️⃣fuzzy2️⃣'"), match("attribute-needs", "1️⃣subType2️⃣='my:x'"),
        match("value", "type='tm' subType='1️⃣xlf:x2️⃣'"), match("value", "similarity='1️⃣100.12️⃣'"),
        match("value", "matchQuality='1️⃣-12️⃣'"), match("value", "matchSuitability='1️⃣1e12️⃣'"),
        match("choice", "reference='1️⃣maybe2️⃣'"),
        match("language", "", "<source/><target xml:lang='1️⃣fr2️⃣'/>"),
        match("language", "reference='yes'", "<source xml:lang='1️⃣fr2️⃣'/><target xml:lang='fr'/>"),
        match(
            "element-order",
            "",
            "\(texts)<1️⃣mda:metadata2️⃣><mda:metaGroup><mda:meta type='a'/>"
                + "</mda:metaGroup></mda:metadata>"
        ),
        match("reference", "", "<source><ph id='1' dataRef='1️⃣d12️⃣'/></source><target/>"),
        match("twice", "", "<source><ph id='1'/><ph id='1️⃣12️⃣'/></source><target/>"),
        match("unpaired", "", "<source><1️⃣sc2️⃣ id='1'/></source><target/>"),
    ]

    private static func entry(_ id: String, _ attributes: String, _ body: String) -> XLIFFCase {
        .before(
            id,
            "<gls:glossary><gls:glossEntry \(attributes)>\(body)</gls:glossEntry></gls:glossary>"
        )
    }

    private static let term = "<gls:term>a</gls:term>"
    private static let translation = "<gls:translation>b</gls:translation>"

    static let glossary: [XLIFFCase] = [
        .before("element-missing", "<1️⃣gls:glossary2️⃣/>"),
        .before(
            "one-of",
            "<gls:glossary><1️⃣gls:glossEntry2️⃣>\(term)</gls:glossEntry></gls:glossary>"
        ),
        .before(
            "element-missing",
            "<gls:glossary><1️⃣gls:glossEntry2️⃣>\(translation)</gls:glossEntry></gls:glossary>"
        ),
        entry("twice", "id='a'", "\(term)<gls:translation id='1️⃣a2️⃣'>b</gls:translation>"),
        entry("reference", "ref='1️⃣#x2️⃣'", "\(term)\(translation)"),
        entry("reference", "", "\(term)<gls:translation ref='1️⃣#n=s2️⃣'>b</gls:translation>"),
        entry("element-order", "", "\(term)<gls:definition>c</gls:definition><1️⃣gls:translation2️⃣/>"),
        entry("element-twice", "", "\(term)\(translation)<gls:definition/><1️⃣gls:definition2️⃣/>"),
        entry("element", "", "\(term)\(translation)<1️⃣mda:metadata2️⃣/>"),
        entry("attribute", "1️⃣source2️⃣='x'", "\(term)\(translation)"),
        entry("element", "", "<gls:term>a<1️⃣my:x2️⃣/></gls:term>\(translation)"),
    ]

    static let metadata: [XLIFFCase] = [
        .file("element-missing", "<1️⃣mda:metadata2️⃣/>"),
        .file("element-missing", "<mda:metadata><1️⃣mda:metaGroup2️⃣/></mda:metadata>"),
        .file(
            "attribute-missing",
            "<mda:metadata><mda:metaGroup><1️⃣mda:meta2️⃣/></mda:metaGroup></mda:metadata>"
        ),
        .file(
            "choice",
            "<mda:metadata><mda:metaGroup appliesTo='1️⃣unit2️⃣'><mda:meta type='a'/></mda:metaGroup></mda:metadata>"
        ),
        .file(
            "twice",
            "<mda:metadata id='a'><mda:metaGroup id='1️⃣a2️⃣'><mda:meta type='a'/></mda:metaGroup></mda:metadata>"
        ),
        .file(
            "attribute",
            "<mda:metadata 1️⃣my:a2️⃣=''><mda:metaGroup><mda:meta type='a'/></mda:metaGroup></mda:metadata>"
        ),
        .file(
            "attribute",
            "<mda:metadata><mda:metaGroup><mda:meta type='a' 1️⃣id2️⃣='a'/></mda:metaGroup></mda:metadata>"
        ),
    ]

    private static func item(_ id: String, _ attributes: String, _ body: String) -> XLIFFCase {
        .file(
            id,
            "<res:resourceData><res:resourceItem \(attributes)>\(body)</res:resourceItem></res:resourceData>"
        )
    }

    static let resources: [XLIFFCase] = [
        .file(
            "one-of",
            "<res:resourceData><1️⃣res:resourceItem2️⃣ mimeType='a/b'/></res:resourceData>"
        ),
        .file(
            "attribute-missing",
            "<res:resourceData><1️⃣res:resourceItem2️⃣><res:source href='a'/></res:resourceItem></res:resourceData>"
        ),
        .file(
            "twice",
            "<res:resourceData><res:resourceItem id='a'><res:reference href='a'/></res:resourceItem>"
                + "<res:resourceItem id='1️⃣a2️⃣'><res:reference href='a'/></res:resourceItem></res:resourceData>"
        ),
        .file(
            "reference",
            "<res:resourceData><res:resourceItemRef ref='1️⃣b2️⃣'/><res:resourceItem id='a'>"
                + "<res:reference href='a'/></res:resourceItem></res:resourceData>"
        ),
        .file(
            "element-order",
            "<res:resourceData><res:resourceItem><res:reference href='a'/></res:resourceItem>"
                + "<1️⃣res:resourceItemRef2️⃣ ref='a'/></res:resourceData>"
        ),
        item("attribute-missing", "", "<1️⃣res:reference2️⃣/>"),
        item("href", "mimeType='a/b'", "<1️⃣res:source2️⃣/>"),
        item("href", "mimeType='a/b'", "<res:target 1️⃣href2️⃣='a'><my:x/></res:target>"),
        item("language", "mimeType='a/b'", "<res:source href='a' xml:lang='1️⃣da2️⃣'/>"),
        item("language", "", "<res:target xml:lang='1️⃣en2️⃣'><my:x/></res:target>"),
        item("choice", "context='1️⃣true2️⃣'", "<res:reference href='a'/>"),
        item("element-order", "mimeType='a/b'", "<res:target href='a'/><1️⃣res:source2️⃣ href='a'/>"),
        item("text", "", "<res:source>1️⃣x2️⃣<my:x/></res:source>"),
    ]

    private static func sized(_ id: String, _ attributes: String, profiles: String = "")
        -> XLIFFCase
    {
        .root(
            id,
            "<file id='f'>\(profiles)<unit id='u' \(attributes)><segment><source/></segment></unit></file>"
        )
    }

    private static let standard = """
        <slr:profiles generalProfile='xliff:codepoints' storageProfile='xliff:utf8'/>
        """

    static let sizes: [XLIFFCase] = [
        sized("value", "slr:sizeRestriction='1️⃣ten2️⃣'"),
        sized("value", "slr:sizeRestriction='1️⃣1,2,32️⃣'", profiles: standard),
        sized("value", "slr:sizeRestriction='1️⃣5,42️⃣'", profiles: standard),
        sized("value", "slr:sizeRestriction='1️⃣*,42️⃣'", profiles: standard),
        sized("value", "slr:storageRestriction='1️⃣-12️⃣'", profiles: standard),
        sized("value", "slr:sizeInfo='1️⃣some2️⃣'", profiles: standard),
        sized("value", "slr:sizeInfo='1️⃣1.52️⃣'"),
        sized("attribute", "1️⃣slr:equivStorage2️⃣='1'"),
        sized("attribute", "1️⃣slr:size2️⃣='1'"),
        sized("reference", "slr:sizeInfoRef='1️⃣x2️⃣'"),
        sized(
            "attribute-clash",
            "slr:sizeInfo='1' 1️⃣slr:sizeInfoRef2️⃣='x'",
            profiles: "<slr:data profile='a:b'><my:x id='x'/></slr:data>"
        ),
        .source("value", "<ph id='1' slr:equivStorage='1️⃣seven2️⃣'/>"),
        .source("attribute", "<ph id='1' 1️⃣slr:sizeRestriction2️⃣='7'/>"),
        .file("choice", "<slr:profiles generalProfile='1️⃣xliff:words2️⃣'/>"),
        .file("choice", "<slr:profiles><slr:normalization general='1️⃣nfkc2️⃣'/></slr:profiles>"),
        .file("attribute-missing", "<1️⃣slr:data2️⃣/>"),
        // What describes a unit stands beside it, and not in it.
        .before("reference", "<slr:data profile='a:b'><my:x id='x'/></slr:data>")
            .replacing("id='u'", with: "id='u' slr:sizeInfoRef='1️⃣x2️⃣'"),
    ]

    private static func rule(_ id: String, _ attributes: String) -> XLIFFCase {
        .before(id, "<val:validation><val:rule \(attributes)/></val:validation>")
    }

    static let rules: [XLIFFCase] = [
        .before("element-missing", "<1️⃣val:validation2️⃣/>"),
        .before("one-of", "<val:validation><1️⃣val:rule2️⃣/></val:validation>"),
        .before(
            "one-of",
            "<val:validation><1️⃣val:rule2️⃣ isPresent='a' endsWith='b'/></val:validation>"
        ),
        .before(
            "one-of",
            "<val:validation><1️⃣val:rule2️⃣ isPresent='a' my:rule='b'/></val:validation>"
        ),
        rule("attribute-needs", "startsWith='a' 1️⃣occurs2️⃣='1'"),
        rule("attribute-needs", "isNotPresent='a' 1️⃣existsInSource2️⃣='yes'"),
        rule("value", "isPresent='a' occurs='1️⃣02️⃣'"),
        rule("choice", "isPresent='a' caseSensitive='1️⃣12️⃣'"),
        rule("choice", "isPresent='a' normalization='1️⃣nfkc2️⃣'"),
        rule("attribute", "isPresent='a' 1️⃣mustLoc2️⃣='1'"),
        .file(
            "choice",
            "<val:validation><val:rule isPresent='a' disabled='1️⃣yes2️⃣'/></val:validation>"
        ),
    ]

    private static func changes(_ id: String, _ attributes: String, _ items: String) -> XLIFFCase {
        .before(
            id,
            "<ctr:changeTrack><ctr:revisions \(attributes)><ctr:revision version='r1'>\(items)"
                + "</ctr:revision></ctr:revisions></ctr:changeTrack>"
                + "<notes><note id='a'>x</note><note id='b' priority='2'>x</note></notes>"
        )
    }

    private static let content = "<ctr:item property='content'>x</ctr:item>"

    static let changes: [XLIFFCase] = [
        changes("reference", "appliesTo='note' ref='1️⃣c2️⃣'", content),
        changes("attribute-needs", "appliesTo='1️⃣note2️⃣'", content),
        changes("reference", "appliesTo='note' ref='a' currentVersion='1️⃣r22️⃣'", content),
        changes(
            "reference",
            "appliesTo='note' ref='a'",
            "<ctr:item property='1️⃣priority2️⃣'>1</ctr:item>"
        ),
        changes("twice", "appliesTo='note' ref='a'", "\(content)<ctr:item property='1️⃣content2️⃣'/>"),
        changes("attribute-missing", "appliesTo='note' ref='a'", "<1️⃣ctr:item2️⃣/>"),
    ]

    private static func marked(_ id: String, _ attributes: String) -> XLIFFCase {
        .source(id, "<mrk id='m' \(attributes)>a</mrk>")
    }

    static let its: [XLIFFCase] = [
        marked("choice", "type='1️⃣term2️⃣' its:taClassRef='a'"),
        marked("choice", "its:locQualityIssueType='1️⃣bad2️⃣'"),
        marked("value", "its:locQualityIssueType='style' its:locQualityIssueSeverity='1️⃣1012️⃣'"),
        marked("attribute-needs", "1️⃣its:locQualityIssueSeverity2️⃣='10'"),
        marked("reference", "its:locQualityIssuesRef='1️⃣#its=x2️⃣'"),
        marked("reference", "its:provenanceRecordsRef='1️⃣x2️⃣'"),
        marked("attribute-clash", "its:locQualityRatingScore='1' 1️⃣its:locQualityRatingVote2️⃣='1'"),
        marked("attribute-needs", "1️⃣its:locQualityRatingScoreThreshold2️⃣='1'"),
        marked("attribute-needs", "1️⃣its:locQualityRatingVoteThreshold2️⃣='1'"),
        marked("value", "its:locQualityRatingVote='1️⃣1.52️⃣'"),
        marked("attribute-clash", "its:taIdentRef='a' 1️⃣its:taIdent2️⃣='b'"),
        marked("attribute-needs", "1️⃣its:taIdent2️⃣='b'"),
        marked("attribute-needs", "1️⃣its:taSource2️⃣='b'"),
        marked("attribute-needs", "1️⃣its:taConfidence2️⃣='0.5'"),
        marked("value", "its:mtConfidence='1️⃣22️⃣'"),
        marked("choice", "its:localeFilterList='*' its:localeFilterType='1️⃣x2️⃣'"),
        marked("attribute-needs", "1️⃣its:localeFilterType2️⃣='include'"),
        marked("attribute", "1️⃣its:space2️⃣='x'"), marked("attribute", "1️⃣itsm:domain2️⃣='x'"),
        marked("value", "itsm:lang='1️⃣e2️⃣'"),
        marked("value", "its:annotatorsRef='1️⃣mt-confidence2️⃣'"),
        marked("value", "its:annotatorsRef='1️⃣mt|a2️⃣'"),
        marked("value", "its:annotatorsRef='1️⃣provenance|a provenance|b2️⃣'"),
        .before(
            "attribute-missing",
            "<1️⃣its:provenanceRecords2️⃣><its:provenanceRecord org='a'/></its:provenanceRecords>"
        ),
        .before(
            "one-of",
            "<its:provenanceRecords xml:id='a'><1️⃣its:provenanceRecord2️⃣/></its:provenanceRecords>"
        ),
        .before(
            "one-of",
            "<its:locQualityIssues xml:id='a'><1️⃣its:locQualityIssue2️⃣/></its:locQualityIssues>"
        ),
        .before(
            "twice",
            "<its:provenanceRecords xml:id='a'><its:provenanceRecord org='a'/></its:provenanceRecords>"
                + "<its:locQualityIssues xml:id='1️⃣a2️⃣'><its:locQualityIssue locQualityIssueType='style'/></its:locQualityIssues>"
        ),
        marked("attribute-needs", "1️⃣its:taClassRef2️⃣='a'").replacing("its:version='2.0'", with: ""),
    ]

    @Test(arguments: candidates + glossary + metadata + resources)
    func `candidates, glossary, metadata and resources are refused for one thing`(
        broken: XLIFFCase
    ) throws { try broken.check() }

    @Test(arguments: sizes + rules + changes + its)
    func `sizes, rules, changes and annotations are refused for one thing`(
        broken: XLIFFCase
    ) throws { try broken.check() }

    @Test(arguments: [
        match(
            "",
            "type='tm' subType='a:b' similarity='100' matchQuality='.5' matchSuitability='+7.'"
        ).text,
        match("", "reference='yes'", "<source/><target xml:lang='fr'/>").text,
        entry("", "ref='#s' my:a='b'", "\(term)\(translation)<my:x/>").text,
        sized("", "slr:sizeRestriction='1,*' slr:storageRestriction='7'", profiles: standard).text,
        sized(
            "",
            "slr:sizeRestriction='10x20' slr:sizeInfo='a'",
            profiles: "<slr:profiles generalProfile='my:box'/>"
        ).text,
        sized(
            "",
            "slr:sizeInfoRef='x'",
            profiles: "<slr:data profile='a:b'><my:x id='x'/></slr:data>"
        ).text,
        rule("", "my:rule='x'").text, rule("", "isPresent='a' occurs='2' existsInSource='no'").text,
        changes(
            "",
            "appliesTo='note' ref='b' currentVersion='r1'",
            "\(content)<ctr:item property='priority'>1</ctr:item>"
        ).text,
        marked("", "type='its:generic' its:taSource='a' its:taIdent='b' its:taConfidence='1'").text,
        marked("", "its:annotatorsRef='provenance|a  terminology|b'").text,
        XLIFFCase.before(
            "",
            "<its:locQualityIssues xml:id='a'><its:locQualityIssue "
                + "locQualityIssueComment='x' locQualityIssueEnabled='no'/></its:locQualityIssues>"
        ).text
            .replacing(
                "<source>a",
                with: "<source><mrk id='m' its:locQualityIssuesRef='#its=a'>b</mrk>"
                    + "<mrk id='n' its:locQualityIssuesRef='a'>c</mrk>"
            ),
    ])
    func `what the modules allow is taken`(text: String) throws {
        #expect(try XLIFFCase.diagnostics(of: text).isEmpty, "\(text)")
    }
}

extension XLIFFCase {
    fileprivate func replacing(_ old: String, with new: String) -> Self {
        .init(id, text.replacing(old, with: new))
    }
}
