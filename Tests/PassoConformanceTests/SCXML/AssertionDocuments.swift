/// Documents of our own for assertions of the Recommendation, in the abstract vocabulary of the W3C.
///
/// Each is the inside of `<scxml>` without the two ends, by the section and what it asserts.
enum AssertionDocuments {
    static let all: [String: String] = [
        "4.3 if nothing holds nothing runs": """
        <datamodel><data conf:id="1" conf:expr="0"/></datamodel>
        <state id="s"><onentry><if conf:false=""><conf:incrementID id="1"/>
        <elseif conf:false=""/><conf:incrementID id="1"/></if><raise event="a"/></onentry>
        <transition event="a" conf:idVal="1=0" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "4.6 an error in foreach ends it": """
        <datamodel><data conf:id="1" conf:expr="0"/><data conf:id="2"/>
        <data conf:id="3"><conf:array123/></data></datamodel>
        <state id="s"><onentry><foreach conf:item="2" conf:arrayVar="3">
        <conf:incrementID id="1"/><assign conf:location="5" conf:illegalExpr=""/></foreach>
        <conf:incrementID id="1"/></onentry>
        <transition conf:idVal="1=1" conf:targetpass=""/><transition conf:targetfail=""/></state>
        """,
        "6.2 delayexpr is evaluated when it is sent": """
        <datamodel><data conf:id="1" conf:quoteExpr="1s"/></datamodel>
        <state id="s"><onentry><send event="late" conf:delayFromVar="1"/>
        <send event="soon" conf:delay=".5"/></onentry>
        <transition event="soon" target="t"/><transition event="late" conf:targetfail=""/></state>
        <state id="t"><transition event="late" conf:targetpass=""/></state>
        """,
        "6.2 an id is made for idlocation": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><onentry><send event="a" conf:idlocation="1"/></onentry>
        <transition event="a" conf:isBound="1" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "6.4 typeexpr is evaluated when the invocation begins": """
        <datamodel><data conf:id="1" conf:quoteExpr="foo"/></datamodel>
        <state id="s"><onentry><send event="timeout" delay="5s"/>
        <assign conf:location="1" conf:quoteExpr="http://www.w3.org/TR/scxml/"/></onentry>
        <invoke conf:typeExpr="1"><content>\(end)</content></invoke>
        <transition event="done.invoke" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "6.4 a service returns several events before it is done": """
        <state id="s"><invoke id="i"><content>\(talker)</content></invoke>
        <transition event="one" target="t"/><transition event="*" conf:targetfail=""/></state>
        <state id="t"><transition event="two" target="u"/>
        <transition event="*" conf:targetfail=""/></state>
        <state id="u"><transition event="done.invoke.i" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "6.4 done.invoke names the invocation": """
        <state id="s"><onentry><send event="timeout" delay="2s"/></onentry>
        <invoke id="foo"><content>\(end)</content></invoke>
        <transition event="done.invoke.foo" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "C.1 sessions talk by the same processor": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><invoke id="foo"><content>\(echo)</content></invoke>
        <transition event="up"><assign conf:location="1" conf:eventField="origintype"/>
        <send event="down" target="#_foo"/></transition>
        <transition event="back" target="t"/><transition event="error" conf:targetfail=""/>
        </state><state id="t">
        <transition conf:idQuoteVal="1=http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
        conf:targetpass=""/><transition conf:targetfail=""/></state>
        """,
        "5.3 illegal data are created without a value": """
        <datamodel><data conf:id="1" conf:illegalExpr=""/></datamodel>
        <state id="s"><onentry><raise event="foo"/></onentry>
        <transition event="error.execution" conf:unboundVar="1" target="t"/>
        <transition event="*" conf:targetfail=""/></state>
        <state id="t"><onentry><assign conf:location="1" conf:expr="1"/></onentry>
        <transition conf:idVal="1=1" conf:targetpass=""/><transition conf:targetfail=""/></state>
        """,
        "5.4 children are a value": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><onentry><assign conf:location="1"><conf:someInlineVal/></assign></onentry>
        <transition conf:idSomeVal="1" conf:targetpass=""/><transition conf:targetfail=""/></state>
        """,
        "5.8 a script is executable content": """
        <datamodel><data conf:id="1" conf:expr="0"/></datamodel>
        <state id="s"><onentry><conf:script/></onentry>
        <transition conf:idVal="1=1" conf:targetpass=""/><transition conf:targetfail=""/></state>
        """,
        "5.9 what is no condition is false": """
        <state id="s"><transition conf:nonBoolean="" conf:targetfail=""/>
        <transition conf:targetpass=""/></state>
        """,
        "5.10 _event stays until the next event": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><onentry><raise event="foo"/></onentry>
        <transition event="foo" target="t"/></state>
        <state id="t"><onentry><raise event="bar"/>
        <assign conf:location="1" conf:eventName=""/></onentry>
        <transition event="bar" conf:idQuoteVal="1=foo" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "5.10 system variables stay": """
        <datamodel><data conf:id="1"/><data conf:id="2" conf:systemVarExpr="_ioprocessors"/>
        <data conf:id="3"/></datamodel>
        <state id="s"><onentry><assign conf:location="1" conf:systemVarExpr="_sessionid"/>
        <assign conf:systemVarLocation="_sessionid" conf:invalidSessionID=""/></onentry>
        <transition event="error" conf:idSystemVarVal="1=_sessionid" target="t"/>
        <transition event="*" conf:targetfail=""/></state>
        <state id="t"><onentry>
        <assign conf:systemVarLocation="_ioprocessors" conf:invalidSessionID=""/></onentry>
        <transition event="error" target="u"/></state>
        <state id="u"><onentry><assign conf:location="3" conf:systemVarExpr="_ioprocessors"/>
        </onentry><transition conf:VarEqVarStruct="2 3" conf:targetpass=""/>
        <transition conf:targetfail=""/></state>
        """,
        "5.10 events have types": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><onentry><raise event="foo"/></onentry>
        <transition event="foo" target="t"><assign conf:location="1" conf:eventType=""/>
        </transition></state>
        <state id="t"><onentry><assign conf:invalidLocation="" conf:expr="1"/></onentry>
        <transition event="error" conf:idQuoteVal="1=internal" target="u">
        <assign conf:location="1" conf:eventType=""/></transition>
        <transition event="*" conf:targetfail=""/></state>
        <state id="u"><onentry><send event="foo"/></onentry>
        <transition event="foo" conf:idQuoteVal="1=platform" target="v">
        <assign conf:location="1" conf:eventType=""/></transition>
        <transition event="*" conf:targetfail=""/></state>
        <state id="v"><transition conf:idQuoteVal="1=external" conf:targetpass=""/>
        <transition conf:targetfail=""/></state>
        """,
        "5.10 an event of nobody's invocation has no invokeid": """
        <state id="s"><onentry><raise event="foo"/></onentry>
        <transition event="foo" conf:eventFieldHasNoValue="invokeid" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "C.1 a session reaches itself by its id and its location": """
        <datamodel><data conf:id="1" conf:quoteExpr="#_scxml_"/>
        <data conf:id="2" conf:systemVarExpr="_sessionid"/>
        <data conf:id="3" conf:scxmlEventIOLocation=""/></datamodel>
        <state id="s"><onentry><conf:concatVars id1="1" id2="2"/>
        <send event="a" conf:targetExpr="1"/></onentry>
        <transition event="a" target="t"/><transition event="*" conf:targetfail=""/></state>
        <state id="t"><onentry><send event="b" conf:targetVar="3"/></onentry>
        <transition event="b" conf:targetpass=""/><transition event="*" conf:targetfail=""/>
        </state>
        """,
        "C.1 data come by namelist, param and content": """
        <datamodel><data conf:id="1" conf:expr="1"/><data conf:id="2"/><data conf:id="3"/>
        </datamodel>
        <state id="s"><onentry><send event="a" conf:namelist="1">
        <param name="param1" conf:expr="2"/></send></onentry>
        <transition event="a" target="t"><assign conf:location="2" conf:eventDataNamelistValue="1"/>
        <assign conf:location="3" conf:eventDataParamValue="param1"/></transition></state>
        <state id="t"><transition conf:idVal="2=1" target="u"/>
        <transition conf:targetfail=""/></state>
        <state id="u"><onentry><send event="b"><content><conf:someInlineVal/></content></send>
        </onentry><transition event="b" conf:eventdataSomeVal="" target="v"/>
        <transition event="*" conf:targetfail=""/></state>
        <state id="v"><transition conf:idVal="3=2" conf:targetpass=""/>
        <transition conf:targetfail=""/></state>
        """,
        "3.13 a state is not active any more when its parent is left": """
        <state id="s"><onentry><send event="timeout" conf:delay="1"/></onentry>
        <onexit><if conf:inState="t"><raise event="still"/></if></onexit>
        <transition event="timeout" target="u"/><state id="t"/></state>
        <state id="u"><onentry><send event="now"/></onentry>
        <transition event="still" conf:targetfail=""/>
        <transition event="now" conf:targetpass=""/></state>
        """,
        "3.13 an initial transition runs between the entries": """
        <state id="s"><state id="t"><onentry><raise event="a"/></onentry>
        <initial><transition target="u"><raise event="b"/></transition></initial>
        <state id="u"><onentry><raise event="c"/></onentry>
        <transition event="a" target="v"/><transition event="*" conf:targetfail=""/></state>
        <state id="v"><transition event="b" target="w"/>
        <transition event="*" conf:targetfail=""/></state>
        <state id="w"><transition event="c" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state></state></state>
        """,
        "3.13 eventless transitions go first": """
        <state id="s"><onentry><raise event="a"/><send event="b"/></onentry>
        <transition event="*" conf:targetfail=""/><transition conf:targetpass=""/></state>
        """,
        "5.4 an illegal value is an error": """
        <datamodel><data conf:id="1" conf:expr="1"/></datamodel>
        <state id="s"><onentry><assign conf:location="1" conf:illegalExpr=""/>
        <raise event="event"/></onentry>
        <transition event="error.execution" conf:targetpass=""/>
        <transition event="*" conf:targetfail=""/></state>
        """,
        "5.6 content that errs is empty": """
        <state id="s" initial="t"><transition event="error.execution" target="u"/>
        <transition event="*" conf:targetfail=""/>
        <state id="t"><transition target="f"/></state>
        <final id="f"><donedata><content conf:illegalExpr=""/></donedata></final></state>
        <state id="u"><transition event="done.state.s" conf:emptyEventData=""
        conf:targetpass=""/><transition event="*" conf:targetfail=""/></state>
        """,
        "5.3 late data come when their state is entered": """
        <state id="s"><transition conf:unboundVar="1" target="t"/>
        <transition conf:targetfail=""/></state>
        <state id="t"><datamodel><data conf:id="1" conf:expr="2"/></datamodel>
        <transition conf:idVal="1=2" conf:targetpass=""/>
        <transition conf:targetfail=""/></state>
        """,
        "5.3 data come from a document": """
        <datamodel><data conf:id="1" src="file:data.txt"/></datamodel>
        <state id="s"><transition conf:isBound="1" conf:targetpass=""/>
        <transition conf:targetfail=""/></state>
        """,
        "6.2 a send whose arguments err is not sent": """
        <datamodel><data conf:id="1"/></datamodel>
        <state id="s"><onentry><send event="timeout" conf:delay="1"/>
        <send event="a" conf:invalidNamelist=""/></onentry>
        <transition event="a" conf:targetfail=""/>
        <transition event="timeout" conf:targetpass=""/></state>
        """,
        "6.4 an invocation whose arguments err does not begin": """
        <state id="s"><onentry><send event="timer" conf:delay="1"/></onentry>
        <invoke conf:invalidNamelist=""><content>\(end)</content></invoke>
        <transition event="timer" conf:targetpass=""/>
        <transition event="done.invoke" conf:targetfail=""/></state>
        """,
        "3.10 a history state is never active": """
        <state id="s" initial="h"><onexit><conf:incrementID id="1"/></onexit>
        <datamodel><data conf:id="1" conf:expr="0"/></datamodel>
        <transition conf:inState="h" conf:targetfail=""/>
        <history id="h"><transition target="t"/></history>
        <state id="t"><transition conf:idVal="1=0" target="s"/>
        <transition conf:targetpass=""/></state></state>
        """,
    ]

    private static func document(_ body: String) -> String {
        """
        <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" conf:datamodel=""
         xmlns:conf="http://www.w3.org/2005/scxml-conformance">\(body)</scxml>
        """
    }

    private static let end = document("<final id=\"f\"/>")
    private static let talker = document(
        """
        <state id="a"><onentry><send event="one" target="#_parent"/>
        <send event="two" target="#_parent"/></onentry><transition target="f"/></state>
        <final id="f"/>
        """
    )
    private static let echo = document(
        """
        <state id="a"><onentry><send event="up" target="#_parent"
        type="http://www.w3.org/TR/scxml/#SCXMLEventProcessor"/></onentry>
        <transition event="down" target="f"><send event="back" target="#_parent"/></transition>
        </state><final id="f"/>
        """
    )
}
