import PassoCEL

/// The fields of `_event` (Recommendation, 5.10.1).
struct EventFields {
    var name: String
    var type: EventType
    var sendID: String?
    var origin: String?
    var originType: String?
    var invokeID: String?
    var data: CELValue = .null

    private static let names: [CELValue] = [
        "name", "type", "sendid", "origin", "origintype", "invokeid", "data",
    ]

    /// The map that expressions see; what there is nothing to say about is null.
    var value: CELValue {
        let values = [
            CELValue(name), CELValue(type.rawValue), Self.text(sendID), Self.text(origin),
            Self.text(originType), Self.text(invokeID), data,
        ]
        return .map(CELMap(zip(Self.names, values)))
    }

    private static func text(_ text: String?) -> CELValue { text.map { CELValue($0) } ?? .null }
}
