import PassoDiagnostics
import Testing

/// What the prose of the specification asks for: ids, references, codes, texts.
@Suite struct XLIFFConstraintTests {
    private static let good = XLIFFCase.good
    private static let segment = "<segment><source>a</source></segment>"
    private static let kept = "canCopy='no' canDelete='no' canReorder='no'"
    private static let first = "canCopy='no' canDelete='no' canReorder='firstNo'"

    static let ids: [XLIFFCase] = [
        .root("twice", "<file id='f'>\(good)</file><file id='1️⃣f2️⃣'>\(good)</file>"),
        .root("twice", "<file id='f'>\(good)</file><file id='1️⃣ f2️⃣'>\(good)</file>"),
        .file("twice", "<group id='g'><group id='1️⃣g2️⃣'/></group>"),
        .file("twice", "\(good)<group id='g'/>".insertedUnit),
        .before("twice", "<notes><note id='a'>x</note><note id='1️⃣a2️⃣'>x</note></notes>"),
        .before("twice", "<originalData><data id='a'/><data id='1️⃣a2️⃣'/></originalData>"),
        .before("twice", "<my:a id='x'/><my:b><my:c id='1️⃣x2️⃣'/></my:b>"),
        .before("twice", "<my:a id='x'/><my:b xml:id='1️⃣x2️⃣'/>"),
        .unit(
            "twice",
            "<segment id='a'><source/></segment><ignorable id='1️⃣a2️⃣'><source/></ignorable>"
        ),
        .source("twice", "<ph id='1️⃣s2️⃣'/>"), .source("twice", "<ph id='a'/><pc id='1️⃣a2️⃣'/>"),
        .source("twice", "<mrk id='a' type='term'><ph id='1️⃣a2️⃣'/></mrk>"),
        .unit(
            "twice",
            "<segment><source><ph id='a'/></source></segment>"
                + "<segment><source><ph id='1️⃣a2️⃣'/></source></segment>"
        ),
        .both("twice", "<ph id='a'/>", "<ph id='a'/><ph id='1️⃣a2️⃣'/>"),
        .both("twice", "<ph id='a'/>", "<pc id='1️⃣a2️⃣'/>"),
        .both("twice", "<mrk id='a' type='term'/>", "<ph id='1️⃣a2️⃣'/>"),
        .unit("twice", "<segment id='a'><source/><target><ph id='1️⃣a2️⃣'/></target></segment>"),
        .source("twice", "<sc id='a'/><ec startRef='a'/><ec startRef='1️⃣a2️⃣'/>"),
        .unit("twice", "<segment><source/><target order='1️⃣22️⃣'/></segment>\(segment)"),
        .unit("order", "<segment><source/><target order='1️⃣22️⃣'/></segment>"),
    ]

    static let references: [XLIFFCase] = [
        .source("reference", "<ph id='1' dataRef='1️⃣d22️⃣'/>"),
        .source("reference", "<pc id='1' dataRefStart='d1' dataRefEnd='1️⃣d22️⃣'/>"),
        .source("reference", "<ph id='1' subFlows='1️⃣u x2️⃣'/>"),
        .source("value", "<ph id='1' subFlows='1️⃣u,x2️⃣'/>"),
        .source("value", "<ph id='1' subFlows='1️⃣ 2️⃣'/>"),
        .source("reference", "<ph id='1' copyOf='1️⃣x2️⃣'/>"),
        .source("copy", "<ph id='1' canCopy='no'/><ph id='2' copyOf='1️⃣12️⃣'/>"),
        .source("copy", "<ph id='1' dataRef='d1'/><ph id='2' copyOf='1️⃣12️⃣'/>"),
        .source("attribute-clash", "<ph id='1'/><ph id='2' 1️⃣copyOf2️⃣='1' dataRef='d1'/>"),
        .source("one-of", "<1️⃣mrk2️⃣ id='1' type='comment'/>"),
        .source("attribute-clash", "<mrk id='1' type='comment' value='a' 1️⃣ref2️⃣='#n=n1'/>"),
        .source("reference", "<mrk id='1' type='comment' ref='1️⃣#n=n22️⃣'/>"),
        .source("reference", "<mrk id='1' type='comment' ref='1️⃣#s2️⃣'/>"),
        .source("reference", "<mrk id='1' type='comment' ref='1️⃣http://a.b/c2️⃣'/>"),
        .source("reference", "<mrk id='1' type='comment' ref='1️⃣#f=f/n=n12️⃣'/>"),
        .source("attribute-clash", "<mrk id='1' type='mtc:match' 1️⃣ref2️⃣='#s'/>"),
        .source("attribute-missing", "<1️⃣mrk2️⃣ id='1'/>"),
        .source("attribute-missing", "<1️⃣mrk2️⃣ id='1' type='generic'/>"),
    ]

