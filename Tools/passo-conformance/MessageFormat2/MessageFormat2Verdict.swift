import PassoMessages

/// What came of one test.
struct MessageFormat2Verdict {
    /// What is wrong with us; nil if nothing is.
    let failure: String?

    init(_ test: MessageFormat2File.Properties) {
        guard let source = test.src else {
            failure = "the test has no src"
            return
        }
        let (parsed, problems) = MF2Message.parse(source)
        guard let message = parsed, problems.isEmpty else {
            failure = Self.difference(test, problems)
            return
        }
        failure =
            Self.difference(test, message)
            ?? test.expCleanSrc.flatMap { Self.difference(clean: $0, message) }
    }

    /// What is wrong with the problems of a message that is not to be formatted.
    ///
    /// How often a mistake of one kind is found depends on where a reader goes on after it.
    private static func difference(
        _ test: MessageFormat2File.Properties,
        _ problems: [MF2Problem]
    ) -> String? {
        var ids: [String] = []
        for problem in problems where !ids.contains(problem.id.rawValue) {
            ids.append(problem.id.rawValue)
        }
        return difference(errors: ids, test.expErrors)
            ?? difference(text: "{\u{FFFD}}", test.exp)
    }

    private static func difference(
        _ test: MessageFormat2File.Properties,
        _ message: MF2Message
    ) -> String? {
        let formatter = MF2Formatter(
            locale: test.locale ?? "en-US",
            functions: .test,
            bidi: test.bidiIsolation == "none" ? .none : .default
        )
        let arguments = Dictionary(
            (test.params ?? []).map { ($0.name, $0.argument) },
            uniquingKeysWith: { $1 }
        )
        let formatted = formatter.format(message, arguments: arguments)
        let parts = formatter.parts(message, arguments: arguments)
        if parts.text != formatted.text { return "its parts say '\(parts.text)'" }
        if parts.errors != formatted.errors { return "its parts have other errors" }
        return difference(text: formatted.text, test.exp)
            ?? difference(errors: formatted.errors.map(\.id.rawValue), test.expErrors)
            ?? test.expParts.flatMap { difference(parts: parts.parts, $0) }
    }

    private static func difference(text: String, _ expected: String?) -> String? {
        guard let expected, !text.unicodeScalars.elementsEqual(expected.unicodeScalars) else {
            return nil
        }
        return "says '\(text)' instead of '\(expected)'"
    }

    private static func difference(
        errors: [String],
        _ expected: MessageFormat2File.ExpectedErrors?
    ) -> String? {
        switch expected ?? .types([]) {
        case .any(let isAny):
            return isAny == errors.isEmpty ? "has the errors \(errors)" : nil
        case .types(let types):
            return errors == types ? nil : "has the errors \(errors) instead of \(types)"
        }
    }

    /// A clean source is the same message as ours.
    private static func difference(clean: String, _ message: MF2Message) -> String? {
        let (other, problems) = MF2Message.parse(clean)
        guard let other, problems.isEmpty else { return "its clean source does not parse" }
        return other.text == message.text ? nil : "is written '\(message.text)'"
    }

    private static func difference(parts: [MF2Part], _ expected: [JSONValue]) -> String? {
        let found = parts.map(\.members)
        let isSame =
            found.count == expected.count
            && zip(found, expected).allSatisfy { MF2Part.is($0, as: $1) }
        guard !isSame else { return nil }
        let (ours, theirs) = (found.map { JSONValue.object($0) }, expected)
        return
            "has the parts \(JSONValue.list(ours).text) instead of \(JSONValue.list(theirs).text)"
    }
}

extension MF2Part {
    /// The part as the tests write it.
    fileprivate var members: [String: JSONValue] {
        switch self {
        case .text(let text): return ["type": .string("text"), "value": .string(text)]
        case .isolation(let mark):
            return ["type": .string("bidiIsolation"), "value": .string(mark)]
        case .fallback(let source):
            return ["type": .string("fallback"), "source": .string(source)]
        case .markup(let part):
            var members: [String: JSONValue] = [
                "type": .string("markup"), "kind": .string(part.kind.rawValue),
                "name": .string(part.name),
            ]
            members["id"] = part.id.map { .string($0) }
            if !part.options.isEmpty {
                let options = part.options.map {
                    ($0.name, JSONValue.string($0.value.string ?? ""))
                }
                members["options"] = .object(Dictionary(options, uniquingKeysWith: { $1 }))
            }
            return members
        case .value(let part):
            var members: [String: JSONValue] = [
                "type": .string(part.type), "locale": .string(part.locale),
            ]
            members["id"] = part.id.map { .string($0) }
            if part.direction != .unknown { members["dir"] = .string(part.direction.rawValue) }
            if part.fields.isEmpty {
                members["value"] = .string(part.text)
            } else {
                members["parts"] = .list(
                    part.fields.map {
                        .object(["type": .string($0.type), "value": .string($0.text)])
                    }
                )
            }
            return members
        }
    }

    /// Whether a part is what a test says; where it was found and how it is written may be known
    /// besides.
    fileprivate static func `is`(_ found: [String: JSONValue], as expected: JSONValue) -> Bool {
        guard case .object(let members) = expected else { return false }
        let isFound = members.allSatisfy { found[$0.key] == $0.value }
        let known: Set<String> = ["locale", "dir", "source"]
        return isFound && found.keys.allSatisfy { members[$0] != nil || known.contains($0) }
    }
}

extension MessageFormat2File.Parameter {
    /// The value as a host would pass it.
    fileprivate var argument: MF2Value {
        switch value {
        case .string(let text): .text(text)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .null, .bool, .list, .object: .host(HostValue(value: .text(value.text)))
        }
    }
}

/// A value of a type that the functions do not know; it can be written all the same.
private struct HostValue: MF2ResolvedValue {
    let value: MF2Value

    func text() throws(MF2FunctionError) -> String { value.string ?? "" }
}
