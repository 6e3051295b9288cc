import Testing

/// What may stand where, and what values attributes have.
@Suite struct XLIFFStructureTests {
    private static let good = XLIFFCase.good
    private static let segment = "<segment><source>a</source></segment>"

    static let roots: [XLIFFCase] = [
        .init("root", "<1️⃣tmx2️⃣ version='2.1'/>"),
        .init("namespace", "<xliff xmlns='1️⃣urn:oasis:names:tc:xliff:document:1.22️⃣'/>"),
        .init("namespace", "<1️⃣xliff2️⃣ version='2.1'/>"),
        .init(
            "choice",
            "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='1️⃣2.22️⃣' srcLang='en'>"
                + "<file id='f'>\(good)</file></xliff>"
        ),
        .init(
            "attribute-missing",
            "<1️⃣xliff2️⃣ xmlns='urn:oasis:names:tc:xliff:document:2.0' srcLang='en'>"
                + "<file id='f'>\(good)</file></xliff>"
        ),
        .init(
            "attribute-missing",
            "<1️⃣xliff2️⃣ xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'>"
                + "<file id='f'>\(good)</file></xliff>"
        ),
        .init(
            "attribute-missing",
            "<1️⃣xliff2️⃣ xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en'>"
                + "<file id='f'><unit id='u'><segment><source>a</source><target/></segment>"
                + "<segment><source>b</source><target/></segment></unit></file></xliff>"
        ),
        .init(
            "attribute",
            "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' "
                + "1️⃣original2️⃣='x'><file id='f'>\(good)</file></xliff>"
        ),
    ]

    static let elements: [XLIFFCase] = [
        .root("attribute-missing", "<1️⃣file2️⃣>\(good)</file>"),
        .root("element-missing", "<1️⃣file2️⃣ id='f'><notes><note>x</note></notes></file>"),
        .root("element", "<file id='f'>\(good)</file><1️⃣my:x2️⃣/>"),
        .root("element", "<1️⃣notes2️⃣><note>x</note></notes><file id='f'>\(good)</file>"),
        .root("text", "<file id='f'>\(good)</file>1️⃣x2️⃣"),
        .file("element-twice", "<skeleton href='a'/><1️⃣skeleton2️⃣ href='b'/>"),
        .file("element-order", "<my:x/><1️⃣skeleton2️⃣ href='b'/>"),
        .file("element-order", "<notes><note>x</note></notes><1️⃣my:x2️⃣/>"),
        .file("element", "<1️⃣gls:glossary2️⃣/>"),
        .file("element", "<1️⃣its:locQualityIssues2️⃣ xml:id='a'/>"),
        .file("element", "<1️⃣mda:meta2️⃣ type='a'/>"),
        .file("element", "<1️⃣fs:fs2️⃣/>"),
        .file("element-twice", "<slr:profiles/><my:x/><1️⃣slr:profiles2️⃣/>"),
        .file("element-missing", "<1️⃣notes2️⃣></notes>"),
        .file("element", "<group id='g'><1️⃣res:resourceData2️⃣/></group>"),
        .file("element", "<group id='g'><1️⃣segment2️⃣/></group>"),
        .file("element", "<skeleton><1️⃣note2️⃣/></skeleton>"),
        .file("href", "<1️⃣skeleton2️⃣> <!-- x --></skeleton>"),
        .file("href", "<skeleton 1️⃣href2️⃣='a'><my:x/></skeleton>"),
        .file("attribute", "<skeleton href='a' 1️⃣my:x2️⃣='b'/>"),
        .before("element", "<1️⃣slr:profiles2️⃣/>"),
        .before("element", "<1️⃣segmnt2️⃣/>"),
        .before("element", "<1️⃣x2️⃣ xmlns=''/>"),
        .before("element", "<1️⃣x:notes2️⃣ xmlns:x='urn:oasis:names:tc:xliff:document:2.2'/>"),
        .before(
            "element-twice",
            "<val:validation><val:rule isPresent='a'/></val:validation>"
                + "<1️⃣val:validation2️⃣><val:rule isPresent='a'/></val:validation>"
        ),
        .before("element-twice", "<notes><note>x</note></notes><1️⃣notes2️⃣><note>x</note></notes>"),
        .before(
            "element-order",
            "<originalData><data id='d'/></originalData>"
                + "<1️⃣notes2️⃣><note>x</note></notes>"
        ),
        .before("element-missing", "<1️⃣originalData2️⃣/>"),
        .before("text", "1️⃣<![CDATA[ ]]>2️⃣"),
        .before("text", "<notes>1️⃣x2️⃣<note>x</note></notes>"),
        .before("element", "<notes><note>a<1️⃣my:b2️⃣/></note></notes>"),
        .before("element", "<originalData><data id='d'><1️⃣ph2️⃣ id='a'/></data></originalData>"),
        .unit("element-missing", "<ignorable><source> </source></ignorable>".marked("unit")),
        .unit("element-order", "<segment><target>a</target><1️⃣source2️⃣>b</source></segment>"),
        .unit("element-twice", "<segment><source/><target/><1️⃣target2️⃣/></segment>"),
        .unit("element-missing", "\(segment)<1️⃣ignorable2️⃣><target/></ignorable>"),
        .unit("element", "<segment><source/><1️⃣my:x2️⃣/></segment>"),
        .unit("text", "<segment><source/>1️⃣x2️⃣</segment>"),
        .source("element", "<1️⃣my:x2️⃣/>"), .source("element", "<1️⃣b2️⃣>x</b>"),
        .source("text", "<ph id='1'>1️⃣x2️⃣</ph>"),
        .source("element", "<ph id='1'><1️⃣cp2️⃣ hex='0001'/></ph>"),
        .source("attribute-missing", "<1️⃣ph2️⃣/>"), .source("attribute-missing", "<1️⃣pc2️⃣/>"),
        .source("attribute-missing", "<1️⃣mrk2️⃣ type='term'/>"),
        .source("attribute-missing", "<1️⃣em2️⃣/>"), .source("attribute-missing", "<1️⃣cp2️⃣/>"),
        .source("attribute-missing", "<1️⃣ec2️⃣/>"),
        .source("attribute-missing", "<1️⃣ec2️⃣ isolated='yes'/>"),
        .before("attribute-missing", "<originalData><1️⃣data2️⃣/></originalData>"),
    ]

