/// The abstract vocabulary of the W3C tests in CEL, as the style sheets beside them have it for other
/// languages.
///
/// A test names what it means (`conf:isBound="1"`), and a data model says how that is written. Every
/// name of the official style sheets is here, also of tests that are not applicable to us.
enum ConfVocabulary {
    /// The namespace of the abstract names.
    static let namespace = "http://www.w3.org/2005/scxml-conformance"

    /// The attribute that stands for an abstract one; nil for a name that is not known.
    static func attribute(_ name: String, _ value: String) -> (name: String, value: String)? {
        if let fixed = fixed[name] { return fixed }
        if let (attribute, prefix) = variables[name] { return (attribute, prefix + value) }
        return verbatim(name, value) ?? condition(name, value).map { ("cond", $0) }
    }

    /// What needs no value.
    private static let fixed: [String: (name: String, value: String)] = [
        "targetpass": ("target", "pass"),
        "targetfail": ("target", "fail"),
        "datamodel": ("datamodel", "cel"),
        // No expression of CEL.
        "illegalExpr": ("expr", "return"),
        "illegalTarget": ("target", "baz"),
        "unreachableTarget": ("target", "#_scxml_foo"),
        "invalidSessionID": ("expr", "27"),
        "invalidSendType": ("type", "27"),
        "invalidSendTypeExpr": ("expr", "27"),
        "invalidLocation": ("location", "foo.bar.baz"),
        "invalidNamelist": ("namelist", "\"foo"),
        "illegalArray": ("expr", "7"),
        "illegalItem": ("item", "'continue'"),
        "arrayExpr123": ("expr", "[1, 2, 3]"),
        "eventName": ("expr", "_event.name"),
        "eventType": ("expr", "_event.type"),
        "eventSendid": ("expr", "_event.sendid"),
        // The structure of an event as this data model has it.
        "eventRaw": ("expr", "_event"),
        "scxmlEventIOLocation": (
            "expr", "_ioprocessors['http://www.w3.org/TR/scxml/#SCXMLEventProcessor'].location"
        ),
        "basicHTTPAccessURI": ("expr", "_ioprocessors['basichttp'].location"),
        "basicHTTPAccessURITarget": ("targetexpr", "_ioprocessors['basichttp'].location"),
        "nonBoolean": ("cond", "'not a condition'"),
        "true": ("cond", "true"),
        "false": ("cond", "false"),
        "eventFieldsAreBound": (
            "cond",
            ["name", "type", "sendid", "origin", "origintype", "invokeid", "data"]
                .map { "'\($0)' in _event" }.joined(separator: " && ")
        ),
        "emptyEventData": (
            "cond", "_event.data == null || _event.data == '' || _event.data == {}"
        ),
        "eventIsExternal": ("cond", "_event.type == 'external'"),
        "eventLanguageMatchesDatamodel": ("cond", "_event.language == 'cel'"),
        "methodIsPost": ("cond", "_event.raw.contains('POST')"),
        "msgIsBody": ("cond", "_event.raw.contains('address=')"),
        "scriptGoodSrc": ("src", "test300.cel"),
        "scriptBadSrc": ("src", "no-such-folder/foo"),
    ]

    /// What names a variable by its number, and other values behind a fixed text.
    private static let variables: [String: (name: String, prefix: String)] = [
        "id": ("id", "Var"),
        "name": ("name", "Var"),
        "location": ("location", "Var"),
        "item": ("item", "Var"),
        "index": ("index", "Var"),
        "arrayVar": ("array", "Var"),
        "arrayTextVar": ("array", "Var"),
        "varExpr": ("expr", "Var"),
        "varChildExpr": ("expr", "Var"),
        "eventExpr": ("eventexpr", "Var"),
        "targetExpr": ("targetexpr", "Var"),
        "targetVar": ("targetexpr", "Var"),
        "typeExpr": ("typeexpr", "Var"),
        "delayExpr": ("delayexpr", "Var"),
        "delayFromVar": ("delayexpr", "Var"),
        "idlocation": ("idlocation", "Var"),
        "sendIDExpr": ("sendidexpr", "Var"),
        "srcExpr": ("srcexpr", "Var"),
        "namelist": ("namelist", "Var"),
        "eventDataNamelistValue": ("expr", "_event.data.Var"),
        "eventField": ("expr", "_event."),
        "eventDataFieldValue": ("expr", "_event.data."),
        "eventDataParamValue": ("expr", "_event.data."),
        "expr": ("expr", ""),
        "systemVarExpr": ("expr", ""),
        "systemVarLocation": ("location", ""),
    ]

    /// What puts the value into an expression.
    private static func verbatim(
        _ name: String,
        _ value: String
    ) -> (name: String, value: String)? {
        switch name {
        case "quoteExpr": ("expr", celLiteral(value))
        case "delay": ("delayexpr", celLiteral(value + "s"))
        case "varNonexistentStruct": ("expr", "Var\(value).bar")
        case "multiDimensionalArrayExpr":
            ("expr", "[[\(value), \(value)], [\(value), \(value)]]")
        case "multipleNamelist":
            ("namelist", numbers(in: value).map { "Var\($0)" }.joined(separator: " "))
        case "testOnServer": ("target", "http://localhost/\(value)")
        case "getNamedParamVal", "getNthParamName", "getNthParamVal", "scxmlEventExpr":
            ("expr", "_event.raw[\(celLiteral(value))]")
        case "getIDParamVal": ("expr", "_event.raw['Var\(value)']")
        default: nil
        }
    }

    static func numbers(in text: String) -> [Substring] {
        text.split { !("0"..."9").contains($0) }
    }
}
