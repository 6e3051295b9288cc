/// A file of the published CEL tests.
struct CELFile: Decodable {
    let file: String
    let sections: [Section]

    struct Section: Decodable {
        let name: String
        let tests: [Entry]
    }

    /// A test, or why it cannot be read; a test of an unknown form does not hide the others.
    struct Entry: Decodable {
        let id: String?
        let name: String?
        let sample: Result<CELCase, DecodingError>

        private enum Key: CodingKey {
            case id, name
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            id = try container.decodeIfPresent(String.self, forKey: .id)
            name = try container.decodeIfPresent(String.self, forKey: .name)
            do {
                sample = .success(try CELCase(from: decoder))
            } catch let error as DecodingError {
                sample = .failure(error)
            }
        }
    }
}

/// A test: an expression, what it may name, and what must come of it.
struct CELCase: Decodable {
    let expr: String
    /// The container in which names are looked up.
    let container: String?
    /// Whether the types are not to be checked.
    let disableCheck: Bool?
    /// Whether nothing is to be evaluated.
    let checkOnly: Bool?
    let typeEnv: [Declaration]?
    let bindings: [String: Binding]?
    let expect: Expectation

    struct Binding: Decodable {
        let value: CELCaseValue
    }

    /// A variable with a type, or a function with overloads.
    struct Declaration: Decodable {
        let name: String
        let type: CELCaseType?
        let overloads: [Overload]?
    }

    struct Overload: Decodable {
        let id: String
        let args: [CELCaseType]
        let result: CELCaseType
        let member: Bool?
    }

    struct Expectation: Decodable {
        enum Kind: String, Decodable {
            case value, typed, error
        }

        let kind: Kind
        let value: CELCaseValue?
        let deducedType: CELCaseType?
    }
}

extension DecodingError {
    /// What is wrong, and where in the file or the test.
    var reason: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        case .keyNotFound(let key, let found):
            return Self.placed("'\(key.stringValue)' is missing", found.codingPath)
        @unknown default: return String(describing: self)
        }
        return Self.placed(context.debugDescription, context.codingPath)
    }

    private static func placed(_ text: String, _ path: [any CodingKey]) -> String {
        let place = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return place.isEmpty ? text : "\(place.joined(separator: ".")): \(text)"
    }
}