    static let fragments: [XLIFFCase] = [
        "reference #x", "reference #t=m", "reference #d=d2", "reference #u=v/s", "reference #f=g",
        "reference #/u=u/s", "reference #g=g", "reference #gls=a", "reference #f=f/s",
        "reference #u=u/n=n2", "reference #tbx=a", "fragment #", "fragment #s/", "fragment #a b",
        "fragment #=s", "fragment #s=", "fragment #u=u/f=f", "fragment #u=u/g=g", "fragment #s/s",
        "fragment #n=n1/u=u", "fragment #u=u/u=u", "fragment #f=f/f=f", "fragment #x=s",
        "fragment #my=s", "fragment #a$=s", "fragment #n=n1/d=d1", "fragment ##s", "fragment #//s",
    ].map { line in
        let parts = line.split(separator: " ", maxSplits: 1)
        return .source(String(parts[0]), "<mrk id='m' type='my:x' ref='1️⃣\(parts[1])2️⃣'/>")
    }

    static let codes: [XLIFFCase] = [
        .source("unpaired", "<1️⃣sc2️⃣ id='1'/>"), .source("unpaired", "<1️⃣sm2️⃣ id='1' type='term'/>"),
        .source("unpaired", "<1️⃣ec2️⃣ startRef='1'/>"), .source("unpaired", "<1️⃣em2️⃣ startRef='1'/>"),
        .source("unpaired", "<1️⃣ec2️⃣ startRef='1'/><sc id='1'/>"),
        .source("unpaired", "<1️⃣em2️⃣ startRef='1'/><sm id='1' type='term'/>"),
        .source("unpaired", "<pc id='1'/><1️⃣ec2️⃣ startRef='1'/>"),
        .source("unpaired", "<sc id='1' isolated='yes'/><1️⃣em2️⃣ startRef='1'/>"),
        .source("isolated", "<sc id='1' isolated='1️⃣yes2️⃣'/><ec startRef='1'/>"),
        .both("unpaired", "<sc id='1'/><ec startRef='1'/>", "<1️⃣sc2️⃣ id='1'/>"),
        .both("unpaired", "<sc id='1'/><ec startRef='1'/>", "<1️⃣ec2️⃣ startRef='1'/>"),
        .source("attribute-needs", "<ec 1️⃣id2️⃣='1'/>"),
        .source("attribute-needs", "<sc id='1'/><ec startRef='1' 1️⃣dir2️⃣='ltr'/>"),
        .source("attribute-needs", "<sc id='1'/><ec startRef='1' 1️⃣fs:fs2️⃣='b'/>"),
        .source("attribute-needs", "<sc id='1'/><ec startRef='1' 1️⃣slr:sizeInfo2️⃣='1'/>"),
        .source("attribute-clash", "<ec id='1' 1️⃣startRef2️⃣='2' isolated='yes'/>"),
        .source("pair-differs", "<sc id='1' canCopy='no'/><1️⃣ec2️⃣ startRef='1'/>"),
        .source("pair-differs", "<sc id='1'/><ec startRef='1' canDelete='1️⃣no2️⃣'/>"),
        .source("pair-differs", "<sc id='1'/><ec startRef='1' canOverlap='1️⃣no2️⃣'/>"),
        .source(
            "pair-differs",
            "<sc id='1' \(first)/><ec startRef='1' canCopy='no' canDelete='no' "
                + "canReorder='1️⃣firstNo2️⃣'/>"
        ),
        .source("attribute-needs", "<ph id='1' canReorder='1️⃣firstNo2️⃣' canCopy='no'/>"),
        .source("attribute-needs", "<ph id='1' canReorder='1️⃣firstNo2️⃣' canDelete='no'/>"),
        .source("sequence", "<1️⃣ph2️⃣ id='1' \(kept)/>"),
        .source("sequence", "<ph id='1' \(first)/><ph id='2'/><1️⃣ph2️⃣ id='3' \(kept)/>"),
        .source("sequence", "<pc id='1'><1️⃣ph2️⃣ id='3' \(kept)/></pc>"),
        .both(
            "sequence",
            "<ph id='1' \(first)/><ph id='2' \(kept)/><ph id='3' \(kept)/>",
            "<ph id='1' \(first)/><ph id='3' \(kept)/><1️⃣ph2️⃣ id='2' \(kept)/>"
        ),
        .both(
            "sequence",
            "<pc id='1' \(first)>a<ph id='2' \(kept)/></pc>",
            "<pc id='1' \(first)>a</pc><1️⃣ph2️⃣ id='2' \(kept)/>"
        ),
        .unit(
            "code-missing",
            "<segment><source><ph id='1' canDelete='no'/></source>"
                + "<1️⃣target2️⃣/></segment>"
        ),
        .unit(
            "code-missing",
            "<segment><source><pc id='1' canDelete='no'/></source>"
                + "<1️⃣target2️⃣><ph id='2'/></target></segment>"
        ),
        .unit(
            "code-missing",
            "\(segment)<ignorable><source><ph id='1' canDelete='no'/></source>"
                + "<1️⃣target2️⃣/></ignorable>"
        ),
    ]

