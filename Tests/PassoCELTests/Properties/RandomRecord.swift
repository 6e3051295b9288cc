import PassoCEL

/// A struct with the fields that ``RandomData`` has variables for.
struct RandomRecord: CELRecord {
    var b = false
    var i: Int64 = 0
    var j: Int64 = 0
    var u: UInt64 = 0
    var d = 0.0
    var s = ""
    var agent = Agent()
    var y8: [UInt8] = []
    var at: CELTimestamp
    var span: CELDuration
    var any = CELValue.null
    var l: [Int64] = []
    var names: [String] = []
    var lists: [[Int64]] = []
    var m: [String: Int64] = [:]
    var keyed: [Int64: String] = [:]

    struct Agent: CELRecord {
        var name = ""
        var calls: Int64 = 0

        static let celFields: [CELField<Agent>] = [
            CELField("name", \.name), CELField("calls", \.calls),
        ]
    }

    static let celFields: [CELField<RandomRecord>] = [
        CELField("b", \.b), CELField("i", \.i), CELField("j", \.j), CELField("u", \.u),
        CELField("d", \.d), CELField("s", \.s), CELField("agent", \.agent), CELField("y8", \.y8),
        CELField("at", \.at), CELField("span", \.span), CELField("any", \.any),
        CELField("l", \.l), CELField("names", \.names), CELField("lists", \.lists),
        CELField("m", \.m), CELField("keyed", \.keyed),
    ]
}

extension RandomRecord {
    /// Takes the values of ``RandomData/variables``, in their order.
    init?(_ data: [CELValue]) {
        func value<Value: CELConvertible>(_ name: String) -> Value? {
            RandomData.variables.firstIndex { $0.name == name }.flatMap {
                Value(celValue: data[$0])
            }
        }
        guard let at: CELTimestamp = value("at"), let span: CELDuration = value("span") else {
            return nil
        }
        self.at = at
        self.span = span
        b = value("b") ?? b
        i = value("i") ?? i
        j = value("j") ?? j
        u = value("u") ?? u
        d = value("d") ?? d
        s = value("s") ?? s
        agent.name = value("agent.name") ?? ""
        agent.calls = value("agent.calls") ?? 0
        y8 = value("y8") ?? y8
        any = value("any") ?? any
        l = value("l") ?? l
        names = value("names") ?? names
        lists = value("lists") ?? lists
        m = value("m") ?? m
        keyed = value("keyed") ?? keyed
    }
}
