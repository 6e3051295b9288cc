extension ConfVocabulary {
    /// The condition that stands for an abstract one; nil for a name that is not known.
    static func condition(_ name: String, _ value: String) -> String? {
        switch name {
        case "idVal", "namelistIdVal", "idSystemVarVal":
            compared(value, "Var") { $0 }
        case "varIdVal", "compareIDVal":
            compared(value, "Var") { "Var\($0)" }
        case "idQuoteVal":
            compared(value, "Var", celLiteral)
        case "eventvarVal":
            compared(value, "_event.data.Var") { $0 }
        case "VarEqVar", "VarEqVarStruct":
            pair(value) { "Var\($0) == Var\($1)" }
        case "varPrefix":
            pair(value) { "string(Var\($1)).startsWith(string(Var\($0)))" }
        case "arrayVal":
            pair(value) { name, item in
                ["[0][0]", "[0][1]", "[1][0]", "[1][1]"]
                    .map { "Var\(name)\($0) == \(item)" }.joined(separator: " && ")
            }
        case "eventIdParamHasValue":
            pair(value) { "_event.raw.contains(\(celLiteral("Var\($0)=\($1)")))" }
        case "eventNamedParamHasValue":
            pair(value) { "_event.raw.contains(\(celLiteral("\($0)=\($1)")))" }
        default: simple(name, value)
        }
    }

    private static func simple(_ name: String, _ value: String) -> String? {
        switch name {
        case "isBound": "Var\(value) != null"
        case "unboundVar", "noValue": "Var\(value) == null"
        case "systemVarIsBound": "\(value) != null"
        case "inState": "In(\(celLiteral(value)))"
        case "eventdataVal": "_event.data == \(value)"
        case "eventdataSomeVal": "_event.data == \(someValue)"
        case "idSomeVal": "Var\(value) == \(someValue)"
        case "eventNameVal": "_event.name == \(celLiteral(value))"
        case "nameVarVal": "_name == \(celLiteral(value))"
        case "originTypeEq": "_event.origintype == \(celLiteral(value))"
        case "eventFieldHasNoValue": "_event.\(value) == null"
        case "eventDataHasField": "\(celLiteral(value)) in _event.data"
        case "messageBodyEquals": "_event.raw.contains(\(celLiteral(value)))"
        default: nil
        }
    }

    /// What `conf:someInlineVal` stands for.
    static let someValue = "123"

    /// `1=2`, `1<=2`: a variable by number, an operator and a value.
    private static func compared(
        _ text: String,
        _ prefix: String,
        _ written: (String) -> String
    ) -> String? {
        let number = text.prefix { ("0"..."9").contains($0) }
        let rest = text.dropFirst(number.count)
        let sign = rest.prefix { "=<>".contains($0) }.prefix(2)
        guard !number.isEmpty, !sign.isEmpty else { return nil }
        let value = String(rest.dropFirst(sign.count))
        return "\(prefix)\(number) \(sign == "=" ? "==" : String(sign)) \(written(value))"
    }

    /// `1 2`, `1=2`: a variable's number, anything between, and the rest.
    private static func pair(
        _ text: String,
        _ written: (Substring, Substring) -> String
    ) -> String? {
        let parts = text.split(maxSplits: 1) { " =\n\t".contains($0) }
        guard parts.count == 2, let first = parts.first, let second = parts.last else {
            return nil
        }
        return written(first, second.drop { " =\n\t".contains($0) })
    }
}