    static let attributes: [XLIFFCase] = [
        .root("value", "<file id='1️⃣a b2️⃣'>\(good)</file>"),
        .root("value", "<file id='1️⃣2️⃣'>\(good)</file>"),
        .root("choice", "<file id='f' translate='1️⃣Yes2️⃣'>\(good)</file>"),
        .root("choice", "<file id='f' srcDir='1️⃣up2️⃣'>\(good)</file>"),
        .root("choice", "<file id='f' xml:space='1️⃣keep2️⃣'>\(good)</file>"),
        .root(
            "value",
            "<file id='f' xml:lang='1️⃣a_b2️⃣'><unit id='u'><segment>"
                + "<source xml:lang='en'/></segment></unit></file>"
        ),
        .root("attribute", "<file id='f' 1️⃣name2️⃣='a'>\(good)</file>"),
        .root("attribute", "<file id='f' 1️⃣fs:sub2️⃣='a'>\(good)</file>"),
        .root("choice", "<file id='f' fs:fs='1️⃣script2️⃣'>\(good)</file>"),
        .root("value", "<file id='f' fs:fs='img' fs:subFs='1️⃣src2️⃣'>\(good)</file>"),
        .root("value", "<file id='f' fs:fs='img' fs:subFs='1️⃣a,b,c2️⃣'>\(good)</file>"),
        .root("value", "<file id='f' fs:fs='img' fs:subFs='1️⃣a,b\\2️⃣'>\(good)</file>"),
        .root("attribute-needs", "<file id='f' 1️⃣fs:subFs2️⃣='a,b'>\(good)</file>"),
        .file("value", "<group id='g' type='1️⃣x2️⃣'/>"),
        .file("value", "<group id='g' type='1️⃣a:b:c2️⃣'/>"),
        .file("value", "<group id='g' type='1️⃣xlf:b2️⃣'/>"),
        .file("attribute", "<group id='g' 1️⃣original2️⃣='b'/>"),
        .before("value", "<notes><note priority='1️⃣112️⃣'>x</note></notes>"),
        .before("value", "<notes><note priority='1️⃣02️⃣'>x</note></notes>"),
        .before("choice", "<notes><note appliesTo='1️⃣both2️⃣'>x</note></notes>"),
        .before("attribute", "<notes><note 1️⃣ref2️⃣='#n=1'>x</note></notes>"),
        .before("attribute", "<notes 1️⃣id2️⃣='a'><note>x</note></notes>"),
        .before("choice", "<originalData><data id='d' xml:space='1️⃣default2️⃣'/></originalData>"),
        .before("attribute", "<originalData><data id='d' 1️⃣my:a2️⃣=''/></originalData>"),
        .unit("choice", "<segment state='1️⃣done2️⃣'><source/></segment>"),
        .unit("value", "<segment state='initial' subState='1️⃣x2️⃣'><source/></segment>"),
        .unit("value", "<segment state='initial' subState='1️⃣xlf:x2️⃣'><source/></segment>"),
        .unit("attribute-needs", "<segment 1️⃣subState2️⃣='my:x'><source/></segment>"),
        .unit("attribute-needs", "<segment state='1️⃣final2️⃣'><source/></segment>"),
        .unit("attribute", "<segment 1️⃣fs:fs2️⃣='p'><source/></segment>"),
        .unit("attribute", "<segment><source 1️⃣order2️⃣='1'/></segment>"),
        .unit(
            "attribute",
            "<segment><source/><target 1️⃣its:annotatorsRef2️⃣='mt-confidence|a'/></segment>"
        ),
        .unit("value", "<segment><source/><target order='1️⃣02️⃣'/></segment>"),
        .unit("value", "<segment><source/><target order='1️⃣a2️⃣'/></segment>"),
        .unit("attribute", "\(segment)<ignorable 1️⃣state2️⃣='final'><source/></ignorable>"),
        .source("attribute", "<ph id='1' 1️⃣my:a2️⃣='b'/>"),
        .source("attribute", "<ph id='1' 1️⃣xml:lang2️⃣='en'/>"),
        .source("attribute", "<ph id='1' 1️⃣its:person2️⃣='a'/>"),
        .source("attribute", "<ph id='1' 1️⃣dataRefStart2️⃣='d1'/>"),
        .source("attribute", "<mrk id='1' type='term' 1️⃣xml:lang2️⃣='en'/>"),
        .source("attribute", "<cp hex='0001' 1️⃣id2️⃣='a'/>"),
        .source("value", "<mrk id='1' type='1️⃣x2️⃣'/>"),
        .source("choice", "<ph id='1' type='1️⃣term2️⃣'/>"),
        .source("choice", "<ph id='1' canReorder='1️⃣first2️⃣'/>"),
        .source("choice", "<ph id='1' canCopy='1️⃣no 2️⃣'/>"),
        .source("choice", "<ph id='1' type='fmt' subType='1️⃣xlf:x2️⃣'/>"),
        .source("attribute-needs", "<ph id='1' 1️⃣subType2️⃣='my:x'/>"),
        .source("attribute-needs", "<ph id='1' type='ui' subType='1️⃣xlf:b2️⃣'/>"),
        .source("value", "<ph id='1' type='ui' subType='1️⃣x2️⃣'/>"),
        .source("value", "<cp hex='1️⃣00412️⃣'/>"), .source("value", "<cp hex='1️⃣000A2️⃣'/>"),
        .source("value", "<cp hex='1️⃣12️⃣'/>"), .source("value", "<cp hex='1️⃣1F6002️⃣'/>"),
        .source("value", "<cp hex='1️⃣+0012️⃣'/>"), .source("value", "<cp hex='1️⃣1100002️⃣'/>"),
    ]