    static let texts: [XLIFFCase] = [
        .unit("language", "<segment><source xml:lang='1️⃣en-US2️⃣'/></segment>"),
        .unit("language", "<segment><source/><target xml:lang='1️⃣en2️⃣'/></segment>"),
        .root("language", "<file id='f' xml:lang='1️⃣da2️⃣'>\(good)</file>"),
        .root(
            "language",
            "<file id='f' xml:lang='1️⃣da2️⃣'>\(good)"
                + "<unit id='v'>\(segment)\(segment)</unit></file>"
        ),
        .unit("space", "<segment><source/><target xml:space='1️⃣preserve2️⃣'/></segment>"),
        .unit("space", "<segment><source xml:space='1️⃣preserve2️⃣'/><target/></segment>"),
        .unit(
            "space",
            "\(segment)<ignorable><source/><target xml:space='1️⃣preserve2️⃣'/></ignorable>"
        ),
    ]

    @Test(arguments: ids)
    func `what must differ is refused the second time`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: references)
    func `a reference is refused that names nothing it may name`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: fragments)
    func `a fragment identifier is read as the specification writes it`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: codes)
    func `codes are refused that do not fit each other`(broken: XLIFFCase) throws {
        try broken.check()
    }

    @Test(arguments: texts)
    func `source and target are in the languages of the file, with white space alike`(
        broken: XLIFFCase
    ) throws {
        try broken.check()
    }

    @Test(arguments: [
        "#s", "#/f=f/u=u/s", "#u=u/s", "#f=f/u=u/t=m", "#n=n1", "#d=d1", "#f=f", "#u=u", "#m",
        "other.xlf#zz/zz", "http://a.b/#x=y=z", "a",
    ])
    func `a reference to what is there is taken, and one to elsewhere`(reference: String) throws {
        let mark = "<mrk id='m' type='my:x' ref='\(reference)'>a</mrk>"
        let good = XLIFFCase.unit(
            "",
            "<notes><note id='n1'>x</note></notes><originalData><data id='d1'/></originalData>"
                + "<segment id='s'><source>\(mark)</source><target>\(mark)</target></segment>"
        )
        #expect(try XLIFFCase.diagnostics(of: good.text).isEmpty)
    }

    @Test(arguments: [
        ("<pc id='1'>a</pc>", "<sc id='1'/>a<ec startRef='1'/>"),
        ("<sc id='1' canDelete='no'/>a<ec startRef='1' canDelete='no'/>", "<pc id='1'>a</pc>"),
        ("<sm id='1' type='term'/>a<em startRef='1'/>", "<mrk id='1' type='term'>a</mrk>"),
        ("<sc id='1' isolated='yes'/>", "<sc id='1' isolated='yes'/><ec id='2' isolated='yes'/>"),
        ("<ph id='1'/>", "<ph id='1'/><ph id='2' copyOf='1'/>"),
        (
            "<pc id='1' \(first)><ph id='2' \(kept)/></pc>",
            "x<pc id='1' \(first)><mrk id='m' type='term'>"
                + "<ph id='2' \(kept)/></mrk></pc>"
        ),
        ("<ph id='1' \(first)/>", "<ph id='1' canDelete='no'/>"),
        (
            "<sc id='1' \(first)/><ec startRef='1' \(kept)/>",
            "<sc id='1' \(first)/><ec startRef='1' \(kept)/>"
        ),
    ])
    func `a target may write codes in another way`(source: String, target: String) throws {
        let good = XLIFFCase.both("", source, target)
        #expect(try XLIFFCase.diagnostics(of: good.text).isEmpty)
    }

    @Test func `a unit that is half translated may lack the other half of its codes`() throws {
        let text = XLIFFCase.unit(
            "",
            "<segment><source><sc id='1'/>a</source><target><sc id='1'/>b</target></segment>"
                + "<segment><source>c<ec startRef='1'/></source></segment>"
        ).text
        #expect(try XLIFFCase.diagnostics(of: text).isEmpty)
    }

    @Test func `what only the Schematron asks for is a warning`() throws {
        let text = XLIFFCase.source("", "<pc id='1' dataRefStart='d1' equivEnd='x'>a</pc>").text
        let found = try XLIFFCase.diagnostics(of: text)
        #expect(found.map(\.id) == ["xliff-attribute-needs", "xliff-attribute-needs"])
        #expect(found.allSatisfy { $0.severity == .warning })
    }
}

extension String {
    /// The content of a file whose last unit has the id of the first.
    fileprivate var insertedUnit: String {
        self + "<unit id='1️⃣u2️⃣'><segment><source/></segment></unit></file><file id='g'>"
    }
}
