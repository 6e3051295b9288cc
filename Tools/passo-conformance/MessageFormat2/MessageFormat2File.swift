/// A file of the published tests of MessageFormat 2 (schema `v0/tests.schema.json` of
/// unicode-org/message-format-wg).
struct MessageFormat2File: Decodable {
    /// What a test says where it says nothing itself.
    let defaultTestProperties: Properties?
    let tests: [Entry]

    /// A test, or why it cannot be read; a test of an unknown form does not hide the others.
    struct Entry: Decodable {
        let properties: Result<Properties, DecodingError>

        init(from decoder: any Decoder) throws {
            do {
                properties = .success(try Properties(from: decoder))
            } catch let error as DecodingError {
                properties = .failure(error)
            }
        }
    }

    struct Properties: Decodable {
        var description: String?
        var locale: String?
        var src: String?
        var bidiIsolation: String?
        var params: [Parameter]?
        var tags: [String]?
        var exp: String?
        var expCleanSrc: String?
        var expParts: [JSONValue]?
        var expErrors: ExpectedErrors?

        /// These, completed by the file's.
        func completed(by other: Properties?) -> Properties {
            guard let other else { return self }
            var all = self
            all.locale = locale ?? other.locale
            all.src = src ?? other.src
            all.bidiIsolation = bidiIsolation ?? other.bidiIsolation
            all.params = params ?? other.params
            all.tags = (other.tags ?? []) + (tags ?? [])
            all.exp = exp ?? other.exp
            all.expCleanSrc = expCleanSrc ?? other.expCleanSrc
            all.expParts = expParts ?? other.expParts
            all.expErrors = expErrors ?? other.expErrors
            return all
        }
    }

    struct Parameter: Decodable {
        let name: String
        /// `datetime`, or nothing.
        let type: String?
        let value: JSONValue
    }

    /// The types of the errors in their order, or whether there is any.
    enum ExpectedErrors: Decodable {
        case types([String])
        case any(Bool)

        private struct Named: Decodable {
            let type: String
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            // A truth value is the one other form.
            if let isAny = try? container.decode(Bool.self) {
                self = .any(isAny)
            } else {
                self = .types(try container.decode([Named].self).map(\.type))
            }
        }
    }
}

/// Any value of JSON.
enum JSONValue: Decodable, Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Which of the forms it is shows only by trying.
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let items = try? container.decode([JSONValue].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The value in one line.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): "\"\(value)\""
        case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
                .joined(separator: ", ") + "}"
        }
    }
}
