import PassoCEL
import PassoICU

/// How elements of a list are told apart, as the functions below take it.
enum ElementIdentity: Int {
    case none, folded, exact

    init(_ identity: Field.Identity?) {
        switch identity {
        case .folded: self = .folded
        case .exact: self = .exact
        case nil: self = .none
        }
    }

    func key(_ text: String) -> [UInt8] {
        Array((self == .folded ? TextFold.folded(text) : text).utf8)
    }
}

/// The rules of fields over values; a limit below zero is none.
enum FieldCheck {
    static func isShort(_ text: String, _ limit: Int) -> Bool {
        limit < 0 || !CharacterLimit(limit).isExceeded(by: text)
    }

    /// The guard in bytes that stands beside a limit in characters.
    static func isLight(_ text: String, _ limit: Int) -> Bool {
        !CharacterLimit(limit, bytesPerText: limit < 0 ? .max : nil).isTooHeavy(text)
    }

    /// The element of a list that is the same as a text, as it is spelled there.
    static func spelling(
        _ list: [String],
        _ text: String,
        _ identity: ElementIdentity
    ) -> String? {
        guard identity != .none else { return list.first { $0.utf8.elementsEqual(text.utf8) } }
        let key = identity.key(text)
        return list.first { identity.key($0) == key }
    }

    /// The first element that is the same as an earlier one.
    static func twin(_ list: [String], _ identity: ElementIdentity) -> String? {
        guard identity != .none else { return nil }
        var seen: Set<[UInt8]> = []
        return list.first { !seen.insert(identity.key($0)).inserted }
    }
}

extension CELFunction {
    /// What implicit requirements are made of; the names begin with an underscore, so that they stay
    /// out of the way of what authors write.
    static let fieldRules: [CELFunction] = [
        function("_short", [.string, .int], .bool) { values throws(CELError) in
            .bool(FieldCheck.isShort(values[0].text, values[1].number))
        },
        function("_light", [.string, .int], .bool) { values throws(CELError) in
            .bool(FieldCheck.isLight(values[0].text, values[1].number))
        },
        function("_text", [.string, .int, .bool], .string) { values throws(CELError) in
            let text = values[0].text
            try check(text, values[1].number, isRequired: values[2].boolValue ?? false)
            return values[0]
        },
        function("_includes", [textList, .string, .int], .bool) { values throws(CELError) in
            .bool(FieldCheck.spelling(values[0].texts, values[1].text, values[2].identity) != nil)
        },
        function("_spelling", [textList, .string, .int], .string) { values throws(CELError) in
            CELValue(
                FieldCheck.spelling(values[0].texts, values[1].text, values[2].identity)
                    ?? values[1].text
            )
        },
        function("_element", [textList, .string, .int, .int, .int], .string) {
            values throws(CELError) in
            try check(values[1].text, values[2].number, isRequired: true)
            let list = values[0].texts
            let isTwin =
                values[4].identity != .none
                && FieldCheck.spelling(list, values[1].text, values[4].identity) != nil
            if isTwin || (values[3].number >= 0 && list.count >= values[3].number) {
                throw CELError(.limit)
            }
            return values[1]
        },
        function("_elements", [textList, .int, .int, .int], textList) { values throws(CELError) in
            let list = values[0].texts
            for text in list { try check(text, values[1].number, isRequired: true) }
            if FieldCheck.twin(list, values[3].identity) != nil
                || (values[2].number >= 0 && list.count > values[2].number)
            {
                throw CELError(.limit)
            }
            return values[0]
        },
        function("_firstLong", [textList, .int], .string) { values throws(CELError) in
            CELValue(
                values[0].texts.first { !FieldCheck.isShort($0, values[1].number) } ?? ""
            )
        },
        function("_firstHeavy", [textList, .int], .string) { values throws(CELError) in
            CELValue(
                values[0].texts.first { !FieldCheck.isLight($0, values[1].number) } ?? ""
            )
        },
        function("_firstTwin", [textList, .int], .string) { values throws(CELError) in
            CELValue(FieldCheck.twin(values[0].texts, values[1].identity) ?? "")
        },
    ]

    private static let textList = CELType.list(.string)

    private static func check(
        _ text: String,
        _ limit: Int,
        isRequired: Bool
    ) throws(CELError) {
        guard FieldCheck.isShort(text, limit), limit < 0 || FieldCheck.isLight(text, limit),
            !isRequired || !text.isEmpty
        else { throw CELError(.limit) }
    }

    private static func function(
        _ name: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ body: @escaping @Sendable ([CELValue]) throws(CELError) -> CELValue
    ) -> CELFunction {
        CELFunction(name, CELOverload(name, parameters, result, body: body))
    }
}

extension CELValue {
    fileprivate var identity: ElementIdentity { ElementIdentity(rawValue: number) ?? .none }
}

extension FieldCheck {
    static func characters(_ text: String) -> Int { TextCount.characters(in: text) }
}