    @Test(arguments: roots)
    func `a root is refused for one thing`(broken: XLIFFCase) throws { try broken.check() }

    @Test(arguments: elements)
    func `an element is refused where it cannot stand`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: attributes)
    func `an attribute is refused that cannot be so`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: [
        "<file id='a:b-c.1·é' xml:lang='' xml:id='x' my:a='b' fs:fs='html'>\(good)</file>",
        "<file id='f' xml:lang='x-klingon'><unit id='u'><segment><source xml:lang='EN'/>"
            + "</segment></unit></file>",
        "<file id='f'><skeleton>text</skeleton><my:x/>\(good)<group id='u'/></file>",
        "<file id='f' fs:fs='img' fs:subFs='src,c:\\\\docs\\alt,a\\, b'>\(good)</file>",
        "<file id='f'><unit id='u' type='my:x'><segment state='initial' subState='a:b'>"
            + "<source><cp hex='0003'/><cp hex='d800'/><cp hex='FFFF'/><cp hex='00000B'/></source>"
            + "</segment></unit></file>",
    ])
    func `what the schema allows is taken`(body: String) throws {
        #expect(try XLIFFCase.diagnostics(of: XLIFFCase.head + body + "</xliff>").isEmpty)
    }

    @Test func `XLIFF 2 point 2 has notes and metadata in its root, and references in notes`()
        throws
    {
        let text =
            XLIFFCase.head.replacing("document:2.0", with: "document:2.2")
            .replacing("version='2.1'", with: "version='2.2'")
            + "<notes><note id='a'>x</note></notes><mda:metadata><mda:metaGroup>"
            + "<mda:meta type='a'/></mda:metaGroup></mda:metadata><file id='f'><unit id='u'>"
            + "<notes><note ref='#s'>x</note></notes><segment id='s'><source/></segment></unit>"
            + "</file></xliff>"
        #expect(try XLIFFCase.diagnostics(of: text).isEmpty)
    }
}

extension String {
    /// The content of a unit whose own name is the place of the mistake.
    fileprivate func marked(_ element: String) -> String {
        "<segment><source>a</source></segment></unit><1️⃣\(element)2️⃣ id='v'>" + self
    }
}
